import assert from "node:assert/strict";
import { isRefused } from "@podium/engine";
import { phonePhoto } from "../images/pictures.testing.ts";
import { photoSizesOf } from "../moments/photo-sizes.ts";
import { addPhoto, storePhoto } from "../moments/photos.ts";
import { transact } from "../app.ts";
import { checkTextsOf } from "../claims/stored-claims.ts";
import { makeAccount } from "../people/accounts.ts";
import { mailToken } from "../people/mail-tokens.ts";
import { collectReaction } from "../reports/reactions.ts";
import { momentIn } from "../storage/codes.ts";
import { ceremonyScenarios } from "./ceremony-scenarios.testing.ts";
import { chairScenarios } from "./chair-scenarios.testing.ts";
import { conversationScenarios } from "./conversation-scenarios.testing.ts";
import { dayPlanScenarios, notYetPlayed } from "./day-plan-scenarios.testing.ts";
import { moveScenarios } from "./move-scenarios.testing.ts";
import { forkScenarios } from "./fork-scenarios.testing.ts";
import { dayScenarios } from "./day-scenarios.testing.ts";
import { deskEventScenarios, threeAlike } from "./desk-event-scenarios.testing.ts";
import { deskScenarios } from "./desk-scenarios.testing.ts";
import { enterScenarios } from "./enter-scenarios.testing.ts";
import { incidentScenarios } from "./incident-scenarios.testing.ts";
import { journalScenarios } from "./journal-scenarios.testing.ts";
import { swissOfFour } from "./draw-scenarios.testing.ts";
import { momentNameScenarios } from "./moment-name-scenarios.testing.ts";
import { newsroomScenarios } from "./newsroom-scenarios.testing.ts";
import { embeddingScenarios } from "./embedding-scenarios.testing.ts";
import { deviceScenarios } from "./device-scenarios.testing.ts";
import { followingScenarios } from "./following-scenarios.testing.ts";
import { flagScenarios } from "./flag-scenarios.testing.ts";
import { noteScenarios } from "./note-scenarios.testing.ts";
import { threadImportScenarios } from "./thread-import-scenarios.testing.ts";
import { translationScenarios } from "./translation-scenarios.testing.ts";
import { photoScenarios } from "./photo-scenarios.testing.ts";
import { mailScenarios } from "./mail-scenarios.testing.ts";
import { memberScenarios } from "./member-scenarios.testing.ts";
import { moderationScenarios } from "./moderation-scenarios.testing.ts";
import { pageRequestScenarios } from "./page-request-scenarios.testing.ts";
import { pageScenarios } from "./page-scenarios.testing.ts";
import { peopleScenarios } from "./people-scenarios.testing.ts";
import { install, load, play, type Installation, type InstallOptions, type Scenario } from "./scenario.testing.ts";
import { seedingScenarios } from "./seeding-scenarios.testing.ts";
import { setupScenarios } from "./setup-scenarios.testing.ts";
import { tieScenarios, twoTeams } from "./tie-scenarios.testing.ts";
import { teamScenarios } from "./team-scenarios.testing.ts";
import { threadSubjectScenarios } from "./thread-subject-scenarios.testing.ts";
import { staffScenarios } from "./staff-scenarios.testing.ts";

/** Every scenario of every route, in the order in which they are played: later ones build on earlier ones. */
export const everyScenario: Readonly<Record<string, readonly Scenario[]>> = {
  pages: pageScenarios,
  chair: chairScenarios,
  "incidents, equipment, broadcasts": incidentScenarios,
  "requests about pages of players": pageRequestScenarios,
  desk: deskScenarios,
  "line-ups of a tie": tieScenarios,
  "plan of a day": dayPlanScenarios,
  "day of play": dayScenarios,
  "two phones": forkScenarios,
  "moving matches": moveScenarios,
  "desk of an event": deskEventScenarios,
  ceremony: ceremonyScenarios,
  photos: photoScenarios,
  setup: setupScenarios,
  entering: enterScenarios,
  journal: journalScenarios,
  seeding: seedingScenarios,
  newsroom: newsroomScenarios,
  "names of moments": momentNameScenarios,
  "what threads are about": threadSubjectScenarios,
  moderation: moderationScenarios,
  conversation: conversationScenarios,
  embedding: embeddingScenarios,
  flags: flagScenarios,
  mail: mailScenarios,
  members: memberScenarios,
  following: followingScenarios,
  devices: deviceScenarios,
  notes: noteScenarios,
  translations: translationScenarios,
  "threads of other sites": threadImportScenarios,
  "moderation as a team": teamScenarios,
  staff: staffScenarios,
  people: peopleScenarios,
};

const CHAIR = /\/chair\/([\w-]+)/;

/** The installation in which they are played: two examples, a reaction that is wrong, an event of three who are alike, a Swiss system, and two chairs, one withdrawn. */
export async function installForScenarios(options: InstallOptions = {}): Promise<Installation> {
  const here = await install({ ...options, examples: ["paris-2024", "club-open"] });
  here.names.set("news", here.news.port.toString());
  await load(here.app, JSON.stringify(threeAlike()));
  await load(here.app, JSON.stringify(notYetPlayed()));
  await load(here.app, JSON.stringify(swissOfFour()));
  await load(here.app, JSON.stringify(twoTeams()));
  here.names.set("origin", here.url);
  here.names.set("photo", await photoOfParis(here));
  const handOut = {
    name: "a chair is handed out",
    method: "POST",
    path: "/desk/matches/riverside-open/os/qf-4/chair",
    as: "organiser",
    json: {},
  } as const;
  await play(here, {
    ...handOut,
    expects: { status: 200, facts: ["chair-issued"], remembers: { "withdrawn-chair": CHAIR } },
  });
  await play(here, {
    ...handOut,
    expects: { status: 200, facts: ["chair-withdrawn", "chair-issued"], remembers: { chair: CHAIR } },
  });
  await sayWrong(here);
  await linksInLetters(here);
  return here;
}

/** The links of the letters to somebody with an account. */
async function linksInLetters({ app, names }: Installation): Promise<void> {
  const form = { name: "Odile Marchand", email: "odile@example.org", password: "four words of the evening" };
  await makeAccount(app, new Headers(), form);
  const persons = app.storage.db.selectFrom("persons").select("id");
  const { id } = await persons.where("email", "=", form.email).executeTakeFirstOrThrow();
  for (const purpose of ["confirm", "reset", "unsubscribe"] as const)
    names.set(`${purpose}-token`, await mailToken(app, purpose, id));
}

/** A reaction that the record contradicts, found as the worker finds it. */
async function sayWrong({ app }: Installation): Promise<void> {
  const words = "Wang Chuqin and Sun Yingsha won the mixed doubles final 4-1.";
  const reaction = { id: "slip", platform: "Forum", language: "en", words, invented: true } as const;
  await transact(app, null, (unit) => collectReaction(unit, momentIn({ moment: "paris-2024-xd-podium" }), reaction));
  await checkTextsOf(app).run({ competition: "paris-2024" }, new AbortController().signal);
}

/** A photo that was sent and whose sizes are made. */
async function photoOfParis({ app }: Installation): Promise<string> {
  const photo = await storePhoto(app, await phonePhoto());
  assert.ok(!isRefused(photo));
  const moment = momentIn({ moment: "paris-2024-xd-podium" });
  await transact(app, null, (unit) => addPhoto(unit, moment, { photo, isShown: false }));
  await photoSizesOf(app).run({ photo: photo.id }, new AbortController().signal);
  return photo.id;
}
