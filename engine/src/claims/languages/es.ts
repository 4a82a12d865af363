import type { Grammar } from "./grammar.ts";

export const es: Grammar = {
  language: "es",
  verb: "between",
  hours: [-5, 3],
  capitals: false,
  words: {
    beat:
      "venció a, vencieron a, vence a, vencen a, vencer a, venciendo a, derrotó a, derrotaron a, " +
      "derrota a, derrotan a, derrotando a, derrotar a, ganó a, ganaron a, gana a, ganan a, ganar a, " +
      "superó a, superaron a, supera a, superan a, superando a, superar a, eliminó a, eliminaron a, " +
      "elimina a, eliminando a, batió a, batieron a, bate a, baten a, batir a, batiendo a, doblegó a, " +
      "doblegaron a, arrolló a, arrollaron a, sorprendió a, sorprendieron a, derrotado, derrotados, " +
      "derrotada, eliminado, eliminados, eliminada, vencido, vencidos, se deshizo de, se deshicieron de, " +
      "remontó a, remontaron a",
    lose:
      "perdió, perdieron, pierde, pierden, perder, perdiendo, cayó, cayeron, cae, caen, cayendo, sucumbió, " +
      "sucumbieron, cedió, cedieron",
    win:
      "ganó, ganaron, gana, ganan, se impuso, se impusieron, se impone, se imponen, imponiéndose, triunfó, " +
      "triunfaron",
    victory: "victoria, triunfo",
    defeat: "derrota",
    meet: "se enfrentó, se enfrentaron, enfrentó a, enfrentaron a, se midió, se midieron, duelo",
    to: "ante, contra, con, frente a",
    over: "ante, contra, sobre, frente a, a",
    by: "por",
    of: "de, del",
    and: "y, e, y su compañera, y su compañero",
    with: "con",
    "helper-of": "formada por, formado por, compuesta por, integrada por",
    who: "que, quien, quienes",
    they: "ellos, ellas, él, ella, ambos",
    join: "pero, tras, después de, antes de, mientras, luego, cuando",
    helper: "fue, fueron, ha, han, había, habían, cómodamente, finalmente, luego, también",
    article: "el, la, los, las, un, una, su, sus, al",
    games: "juegos, juego, sets, set, mangas, manga",
    pair: "pareja, dupla, dúo, binomio",
    player: "jugador, jugadora, jugadores, palista, palistas",
    place: "en, durante",
    not: "no, nunca, sin, jamás, tampoco",
    unsure:
      "si, espera, esperan, quería, quiere, podría, podrían, habría, habrían, será, serán, buscará, " +
      "buscarán, jugará, jugarán, favorito, favoritos, sueña, mañana, aspira",
    elsewhere: "el año pasado, hace, esta temporada, temporada, clasificación, liga, clasificatorio",
    "round:final": "final, gran final",
    "round:bronze":
      "partido por el bronce, partido por la medalla de bronce, duelo por el bronce, final por el bronce, " +
      "lucha por el bronce",
    "round:sf": "semifinal, semifinales",
    "round:qf": "cuartos de final, cuartos",
    "round:r16": "octavos de final, octavos",
    "round:r32": "dieciseisavos de final, dieciseisavos",
    "round:first": "primera ronda, debut, estreno",
    "round:second": "segunda ronda",
    "medal:gold": "medalla de oro, medallas de oro, oro, el oro, oro olímpico",
    "medal:silver": "medalla de plata, medallas de plata, plata, la plata",
    "medal:bronze": "medalla de bronce, medallas de bronce, bronce, el bronce, tercer puesto",
    "medallist:gold": "medallistas de oro, medallista de oro",
    "medallist:silver": "medallistas de plata, medallista de plata, subcampeones olímpicos, subcampeón olímpico",
    "medallist:bronze": "medallistas de bronce, medallista de bronce",
    title: "título, título olímpico",
    champion: "campeón olímpico, campeona olímpica, campeones olímpicos, campeón, campeona, campeones",
    crowned: "se proclamó, se proclamaron, se coronó, se coronaron, es, son, se convirtió en, se convirtieron en",
    take:
      "ganó, ganaron, gana, ganan, consiguió, consiguieron, logró, lograron, logra, logran, conquistó, " +
      "conquistaron, se llevó, se llevaron, se colgó, se colgaron, obtuvo, obtuvieron, se quedó con, " +
      "se quedaron con, se hizo con, se hicieron con, se conformó con, se conformaron con, " +
      "tuvo que conformarse con, tuvieron que conformarse con, sumó, logrando, para ganar, ganar, ganando",
    went: "fue para, fueron para, fue a parar a",
    reach:
      "alcanzó, alcanzaron, llegó a, llegaron a, avanzó a, avanzaron a, se clasificó para, " +
      "se clasificaron para, pasó a, pasaron a, se metió en, se metieron en",
    exit: "eliminado, eliminados, eliminada, cayó, cayeron, perdió, perdieron, quedó fuera, quedaron fuera",
    seed: "cabeza de serie, cabezas de serie, preclasificados, preclasificado",
    "number-sign": "número, n.º, nº, no",
    first: "primer, primera, primero",
    since: "desde",
    years: "años",
    "event:xd": "dobles mixtos, dobles mixto, doble mixto",
    "event:ms": "individual masculino, individuales masculinos, individuales masculino, individual",
    "event:ws": "individual femenino, individuales femeninos",
    "event:team": "por equipos",
    "sport:table-tennis": "tenis de mesa, ping-pong",
    "sport:badminton": "bádminton",
    "sport:other":
      "tenis, natación, judo, atletismo, esgrima, fútbol, baloncesto, voleibol, boxeo, tiro con arco, tiro",
    "contest:worlds":
      "campeonato del mundo, campeonatos del mundo, mundial, mundiales, campeón del mundo, " +
      "campeona del mundo, campeones del mundo, campeón mundial",
    "contest:european": "campeonato de europa, europeo, juegos europeos",
    "contest:pan-american": "juegos panamericanos, panamericanos, panamericano",
    "contest:asian-games": "juegos asiáticos",
    "contest:world-cup": "copa del mundo",
    "contest:tour": "wtt, grand smash, contender",
    "contest:olympics": "juegos olímpicos, olímpico, olímpica, olímpicos, juegos de parís",
    "month:1": "enero",
    "month:2": "febrero",
    "month:3": "marzo",
    "month:4": "abril",
    "month:5": "mayo",
    "month:6": "junio",
    "month:7": "julio",
    "month:8": "agosto",
    "month:9": "septiembre",
    "month:10": "octubre",
    "month:11": "noviembre",
    "month:12": "diciembre",
    "weekday:0": "domingo",
    "weekday:1": "lunes",
    "weekday:2": "martes",
    "weekday:3": "miércoles",
    "weekday:4": "jueves",
    "weekday:5": "viernes",
    "weekday:6": "sábado",
    "day:0": "hoy",
    "day:-1": "ayer",
    "number:1": "uno",
    "number:2": "dos",
    "number:3": "tres",
    "number:4": "cuatro",
    "number:5": "cinco",
    "number:6": "seis",
    "number:7": "siete",
    "number:8": "ocho",
    "ordinal:1": "primer, primera, primero",
    "ordinal:2": "segundo, segunda",
    "ordinal:3": "tercer, tercera, tercero",
    "ordinal:4": "cuarto, cuarta",
    "ordinal:5": "quinto, quinta",
    "ordinal:6": "sexto, sexta",
    "ordinal:7": "séptimo, séptima",
    "standing:fourth":
      "terminaron cuartos, terminó cuarto, terminó cuarta, acabaron cuartos, acabó cuarto, quedaron cuartos, quedó cuarto, cuarto puesto",
    "standing:no-medal": "sin medalla, con las manos vacías, fuera del podio",
    "standing:podium": "subieron al podio, subió al podio, en el podio, al podio",
    "full-length": "a la distancia máxima",
    straight: "sin ceder un set, sin perder un set, sin ceder un juego, sin perder un juego",
  },
  phrases: [
    "seed number-sign number -> seed-is",
    "ordinal seed -> seed-is",
    "seed number -> seed-is",
    "number games over number -> score",
    "number over number -> score",
    "ordinal games -> game-is",
    "number games -> games-count",
  ],
  matches: [
    "winner beat loser",
    "loser beat by winner",
    "loser lose to winner",
    "winner win over loser",
    "winner victory over loser",
    "loser defeat to winner",
    "either meet either",
    "either to either",
  ],
  medals: [
    "holder take medal",
    "holder take title",
    "holder crowned champion",
    "holder crowned medallist",
    "medal went holder",
  ],
  progress: ["side reach round", "side exit round"],
  standings: ["side standing"],
};
