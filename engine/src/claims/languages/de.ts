import { DE_VERBS } from "./de-verbs.ts";
import type { Grammar } from "./grammar.ts";

export const de: Grammar = {
  language: "de",
  verb: "between",
  hours: [-5, 3],
  capitals: false,
  words: {
    "tally:gold": "gold, goldmedaille, goldmedaillen",
    "tally:silver": "silber, silbermedaille, silbermedaillen",
    "tally:bronze": "bronze, bronzemedaille, bronzemedaillen",
    "tally:any": "medaille, medaillen",
    inexact:
      "mindestens, höchstens, über, fast, rund, etwa, weitere, weiteren, noch, letzte, letzten, mehr als, weniger als, bis zu, jeweils, je, oder, beinahe, zusätzlich",
    "that-event:led": "wettbewerb, wettbewerbs, disziplin",
    ...DE_VERBS,
    have: "hat, haben, hatte, hatten",
    to: "gegen, an, am, mit",
    over: "gegen, über",
    by: "von, durch",
    of: "aus, von",
    and: "und, und seine partnerin, und ihr partner",
    with: "mit",
    who: "der, die, das, den, welche",
    they: "sie, er, beide, das duo, das paar",
    join: "aber, doch, dann, bevor, nachdem, ehe, während, nach",
    helper:
      "hat, haben, wurde, wurden, war, waren, sich, auch, zuvor, anschließend, klar, deutlich, knapp, bereits, schon, dann, danach, wieder, durch, aus, ab, nieder, " +
      "worden, geworden, damit, dabei, dort, noch, erneut, glatt, souverän, mühelos, mühsam, hauchdünn, schließlich, am ende, zunächst, hingegen, jedoch, dagegen, " +
      "ebenfalls, tags zuvor, später, hatte, hatten, ist, sind, nun, nur, ganz, jeweils, gleich, spiel, partie, match, duell, begegnung, " +
      "überraschend, zudem, später",
    article:
      "der, die, das, den, dem, des, ein, eine, einen, einem, einer, ihr, ihre, ihren, sein, seine, seinen, im, beim, zum, " +
      "zur, olympische, olympischen",
    games: "sätzen, sätze, satz, spielen",
    pair: "paar, duo, mixed-paar, paarung, gespann",
    player:
      "spieler, spielerin, spieler, spielerinnen, topspieler, routinier, titelverteidiger, titelfavorit, team, mannschaft, auswahl, team um, nationalmannschaft, " +
      "außenseiter, rekord-europameister, weltranglistenerste, weltranglistenerster, topfavorit, topfavoriten, gastgeber, linkshänder, nationalspieler, vorjahresfinalist, " +
      "abwehrspieler, überraschungsfinalist, überraschungsmann, landsmann, schützlinge, schützling",
    "people:m":
      "männer, herren, männer-team, herren-team, männermannschaft, herrenmannschaft, tischtennis-männer, tischtennis-herren, dttb-männer, dttb-herren",
    "people:w":
      "frauen, damen, frauen-team, damen-team, frauenmannschaft, damenmannschaft, tischtennis-frauen, tischtennis-damen, dttb-frauen, dttb-damen",
    versus: "zu",
    place: "in, bei, auf, vor",
    not: "nicht, nie, kein, keine, keinen, ohne",
    adverb:
      "ohne mühe, ohne probleme, ohne große mühe, ohne große probleme, ohne gegenwehr, nicht unverdient, nicht überraschend, nicht unerwartet",
    age: "jährige, jähriger, jährigen, jahre alt",
    unsure:
      "wenn, falls, hofft, hoffen, will, wollen, wollte, wollten, =könnte, =könnten, =würde, =würden, =wäre, =wären, " +
      "=hätte, =hätten, soll, sollen, wird, werden, favorit, favoriten, morgen, möchte",
    elsewhere:
      "im vorjahr, vergangenes jahr, voriges jahr, vor jahren, saison, bundesliga, qualifikation, zuletzt, " +
      "im vergangenen jahr, letztes jahr, in diesem jahr",
    "round:final": "finale, endspiel, finalspiel, goldspiel",
    "round:bronze":
      "spiel um bronze, spiel um platz drei, bronzespiel, bronze-match, match um bronze, kleines finale, " +
      "kleinen finale",
    "round:sf": "halbfinale, semifinale, halbfinals, vorschlussrunde",
    "round:qf": "viertelfinale, viertelfinals",
    "round:r16": "achtelfinale, achtelfinals",
    "round:r32": "sechzehntelfinale, runde der letzten 32",
    "round:first": "auftaktmatch, auftakt, erste runde, ersten runde, erstrundenmatch",
    "round:second": "zweite runde, zweiten runde",
    "medal:gold": "goldmedaille, gold, goldene",
    "medal:silver": "silbermedaille, silber",
    "medal:bronze": "bronzemedaille, bronze, platz drei",
    "medallist:gold": "goldmedaillengewinner",
    "medallist:silver": "silbermedaillengewinner",
    "medallist:bronze": "bronzemedaillengewinner",
    title: "titel, olympiatitel",
    champion: "olympiasieger, olympiasiegerin, olympiasiegern",
    crowned: "ist, sind, wurde, wurden, kürte sich, kürten sich",
    take:
      "gewonnen, geholt, errungen, erkämpft, gesichert, gewann, gewannen, gewinnt, gewinnen, holte, holten, holt, holen, sicherte sich, sicherten sich, " +
      "sichert sich, errang, errangen, erkämpfte, erkämpften, erkämpfte sich, erkämpften sich, bekam, " +
      "bekamen, erhielt, erhielten, feierte, feierten, eroberte, eroberten, erobert, sicherte, sicherten, gesichert, verdiente sich, verdienten sich, abgeräumt, räumte ab, schnappte sich, schnappten sich, freute sich über, freuten sich über",
    went: "ging an, gingen an, geht an, gehen an",
    reach:
      "erreichte, erreichten, erreicht, zog ins, zogen ins, zieht ins, steht im, stehen im, stand im, " +
      "standen im, stürmte ins",
    exit: "schied, schieden, scheiterte, scheiterten, verlor, verloren, ausgeschieden, unterlag, unterlagen",
    seed: "gesetzte, gesetzten, gesetzt, setzliste",
    "seed-number": "nummer",
    first: "erste, ersten, erster, erstes",
    since: "seit",
    years: "jahren, jahre",
    "event:xd": "mixed, gemischtes doppel, gemischten doppel, mixed-doppel, mixed-wettbewerb",
    "event:ms": "herren-einzel, herreneinzel, männer-einzel, einzel der männer, einzel der herren",
    "event:singles": "einzel, einzelwettbewerb, einzelkonkurrenz",
    "event:doubles": "doppel, doppelwettbewerb",
    "event:ws": "damen-einzel, dameneinzel, frauen-einzel, einzel der frauen, einzel der damen",
    "event:team":
      "mannschaftswettbewerb, team-wettbewerb, teamwettbewerb, teamkonkurrenz, mannschaftsturnier, teamturnier, mannschaftskonkurrenz",
    "event:mt":
      "team-wettbewerb der männer, teamwettbewerb der männer, männer-teamwettbewerb, herren-team-wettbewerb, mannschaftswettbewerb der männer",
    "event:wt":
      "team-wettbewerb der frauen, teamwettbewerb der frauen, frauen-teamwettbewerb, damen-team-wettbewerb, mannschaftswettbewerb der frauen",
    "sport:table-tennis": "tischtennis",
    "sport:badminton": "badminton",
    "sport:other":
      "tennis, schwimmen, judo, leichtathletik, fechten, fußball, basketball, handball, boxen, " +
      "bogenschießen, schießen",
    "contest:worlds": "weltmeisterschaft, weltmeisterschaften, wm, weltmeister, weltmeisterin",
    "contest:european": "europameisterschaft, europameisterschaften, em, europameister, europaspiele",
    "contest:asian-games": "asienspiele, asienspielen",
    "contest:world-cup": "weltcup, world cup",
    "contest:tour": "wtt, grand smash, contender",
    "contest:olympics":
      "olympia, olympische spiele, olympischen spielen, olympischen spiele, olympischen, olympisch, spiele",
    "month:1": "januar",
    "month:2": "februar",
    "month:3": "märz",
    "month:4": "april",
    "month:5": "mai",
    "month:6": "juni",
    "month:7": "juli",
    "month:8": "august",
    "month:9": "september",
    "month:10": "oktober",
    "month:11": "november",
    "month:12": "dezember",
    "weekday:0": "sonntag",
    "weekday:1": "montag",
    "weekday:2": "dienstag",
    "weekday:3": "mittwoch",
    "weekday:4": "donnerstag",
    "weekday:5": "freitag",
    "weekday:6": "samstag, sonnabend",
    "day:0": "heute",
    "day:-1": "gestern",
    clock: "uhr",
    "hour-mark": "uhr",
    "local-time": "ortszeit",
    missed: "ins, in das, einzug ins, einzug in das, für das, fürs, um den einzug ins",
    "number:1": "eins",
    "number:2": "zwei",
    "number:3": "drei",
    "number:4": "vier",
    "number:5": "fünf",
    "number:6": "sechs",
    "number:7": "sieben",
    "number:8": "acht",
    "ordinal:1": "erste, ersten",
    "ordinal:2": "zweite, zweiten",
    "ordinal:3": "dritte, dritten",
    "ordinal:4": "vierte, vierten",
    "ordinal:5": "fünfte, fünften",
    "ordinal:6": "sechste, sechsten",
    "ordinal:7": "siebte, siebten",
    "standing:fourth": "Platz vier, Rang vier, wurden Vierte, wurde Vierter, wurde Vierte, vierten Platz",
    "standing:no-medal":
      "leer aus, leer ausgegangen, ohne Medaille, verpassten das Podium, verpasste das Podium, verpassten eine Medaille, verpasste eine Medaille",
    "standing:podium": "auf dem Podest, auf dem Podium, auf dem Treppchen, aufs Podest, aufs Treppchen",
    "full-length": "über die volle Distanz, im Entscheidungssatz, in den Entscheidungssatz",
    straight: "ohne Satzverlust",
  },
  phrases: [
    "number age -> age",
    "place seed-number number seed -> seed-is",
    "number seed -> seed-is",
    "seed-number number seed -> seed-is",
    "number versus number -> score",
    "ordinal games -> game-is",
    "number games -> games-count",
  ],
  matches: [
    "winner beat loser",
    "winner have loser beat",
    "have winner loser beat",
    "loser beat by winner",
    "loser by winner beat",
    "winner who loser beat",
    "winner let loser no-chance",
    "over loser win winner",
    "to winner lose loser",
    "loser who by winner beat",
    "loser who to winner lose",
    "loser to winner lose",
    "winner over loser win",
    "winner who over loser win",
    "loser lose to winner",
    "loser lose winner",
    "winner win over loser",
    "winner victory over loser",
    "loser defeat to winner",
    "either meet either",
    "either over either",
  ],
  medals: [
    "holder take medal",
    "holder have medal take",
    "holder take title",
    "holder crowned champion",
    "medal went holder",
    "medal take holder",
  ],
  progress: ["side reach round", "side exit round"],
  standings: ["side standing"],
};
