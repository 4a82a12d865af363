/** Verbs and nouns of winning, losing and meeting in German, in the forms in which reports have them. */
export const DE_VERBS: Readonly<Record<string, string>> = {
  beat:
    "besiegte, besiegten, besiegt, besiegen, schlug, schlugen, schlägt, schlagen, bezwang, " +
    "bezwangen, bezwungen, geschlagen, schaltete, schalteten, ausgeschaltet, fertigte, fertigten, " +
    "bezwingt, deklassierte, deklassierten, überraschte, überraschten, rang, rangen, bezwingen, " +
    "schaltet, auszuschalten, ausschaltete, ausschalteten, fertigt, abgefertigt, abfertigte, " +
    "abfertigten, deklassiert, deklassieren, überrascht, niedergerungen, niederrang, niederrangen, " +
    "eliminiert, eliminierte, eliminierten, dominiert, dominierte, dominierten, überrollt, " +
    "überrollte, überrollten, überfährt, überfuhr, überfahren, fegte, fegten, weggefegt, demontiert, " +
    "demontierte, demontierten, entzaubert, entzauberte, entzauberten, überwindet, überwand, " +
    "überwanden, überwunden, entthront, entthronte, entthronten, stoppt, stoppte, stoppten, " +
    "gestoppt, kegelte, kegelten, gekegelt, warf, warfen, hinausgeworfen, rausgeworfen, " +
    "herausgeworfen, niedergekämpft, kämpfte nieder, kämpften nieder, vom Tisch gefegt, zerlegt, " +
    "zerlegte, zerlegten, bügelte, bügelten, übertrumpft, übertrumpfte, übertrumpften, ausgestochen, " +
    "stach aus, in die Schranken gewiesen, ließ keine Chance, ließen keine Chance, " +
    "keine Chance gelassen, abserviert, servierte ab, servierten ab, abservierte, geputzt, " +
    "ausgeknockt, gedemütigt, demütigte, demütigten, aus dem Turnier geworfen, nach Hause geschickt, " +
    "schickte nach Hause",
  lose:
    "verlor, verloren, verliert, unterlag, unterlagen, unterliegt, scheiterte, scheiterten, " +
    "scheitert, mussten sich, musste sich, zog den kürzeren, verlieren, verlierend, unterliegen, " +
    "unterlegen, scheitern, gescheitert, muss sich, müssen sich, zogen den kürzeren, " +
    "den kürzeren gezogen, strich die Segel, strichen die Segel, kassierte eine Niederlage, " +
    "kassierten eine Niederlage, geschlagen geben, zog sich geschlagen, das Nachsehen, " +
    "hatte das Nachsehen, hatten das Nachsehen, hatte keine Chance, hatten keine Chance, chancenlos, blieb chancenlos, blieben chancenlos, " +
    "war chancenlos, waren chancenlos, gestrauchelt, strauchelte, " +
    "strauchelten, patzte, patzten, stolperte, stolperten, gestolpert, ausgeschieden, schied, " +
    "schieden, scheidet, scheiden, flog, flogen, geflogen, rausgeflogen, machtlos, den Kürzeren, " +
    "beugen, beugte sich, beugten sich",
  let: "ließ, ließen, lässt, lassen, gelassen",
  "no-chance":
    "keine Chance, nicht den Hauch einer Chance, keine Möglichkeit, nicht die geringste Chance, keinen Satz, keinen Satzgewinn",
  win:
    "gewann, gewannen, gewinnt, gewinnen, setzte sich, setzten sich, setzt sich, siegte, siegten, " +
    "siegt, triumphierte, triumphierten, behielt, behielten, gewonnen, setzen sich, durchgesetzt, " +
    "durchsetzen, durchsetzte, durchsetzten, siegen, gesiegt, triumphiert, triumphieren, behält, " +
    "die Oberhand behalten, behauptet, behauptete sich, behaupteten sich, revanchierte sich, " +
    "revanchierten sich, erfolgreich, war erfolgreich, waren erfolgreich, überlegen",
  victory:
    "sieg, erfolg, siege, Sieg, Siege, Siegen, Sieges, Erfolg, Erfolge, Auftaktsieg, " +
    "Viertelfinalsieg, Halbfinalsieg, Finalsieg, Achtelfinalsieg, Fünfsatzsieg, Siebensatzsieg, " +
    "Viersatzsieg, Triumph, Coup, Kantersieg, Pflichtsieg, Überraschungssieg, Arbeitssieg, Zittersieg",
  defeat:
    "niederlage, Niederlage, Niederlagen, Pleite, Schlappe, Auftaktniederlage, " +
    "Viertelfinalniederlage, Halbfinalniederlage, Finalniederlage, Achtelfinalniederlage, Aus, " +
    "Viertelfinal-Aus, Halbfinal-Aus, Achtelfinal-Aus, Debakel",
  meet:
    "traf auf, trafen auf, spielte gegen, spielten gegen, duell, trifft auf, treffen auf, " +
    "spielt gegen, Duell, duellierte sich, duellierten sich, Begegnung, Aufeinandertreffen, " +
    "bekam es mit, bekamen es mit",
};
