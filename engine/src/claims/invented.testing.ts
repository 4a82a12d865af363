import { parisFacts } from "./competition.testing.ts";
import type { CompetitionFacts, PersonFacts } from "./record.ts";

type Named = Omit<PersonFacts, "id">;

/** Who the people of the invented meeting are, by the place in the record that they take. */
const INVENTED: Readonly<Record<string, Named>> = {
  "fan-zhendong": { family: "BRASK", given: "Odin", names: {} },
  "truls-moregard": { family: "VANTOR", given: "Milo", names: { ko: "반토르", ja: "ヴァントル", zh: "万托尔" } },
  "harimoto-tomokazu": { family: "ORLINE", given: "Teo", names: { ja: "オルリネ" } },
  "wang-chuqin": { family: "DASKIN", given: "Pavo", names: { ko: "다스킨" } },
  "sun-yingsha": { family: "MERRIN", given: "Isa", names: {} },
  "lim-jonghoon": { family: "QUELL", given: "Joren", names: {} },
  "shin-yubin": { family: "TOVAL", given: "Nia", names: {} },
  "felix-lebrun": { family: "SORNEL", given: "Luc", names: {} },
  "lin-yun-ju": { family: "ZARIC", given: "Ben", names: {} },
  "hayata-hina": { family: "ILLIN", given: "Rea", names: {} },
};

/** A meeting of invented people, as large as Paris 2024: of them may be written what nobody real did. */
export function inventedFacts(): CompetitionFacts[] {
  return parisFacts().map((facts) => ({
    ...facts,
    id: "harbour-games",
    title: { en: "Harbour Games" },
    place: { en: "Sandhaven" },
    players: facts.players.map(({ id }, index) => ({
      id,
      ...(INVENTED[id] ?? { family: `INVENTED${index + 1}`, given: "Somebody", names: {} }),
    })),
  }));
}
