/** Verbs and nouns of winning, losing and meeting in French, in the forms in which reports have them. */
export const FR_VERBS: Readonly<Record<string, string>> = {
  beat:
    "n'a laissé aucune chance à, n'a laissé aucune chance au, n'a laissé aucune chance aux, " +
    "n'ont laissé aucune chance à, n'ont laissé aucune chance au, n'ont laissé aucune chance aux, " +
    "ne laisse aucune chance à, ne laisse aucune chance au, ne laisse aucune chance aux, " +
    "ne laissent aucune chance à, ne laissent aucune chance au, ne laissent aucune chance aux, " +
    "n'avait laissé aucune chance à, n'avait laissé aucune chance au, " +
    "n'avait laissé aucune chance aux, n'avaient laissé aucune chance à, " +
    "n'avaient laissé aucune chance au, n'avaient laissé aucune chance aux, " +
    "n'a fait qu'une bouchée de, n'a fait qu'une bouchée du, n'a fait qu'une bouchée des, " +
    "n'ont fait qu'une bouchée de, n'ont fait qu'une bouchée du, n'ont fait qu'une bouchée des, " +
    "bat, battent, ont battu, a battu, battu, battus, battue, battant, ont dominé, a dominé, dominé, " +
    "dominent, domine, dominant, ont vaincu, a vaincu, vaincu, ont éliminé, a éliminé, éliminé, " +
    "éliminés, éliminant, élimine, ont écarté, a écarté, écarté, écartant, ont sorti, a sorti, " +
    "ont surclassé, a surclassé, a renversé, ont renversé, a balayé, ont balayé, balayé, ont défait, " +
    "a défait, défait, viennent à bout de, est venu à bout de, sont venus à bout de, a surpris, " +
    "ont surpris, surprend, battre, battues, battit, battirent, battait, vaincre, vainc, vainquent, " +
    "vaincus, vaincue, vaincues, vainquit, vainquirent, défaire, défont, défaits, défit, défirent, " +
    "sortir, sortent, sorti, sortis, sortit, sortirent, sortant, surprendre, surprennent, surpris, " +
    "surprirent, surprit, corriger, dominer, dominés, dominée, dominées, domina, dominèrent, " +
    "dominait, dominaient, éliminer, éliminent, éliminée, éliminées, élimina, éliminèrent, " +
    "éliminait, éliminaient, écarter, écarte, écartent, écartés, écartée, écartées, écarta, " +
    "écartèrent, écartait, écartaient, surclasser, surclasse, surclassent, surclassé, surclassés, " +
    "surclassée, surclassées, surclassant, surclassa, surclassèrent, surclassait, surclassaient, " +
    "renverser, renverse, renversent, renversé, renversés, renversée, renversées, renversant, " +
    "renversa, renversèrent, renversait, renversaient, balayer, balaye, balayent, balayés, balayée, " +
    "balayées, balayant, balaya, balayèrent, balayait, balayaient, terrasser, terrasse, terrassent, " +
    "terrassé, terrassés, terrassée, terrassées, terrassant, terrassa, terrassèrent, terrassait, " +
    "terrassaient, étriller, étrille, étrillent, étrillé, étrillés, étrillée, étrillées, étrillant, " +
    "étrilla, étrillèrent, étrillait, étrillaient, mater, mate, matent, maté, matés, matée, matées, " +
    "matant, mata, matèrent, matait, mataient, dompter, dompte, domptent, dompté, domptés, domptée, " +
    "domptées, domptant, dompta, domptèrent, domptait, domptaient, écraser, écrase, écrasent, " +
    "écrasé, écrasés, écrasée, écrasées, écrasant, écrasa, écrasèrent, écrasait, écrasaient, " +
    "pulvériser, pulvérise, pulvérisent, pulvérisé, pulvérisés, pulvérisée, pulvérisées, " +
    "pulvérisant, pulvérisa, pulvérisèrent, pulvérisait, pulvérisaient, évincer, évince, évincent, " +
    "évincé, évincés, évincée, évincées, évinçant, évinça, évincèrent, évinçait, évinçaient, " +
    "stopper, stoppe, stoppent, stoppé, stoppés, stoppée, stoppées, stoppant, stoppa, stoppèrent, " +
    "stoppait, stoppaient, humilier, humilie, humilient, humilié, humiliés, humiliée, humiliées, " +
    "humiliant, humilia, humilièrent, humiliait, humiliaient, piéger, piége, piégent, piégé, piégés, " +
    "piégée, piégées, piégeant, piégea, piégèrent, piégeait, piégeaient, détrôner, détrône, " +
    "détrônent, détrôné, détrônés, détrônée, détrônées, détrônant, détrôna, détrônèrent, détrônait, " +
    "détrônaient, dégoûter, dégoûte, dégoûtent, dégoûté, dégoûtés, dégoûtée, dégoûtées, dégoûtant, " +
    "dégoûta, dégoûtèrent, dégoûtait, dégoûtaient, expédier, expédie, expédient, expédié, expédiés, " +
    "expédiée, expédiées, expédiant, expédia, expédièrent, expédiait, expédiaient, laminer, lamine, " +
    "laminent, laminé, laminés, laminée, laminées, laminant, lamina, laminèrent, laminait, " +
    "laminaient, museler, musele, muselent, muselé, muselés, muselée, muselées, muselant, musela, " +
    "muselèrent, muselait, muselaient, crucifier, crucifie, crucifient, crucifié, crucifiés, " +
    "crucifiée, crucifiées, crucifiant, crucifia, crucifièrent, crucifiait, crucifiaient, dynamiter, " +
    "dynamite, dynamitent, dynamité, dynamités, dynamitée, dynamitées, dynamitant, dynamita, " +
    "dynamitèrent, dynamitait, dynamitaient, atomiser, atomise, atomisent, atomisé, atomisés, " +
    "atomisée, atomisées, atomisant, atomisa, atomisèrent, atomisait, atomisaient, corrige, " +
    "corrigent, corrigé, corrigés, corrigée, corrigées, corrigeant, corrigea, corrigèrent, " +
    "corrigeait, corrigeaient, désarçonner, désarçonne, désarçonnent, désarçonné, désarçonnés, " +
    "désarçonnée, désarçonnées, désarçonnant, désarçonna, désarçonnèrent, désarçonnait, " +
    "désarçonnaient, déborder, déborde, débordent, débordé, débordés, débordée, débordées, " +
    "débordant, déborda, débordèrent, débordait, débordaient, dépasser, dépasse, dépassent, dépassé, " +
    "dépassés, dépassée, dépassées, dépassant, dépassa, dépassèrent, dépassait, dépassaient, " +
    "devancer, devance, devancent, devancé, devancés, devancée, devancées, devançant, devança, " +
    "devancèrent, devançait, devançaient, maîtriser, maîtrise, maîtrisent, maîtrisé, maîtrisés, " +
    "maîtrisée, maîtrisées, maîtrisant, maîtrisa, maîtrisèrent, maîtrisait, maîtrisaient, " +
    "neutraliser, neutralise, neutralisent, neutralisé, neutralisés, neutralisée, neutralisées, " +
    "neutralisant, neutralisa, neutralisèrent, neutralisait, neutralisaient, foudroyer, foudroye, " +
    "foudroyent, foudroyé, foudroyés, foudroyée, foudroyées, foudroyant, foudroya, foudroyèrent, " +
    "foudroyait, foudroyaient, bousculer, bouscule, bousculent, bousculé, bousculés, bousculée, " +
    "bousculées, bousculant, bouscula, bousculèrent, bousculait, bousculaient, assommer, assomme, " +
    "assomment, assommé, assommés, assommée, assommées, assommant, assomma, assommèrent, assommait, " +
    "assommaient, malmener, malmene, malmenent, malmené, malmenés, malmenée, malmenées, malmenant, " +
    "malmena, malmenèrent, malmenait, malmenaient, fesser, fesse, fessent, fessé, fessés, fessée, " +
    "fessées, fessant, fessa, fessèrent, fessait, fessaient, doucher, douche, douchent, douché, " +
    "douchés, douchée, douchées, douchant, doucha, douchèrent, douchait, douchaient, désosser, " +
    "désosse, désossent, désossé, désossés, désossée, désossées, désossant, désossa, désossèrent, " +
    "désossait, désossaient, croquer, croque, croquent, croqué, croqués, croquée, croquées, " +
    "croquant, croqua, croquèrent, croquait, croquaient, gifler, gifle, giflent, giflé, giflés, " +
    "giflée, giflées, giflant, gifla, giflèrent, giflait, giflaient, venir à bout de, " +
    "venir à bout du, venir à bout des, venir à bout d', venir à bout de l', venir à bout de la, " +
    "vient à bout de, vient à bout du, vient à bout des, vient à bout d', vient à bout de l', " +
    "vient à bout de la, viennent à bout du, viennent à bout des, viennent à bout d', " +
    "viennent à bout de l', viennent à bout de la, est venu à bout du, est venu à bout des, " +
    "est venu à bout d', est venu à bout de l', est venu à bout de la, est venue à bout de, " +
    "est venue à bout du, est venue à bout des, est venue à bout d', est venue à bout de l', " +
    "est venue à bout de la, sont venus à bout du, sont venus à bout des, sont venus à bout d', " +
    "sont venus à bout de l', sont venus à bout de la, sont venues à bout de, sont venues à bout du, " +
    "sont venues à bout des, sont venues à bout d', sont venues à bout de l', " +
    "sont venues à bout de la, venu à bout de, venu à bout du, venu à bout des, venu à bout d', " +
    "venu à bout de l', venu à bout de la, venus à bout de, venus à bout du, venus à bout des, " +
    "venus à bout d', venus à bout de l', venus à bout de la, vint à bout de, vint à bout du, " +
    "vint à bout des, vint à bout d', vint à bout de l', vint à bout de la, vinrent à bout de, " +
    "vinrent à bout du, vinrent à bout des, vinrent à bout d', vinrent à bout de l', " +
    "vinrent à bout de la, venant à bout de, venant à bout du, venant à bout des, venant à bout d', " +
    "venant à bout de l', venant à bout de la, venait à bout de, venait à bout du, " +
    "venait à bout des, venait à bout d', venait à bout de l', venait à bout de la, a eu raison de, " +
    "a eu raison du, a eu raison des, a eu raison d', a eu raison de l', a eu raison de la, " +
    "ont eu raison de, ont eu raison du, ont eu raison des, ont eu raison d', ont eu raison de l', " +
    "ont eu raison de la, avoir raison de, avoir raison du, avoir raison des, avoir raison d', " +
    "avoir raison de l', avoir raison de la, avait eu raison de, avait eu raison du, " +
    "avait eu raison des, avait eu raison d', avait eu raison de l', avait eu raison de la, " +
    "avaient eu raison de, avaient eu raison du, avaient eu raison des, avaient eu raison d', " +
    "avaient eu raison de l', avaient eu raison de la, eut raison de, eut raison du, eut raison des, " +
    "eut raison d', eut raison de l', eut raison de la, eurent raison de, eurent raison du, " +
    "eurent raison des, eurent raison d', eurent raison de l', eurent raison de la, " +
    "ayant eu raison de, ayant eu raison du, ayant eu raison des, ayant eu raison d', " +
    "ayant eu raison de l', ayant eu raison de la, disposé de, disposé du, disposé des, disposé d', " +
    "disposé de l', disposé de la, dispose de, dispose du, dispose des, dispose d', dispose de l', " +
    "dispose de la, disposent de, disposent du, disposent des, disposent d', disposent de l', " +
    "disposent de la, disposer de, disposer du, disposer des, disposer d', disposer de l', " +
    "disposer de la, disposant de, disposant du, disposant des, disposant d', disposant de l', " +
    "disposant de la, disposa de, disposa du, disposa des, disposa d', disposa de l', disposa de la, " +
    "défait de, défait du, défait des, défait d', défait de l', défait de la, défaire de, " +
    "défaire du, défaire des, défaire d', défaire de l', défaire de la, défaits de, défaits du, " +
    "défaits des, défaits d', défaits de l', défaits de la, débarrassé de, débarrassé du, " +
    "débarrassé des, débarrassé d', débarrassé de l', débarrassé de la, débarrassés de, " +
    "débarrassés du, débarrassés des, débarrassés d', débarrassés de l', débarrassés de la, " +
    "débarrassée de, débarrassée du, débarrassée des, débarrassée d', débarrassée de l', " +
    "débarrassée de la, débarrassées de, débarrassées du, débarrassées des, débarrassées d', " +
    "débarrassées de l', débarrassées de la, débarrasse de, débarrasse du, débarrasse des, " +
    "débarrasse d', débarrasse de l', débarrasse de la, débarrassent de, débarrassent du, " +
    "débarrassent des, débarrassent d', débarrassent de l', débarrassent de la, débarrassant de, " +
    "débarrassant du, débarrassant des, débarrassant d', débarrassant de l', débarrassant de la, " +
    "triomphé de, triomphé du, triomphé des, triomphé d', triomphé de l', triomphé de la, " +
    "triomphe de, triomphe du, triomphe des, triomphe d', triomphe de l', triomphe de la, " +
    "triomphent de, triomphent du, triomphent des, triomphent d', triomphent de l', " +
    "triomphent de la, triompher de, triompher du, triompher des, triompher d', triompher de l', " +
    "triompher de la, triomphant de, triomphant du, triomphant des, triomphant d', triomphant de l', " +
    "triomphant de la, triompha de, triompha du, triompha des, triompha d', triompha de l', " +
    "triompha de la, joué de, joué du, joué des, joué d', joué de l', joué de la, joués de, " +
    "joués du, joués des, joués d', joués de l', joués de la, joue de, joue du, joue des, joue d', " +
    "joue de l', joue de la, se jouant de, se jouant du, se jouant des, se jouant d', " +
    "se jouant de l', se jouant de la, vainqueur de, vainqueur du, vainqueur des, vainqueur d', " +
    "vainqueur de l', vainqueur de la, vainqueurs de, vainqueurs du, vainqueurs des, vainqueurs d', " +
    "vainqueurs de l', vainqueurs de la, victorieux de, victorieux du, victorieux des, " +
    "victorieux d', victorieux de l', victorieux de la, victorieuses de, victorieuses du, " +
    "victorieuses des, victorieuses d', victorieuses de l', victorieuses de la, tombeur de, " +
    "tombeur du, tombeur des, tombeur d', tombeur de l', tombeur de la, tombeurs de, tombeurs du, " +
    "tombeurs des, tombeurs d', tombeurs de l', tombeurs de la, tombeuse de, tombeuse du, " +
    "tombeuse des, tombeuse d', tombeuse de l', tombeuse de la",
  lose:
    "s'incline, s'inclinent, s'est incliné, s'est inclinée, se sont inclinés, s'inclinant, inclinés, " +
    "a perdu, ont perdu, perd, perdent, perdant, chute, chutent, est tombé, sont tombés, a chuté, " +
    "ont chuté, perdre, perdu, perdus, perdit, perdirent, tomber, tombe, tombent, tombé, tombés, " +
    "tombée, tombées, tombant, tomba, tombèrent, céder, cède, cèdent, cédé, cédant, céda, cédèrent, " +
    "échouer, échoue, échouent, échoué, échouant, échoua, échouèrent, buter, bute, butent, buté, " +
    "butant, buta, chuter, chuté, chutant, chuta, chutèrent, plier, plie, plient, plié, pliant, " +
    "plia, plièrent, craquer, craque, craquent, craqué, craqua, s'incliner, incliné, inclinée, " +
    "inclinées, s'inclina, s'inclinèrent, s'inclinait, rendu les armes, rend les armes, " +
    "rendent les armes, rendre les armes, baissé pavillon, baisse pavillon, trébucher, trébuche, " +
    "trébuché, trébuchant, trébucha, mordu la poussière, calé, cale, calent, pris la porte, " +
    "prend la porte, prennent la porte, subi la loi, subit la loi, subissent la loi, " +
    "se sont inclinées, s'était incliné, s'étaient inclinés, s'était inclinée, s'étaient inclinées",
  win:
    "s'impose, s'imposent, s'est imposé, s'est imposée, se sont imposés, s'imposant, a gagné, " +
    "ont gagné, gagne, gagnent, l'emporte, l'emportent, l'ont emporté, l'a emporté, " +
    "remporte le match, triomphe, triomphent, s'imposer, imposé, imposés, imposée, imposées, " +
    "s'imposa, s'imposèrent, s'imposait, se sont imposées, s'était imposé, s'étaient imposés, " +
    "gagner, gagné, gagnant, gagna, gagnèrent, l'emporter, emporté, l'emportant, l'emporta, " +
    "l'emportèrent, triompher, triomphé, triompha, pris le meilleur, prend le meilleur, " +
    "prennent le meilleur, prendre le meilleur, pris le dessus, prend le dessus, prennent le dessus, " +
    "prendre le dessus, prenant le dessus, prenant le meilleur, vainqueur, vainqueurs, victorieux, " +
    "victorieuse, victorieuses, fait la différence",
  victory: "victoire, succès, victoires, triomphe, large victoire, courte victoire, nette victoire, démonstration",
  defeat: "défaite, revers, défaites, élimination, déconvenue, lourde défaite, courte défaite, échec",
  meet:
    "affronte, affrontent, ont affronté, a affronté, affronté, rencontre, rencontrent, " +
    "ont rencontré, face-à-face, opposait, opposait la, affronter, affrontant, affronta, " +
    "affrontaient, rencontrer, rencontré, opposé, opposée, opposés, opposant, duel, joué contre, " +
    "défié, défie, défient, retrouvé, retrouve, retrouvent",
};
