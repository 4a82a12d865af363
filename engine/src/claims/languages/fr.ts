import { FR_VERBS } from "./fr-verbs.ts";
import type { Grammar } from "./grammar.ts";

export const fr: Grammar = {
  language: "fr",
  verb: "between",
  hours: [-5, 3],
  capitals: false,
  small: "le les des et du dans au pour un une sur qui ont la par",
  words: {
    lead: "menait, menaient, menant, mènent, mène, avait mené, avaient mené",
    trail: "mené, menés, menée, menées, était mené, étaient menés",
    "same-score": "sur le même score, par le même score, avec le même score",
    guess: "peut-être, sans doute",
    "first-ever": "pour la première fois de son histoire, pour la première fois de l'histoire, toute première",
    opposed: "mais",
    "so-far": "déjà, désormais, jusqu'ici, pour l'instant",
    "lost-the":
      "a perdu, ont perdu, perdu, perdant, a concédé, ont concédé, concédé, a cédé, ont cédé, cédé, a lâché, lâché",
    "took-the":
      "a remporté, ont remporté, remporté, remporte, a gagné, ont gagné, gagné, a pris, ont pris, pris, a enlevé, ont enlevé, enlevé, a empoché, empoché",
    "own-games": "ces jeux, ces jeux olympiques, ces jo",
    row: "consécutif, consécutive, consécutifs, consécutives, de suite, d'affilée, de rang",
    "nth-time": "fois",
    participle:
      "battant, dominant, éliminant, écartant, sortant, surclassant, renversant, balayant, terrassant, " +
      "étrillant, matant, domptant, écrasant, pulvérisant, évinçant, stoppant, humiliant, piégeant, " +
      "détrônant, dégoûtant, expédiant, laminant, muselant, crucifiant, dynamitant, atomisant, corrigeant, " +
      "désarçonnant, débordant, dépassant, devançant, maîtrisant, neutralisant, foudroyant, bousculant, " +
      "assommant, malmenant, fessant, douchant, désossant, croquant, giflant, s'imposant, gagnant, " +
      "l'emportant",
    "other-than": "hormis, excepté, à part, sauf, en dehors de, autre que, à l'exception de, mis à part",
    misreport: "à tort, par erreur, erronément, version antérieure, version précédente, rectificatif",
    "own-career":
      "carrière, sa carrière, personnel, personnelle, famille, entraîneur, sélectionneur, frères, fratrie, club, vie, sa vie",
    "first-time":
      "pour la première fois, première fois, n'avait plus, n'avaient plus, n'était plus, n'avait pas, n'avaient pas",
    podium: "podium, podiums",
    "tally:gold": "médaille d'or, médailles d'or, en or, d'or, titres olympiques",
    "tally:silver": "médaille d'argent, médailles d'argent, en argent, d'argent",
    "tally:bronze": "médaille de bronze, médailles de bronze, en bronze, de bronze",
    "tally:any": "médaille, médailles",
    inexact:
      "au moins, au plus, plus de, moins de, près de, presque, environ, autres, dernières, encore, chacun, chacune, ou, autre, supplémentaires",
    "that-event:led": "épreuve",
    "hour-mark": "h, heures",
    "local-time": "heure locale, heure de paris, heure française",
    ...FR_VERBS,
    to: "face à, face aux, face au, contre, devant",
    over: "aux dépens de, aux dépens du, aux dépens des, face à, face aux, face au, contre, devant, sur",
    by: "par",
    of: "de, du, des, d'",
    and: "et, puis, et puis, et son partenaire, et sa partenaire",
    with: "avec",
    "helper-of": "composée de, composé de, formée par, formée de",
    decider: "manche décisive, set décisif, dernière manche, dernier set",
    who: "qui, que, dont",
    they: "ils, elles, il, elle, le duo, la paire, les deux",
    "people:m": "hommes, messieurs, équipe masculine, garçons",
    "people:w": "dames, femmes, équipe féminine, filles",
    "gender:m": "masculine, masculin, messieurs",
    "gender:w": "féminine, féminin, dames",
    versus: "=à",
    where: "où",
    join: "mais, puis, avant de, après, après avoir, alors que, tandis que, lorsque, quand",
    helper:
      "a, ont, est, sont, été, avait, avaient, étaient, était, ayant, eu, s'est, se sont, s'était, s'étaient, eux, lui, elles-mêmes, " +
      "facilement, largement, nettement, finalement, ensuite, aussi, également, déjà, auparavant, sèchement, logiquement, logique, " +
      "difficilement, de justesse, sans trembler, d'abord, plus tôt, plus tard, enfin, notamment, successivement, tour à tour, déjà, " +
      "été, à leur tour, à son tour, sur le score de, sur le score, score, net, sec, en fin, match, tour, y, en, se, bien, très, puis",
    article: "le, la, les, un, une, l', leur, leurs, son, sa, ce, cette, au, aux",
    games: "manches, manche, sets, set, jeux, jeu",
    pair: "paire, duo, tandem, doublette",
    player:
      "joueur, joueuse, joueurs, joueuses, pongiste, pongistes, numéro un, numéro un mondial, tête d'affiche, équipe, sélection, gaucher, gauchère, favori, favoris, " +
      "favorite, prodige, tenant du titre, tenants du titre, tenante du titre, finaliste malheureux, finalistes malheureux, finaliste, finalistes, vétéran, compatriote",
    place: "en, à, dans, lors de, lors du, dès, d'entrée, grâce à",
    not: "ne, n', pas, jamais, sans",
    adverb:
      "sans surprise, sans appel, sans trembler, sans forcer, sans difficulté, sans pitié, non sans mal, sans coup férir, sans grande difficulté, sans contestation, à domicile, sans véritable opposition",
    rid: "est venu, est venue, sont venus, sont venues, était venu, étaient venus, a disposé, ont disposé, avait disposé, s'est défait, s'est défaite, se sont défaits, s'était défait, s'étaient défaits, s'est débarrassé, se sont débarrassés, a triomphé, ont triomphé, s'est joué, se sont joués",
    unsure:
      "si, disputera, disputeront, jouera, joueront, défiera, défieront, retrouvera, retrouveront, espère, espèrent, voulait, veut, pourrait, pourraient, aurait, auraient, tentera, tenteront, " +
      "affrontera, affronteront, sera, seront, devra, devrait, rêve, rêvait, objectif, favori, favoris, " +
      "demain, vise",
    elsewhere: "l'an dernier, l'année dernière, il y a, en club, qualifications, cette saison, saison, auparavant",
    "round:final": "finale, en finale",
    "round:bronze": "match pour la médaille de bronze, match pour le bronze, petite finale, finale pour le bronze",
    "round:sf": "demi-finale, demi-finales, demie, demies, dernier carré, 1/2 finale, demi",
    "round:qf": "quart de finale, quarts de finale, quarts, quart, 1/4 de finale",
    "round:r16": "huitième de finale, huitièmes de finale, huitièmes, 1/8 de finale, huitième",
    "round:r32": "seizième de finale, seizièmes de finale, seizièmes, 1/16 de finale",
    "round:r64": "trente-deuxième de finale, trente-deuxièmes de finale",
    "round:first": "premier tour, entrée en lice",
    "round:second": "deuxième tour",
    "medal:gold": "médaille d'or, médailles d'or, or olympique, l'or, d'or",
    "medal:silver": "médaille d'argent, médailles d'argent, l'argent, d'argent",
    "medal:bronze": "médaille de bronze, médailles de bronze, le bronze, du bronze, bronze, troisième place",
    "medallist:gold": "médaillés d'or, médaillé d'or, médaillée d'or",
    "medallist:silver":
      "médaillés d'argent, médaillé d'argent, médaillée d'argent, vice-champions olympiques, " +
      "vice-champion olympique, vice-championne olympique",
    "medallist:bronze": "médaillés de bronze, médaillé de bronze, médaillée de bronze",
    title: "titre, titre olympique, sacre",
    champion: "champion olympique, championne olympique, champions olympiques, champion, championne, champions",
    crowned:
      "sacrées, couronné, couronnés, couronnée, couronnées, titré, titrés, titrée, devient, deviennent, est devenu, sont devenus, est devenue, sont, est, sacré, sacrés, sacrée, " +
      "est sacré, sont sacrés",
    take:
      "remporte, remportent, remporté, a remporté, ont remporté, décroche, décrochent, décroché, " +
      "a décroché, ont décroché, gagne, gagnent, gagné, a gagné, ont gagné, obtient, obtiennent, obtenu, " +
      "a obtenu, ont obtenu, prend, prennent, pris, a pris, ont pris, s'offre, s'offrent, s'est offert, " +
      "se sont offert, empoche, empochent, rafle, raflent, conquis, a conquis, ont conquis, " +
      "consolé avec, consolée avec, consolés avec, se console avec, se consolent avec, paré de, parée de, parés de, parées de, adjugé, adjugés, s'adjuge, s'adjugent, " +
      "raflé, raflés, empoché, offert, offerts, glané, glanent, glane, ramené, ramènent, ramène, contenté de, contentés de, contenter de, couronné de, " +
      "doit se contenter de, se contente de, se contentent de, doivent se contenter de, en remportant, " +
      "remportant, décrochant",
    went:
      "est revenue à, est revenu à, revient à, revient aux, est revenue aux, est allée à, est allé à, " +
      "est allée aux",
    reach:
      "qualifié, qualifiée, qualifiés, qualifiées, qualifie, qualifient, atteint, atteignent, a atteint, ont atteint, se qualifie pour, se qualifient pour, " +
      "se sont qualifiés pour, s'est qualifié pour, s'est qualifiée pour, qualifiés pour, accède à, " +
      "accède aux, accèdent aux",
    exit:
      "éliminé, éliminée, éliminés, battu, battus, battue, s'arrête, s'arrêtent, sorti, sortis, sortie, " +
      "tombe, tombent",
    seed: "tête de série, têtes de série",
    "number-sign": "n°, no, numéro, numéros",
    first: "premier, première",
    since: "depuis",
    years: "ans",
    age: "ans",
    "event:xd": "double mixte, doubles mixtes",
    "event:ms": "simple messieurs, simple hommes, simple masculin, simples messieurs",
    "event:singles": "simple, tableau de simple",
    "event:doubles": "double",
    "event:ws": "simple dames, simple femmes, simple féminin",
    "event:md": "double messieurs",
    "event:wd": "double dames",
    "event:team": "par équipes, par équipe",
    "event:mt": "par équipes masculin, par équipes messieurs, par équipes masculine, par équipes hommes",
    "event:wt": "par équipes féminin, par équipes dames, par équipes féminine, par équipes femmes",
    "sport:table-tennis": "tennis de table, ping-pong",
    "sport:badminton": "badminton",
    "sport:other":
      "tennis, natation, judo, athlétisme, escrime, football, basket, volley, handball, boxe, tir à l'arc, tir",
    "contest:worlds":
      "championnats du monde, mondiaux, champion du monde, championne du monde, championnat du monde, " +
      "champions du monde",
    "contest:european": "championnats d'europe, jeux européens, champion d'europe",
    "contest:asian-games": "jeux asiatiques",
    "contest:world-cup": "coupe du monde",
    "contest:tour": "wtt, grand smash, contender",
    "contest:olympics": "jeux olympiques, jo, olympique, olympiques, jeux",
    "month:1": "janvier",
    "month:2": "février",
    "month:3": "mars",
    "month:4": "avril",
    "month:5": "mai",
    "month:6": "juin",
    "month:7": "juillet",
    "month:8": "août",
    "month:9": "septembre",
    "month:10": "octobre",
    "month:11": "novembre",
    "month:12": "décembre",
    "weekday:0": "dimanche",
    "weekday:1": "lundi",
    "weekday:2": "mardi",
    "weekday:3": "mercredi",
    "weekday:4": "jeudi",
    "weekday:5": "vendredi",
    "weekday:6": "samedi",
    "day:0": "aujourd'hui",
    "day:-1": "hier",
    missed:
      "pour les, pour la, pour le, pour, accéder à, accéder en, se hisser en, hissé en, hissés en, hissée en, qualification pour, place en, ticket pour, billet pour, rejoindre, rejoint, " +
      "rejoignent, filer en, filé en, filent en, file en, privé de, privés de, privée de, prive de, manqué, manque, raté, rate, aux portes de, aux portes",
    "number:1": "un, une",
    "number:2": "deux",
    "number:3": "trois",
    "number:4": "quatre",
    "number:5": "cinq",
    "number:6": "six",
    "number:7": "sept",
    "number:8": "huit",
    "number:9": "neuf",
    "number:10": "dix",
    "ordinal:1": "première, premier",
    "ordinal:2": "deuxième, second, seconde",
    "ordinal:3": "troisième",
    "ordinal:4": "quatrième",
    "ordinal:5": "cinquième",
    "ordinal:6": "sixième",
    "ordinal:7": "septième",
    "ordinal:8": "huitième",
    "standing:fourth":
      "terminé quatrièmes, terminé quatrième, terminent quatrièmes, termine quatrième, fini quatrièmes, fini quatrième, au pied du podium, pris la quatrième place",
    "standing:no-medal": "sans médaille, bredouilles, bredouille, les mains vides",
    "standing:podium":
      "montés sur le podium, monté sur le podium, montée sur le podium, montent sur le podium, sur le podium",
    "full-length": "à la belle, manche décisive",
    straight: "sans perdre une manche, sans perdre un set, sans concéder un set, sans concéder une manche",
  },
  phrases: [
    "seed number-sign number -> seed-is",
    "seed number -> seed-is",
    "number games à number -> score",
    "number games place number -> score",
    "number versus number games? -> score",
    "place number games -> length-is",
    "number first games -> games-first",
    "ordinal and article? ordinal games -> games-are",
    "ordinal games -> game-is",
    "number games -> games-count",
  ],
  matches: [
    "winner beat loser",
    "winner rid of loser",
    "loser beat by winner",
    "loser lose to winner",
    "winner win over loser",
    "winner win of loser",
    "winner victory over loser",
    "victory of winner over loser",
    "loser defeat to winner",
    "either meet either",
    "either over either",
  ],
  medals: [
    "holder take medal",
    "holder take title",
    "holder crowned champion",
    "holder crowned medallist",
    "medal went holder",
  ],
  progress: ["side reach round", "side exit round"],
  course: [
    "side took-the game-is|games-are|games-first|games-count",
    "side lost-the game-is|games-are|games-first|games-count",
  ],
  standings: ["side standing"],
};
