/** Verbs and nouns of winning, losing and meeting in Spanish, in the forms in which reports have them. */
export const ES_VERBS: Readonly<Record<string, string>> = {
  beat:
    "no dio opción a, no dio opción al, no dieron opción a, no dieron opción al, no dio opciones a, no dio opciones al, no dieron opciones a, no dieron opciones al, " +
    "no dio ninguna opción a, no dio ninguna opción al, no dieron ninguna opción a, no dieron ninguna opción al, no concedió opción a, no concedió opción al, no dejó opciones a, no dejó opciones al, " +
    "venció a, vencieron a, vence a, vencen a, vencer a, venciendo a, derrotó a, derrotaron a, " +
    "derrota a, derrotan a, derrotando a, derrotar a, ganó a, ganaron a, gana a, ganan a, ganar a, " +
    "superó a, superaron a, supera a, superan a, superando a, superar a, eliminó a, eliminaron a, " +
    "elimina a, eliminando a, batió a, batieron a, bate a, baten a, batir a, batiendo a, doblegó a, " +
    "doblegaron a, arrolló a, arrollaron a, sorprendió a, sorprendieron a, derrotado, derrotados, " +
    "derrotada, eliminado, eliminados, eliminada, vencido, vencidos, se deshizo de, " +
    "se deshicieron de, remontó a, remontaron a, derrotaba a, derrotaban a, derrotado a, " +
    "derrotar al, derrota al, derrotan al, derrotó al, derrotaron al, derrotando al, derrotaba al, " +
    "derrotaban al, derrotado al, derrotadas, ganando a, ganaba a, ganaban a, ganado a, ganar al, " +
    "gana al, ganan al, ganó al, ganaron al, ganando al, ganaba al, ganaban al, ganado al, ganado, " +
    "ganados, ganada, ganadas, superaba a, superaban a, superado a, superar al, supera al, " +
    "superan al, superó al, superaron al, superando al, superaba al, superaban al, superado al, " +
    "superado, superados, superada, superadas, eliminar a, eliminan a, eliminaba a, eliminaban a, " +
    "eliminado a, eliminar al, elimina al, eliminan al, eliminó al, eliminaron al, eliminando al, " +
    "eliminaba al, eliminaban al, eliminado al, eliminadas, doblegar a, doblega a, doblegan a, " +
    "doblegando a, doblegaba a, doblegaban a, doblegado a, doblegar al, doblega al, doblegan al, " +
    "doblegó al, doblegaron al, doblegando al, doblegaba al, doblegaban al, doblegado al, doblegado, " +
    "doblegados, doblegada, doblegadas, arrollar a, arrolla a, arrollan a, arrollando a, " +
    "arrollaba a, arrollaban a, arrollado a, arrollar al, arrolla al, arrollan al, arrolló al, " +
    "arrollaron al, arrollando al, arrollaba al, arrollaban al, arrollado al, arrollado, arrollados, " +
    "arrollada, arrolladas, remontar a, remonta a, remontan a, remontando a, remontaba a, " +
    "remontaban a, remontado a, remontar al, remonta al, remontan al, remontó al, remontaron al, " +
    "remontando al, remontaba al, remontaban al, remontado al, remontado, remontados, remontada, " +
    "remontadas, tumbar a, tumba a, tumban a, tumbó a, tumbaron a, tumbando a, tumbaba a, " +
    "tumbaban a, tumbado a, tumbar al, tumba al, tumban al, tumbó al, tumbaron al, tumbando al, " +
    "tumbaba al, tumbaban al, tumbado al, tumbado, tumbados, tumbada, tumbadas, apear a, apea a, " +
    "apean a, apeó a, apearon a, apeando a, apeaba a, apeaban a, apeado a, apear al, apea al, " +
    "apean al, apeó al, apearon al, apeando al, apeaba al, apeaban al, apeado al, apeado, apeados, " +
    "apeada, apeadas, aplastar a, aplasta a, aplastan a, aplastó a, aplastaron a, aplastando a, " +
    "aplastaba a, aplastaban a, aplastado a, aplastar al, aplasta al, aplastan al, aplastó al, " +
    "aplastaron al, aplastando al, aplastaba al, aplastaban al, aplastado al, aplastado, aplastados, " +
    "aplastada, aplastadas, dominar a, domina a, dominan a, dominó a, dominaron a, dominando a, " +
    "dominaba a, dominaban a, dominado a, dominar al, domina al, dominan al, dominó al, " +
    "dominaron al, dominando al, dominaba al, dominaban al, dominado al, dominado, dominados, " +
    "dominada, dominadas, apabullar a, apabulla a, apabullan a, apabulló a, apabullaron a, " +
    "apabullando a, apabullaba a, apabullaban a, apabullado a, apabullar al, apabulla al, " +
    "apabullan al, apabulló al, apabullaron al, apabullando al, apabullaba al, apabullaban al, " +
    "apabullado al, apabullado, apabullados, apabullada, apabulladas, noquear a, noquea a, " +
    "noquean a, noqueó a, noquearon a, noqueando a, noqueaba a, noqueaban a, noqueado a, noquear al, " +
    "noquea al, noquean al, noqueó al, noquearon al, noqueando al, noqueaba al, noqueaban al, " +
    "noqueado al, noqueado, noqueados, noqueada, noqueadas, desbancar a, desbanca a, desbancan a, " +
    "desbancó a, desbancaron a, desbancando a, desbancaba a, desbancaban a, desbancado a, " +
    "desbancar al, desbanca al, desbancan al, desbancó al, desbancaron al, desbancando al, " +
    "desbancaba al, desbancaban al, desbancado al, desbancado, desbancados, desbancada, desbancadas, " +
    "despachar a, despacha a, despachan a, despachó a, despacharon a, despachando a, despachaba a, " +
    "despachaban a, despachado a, despachar al, despacha al, despachan al, despachó al, " +
    "despacharon al, despachando al, despachaba al, despachaban al, despachado al, despachado, " +
    "despachados, despachada, despachadas, frenar a, frena a, frenan a, frenó a, frenaron a, " +
    "frenando a, frenaba a, frenaban a, frenado a, frenar al, frena al, frenan al, frenó al, " +
    "frenaron al, frenando al, frenaba al, frenaban al, frenado al, frenado, frenados, frenada, " +
    "frenadas, apartar a, aparta a, apartan a, apartó a, apartaron a, apartando a, apartaba a, " +
    "apartaban a, apartado a, apartar al, aparta al, apartan al, apartó al, apartaron al, " +
    "apartando al, apartaba al, apartaban al, apartado al, apartado, apartados, apartada, apartadas, " +
    "liquidar a, liquida a, liquidan a, liquidó a, liquidaron a, liquidando a, liquidaba a, " +
    "liquidaban a, liquidado a, liquidar al, liquida al, liquidan al, liquidó al, liquidaron al, " +
    "liquidando al, liquidaba al, liquidaban al, liquidado al, liquidado, liquidados, liquidada, " +
    "liquidadas, destronar a, destrona a, destronan a, destronó a, destronaron a, destronando a, " +
    "destronaba a, destronaban a, destronado a, destronar al, destrona al, destronan al, " +
    "destronó al, destronaron al, destronando al, destronaba al, destronaban al, destronado al, " +
    "destronado, destronados, destronada, destronadas, borrar a, borra a, borran a, borró a, " +
    "borraron a, borrando a, borraba a, borraban a, borrado a, borrar al, borra al, borran al, " +
    "borró al, borraron al, borrando al, borraba al, borraban al, borrado al, borrado, borrados, " +
    "borrada, borradas, aventajar a, aventaja a, aventajan a, aventajó a, aventajaron a, " +
    "aventajando a, aventajaba a, aventajaban a, aventajado a, aventajar al, aventaja al, " +
    "aventajan al, aventajó al, aventajaron al, aventajando al, aventajaba al, aventajaban al, " +
    "aventajado al, aventajado, aventajados, aventajada, aventajadas, fulminar a, fulmina a, " +
    "fulminan a, fulminó a, fulminaron a, fulminando a, fulminaba a, fulminaban a, fulminado a, " +
    "fulminar al, fulmina al, fulminan al, fulminó al, fulminaron al, fulminando al, fulminaba al, " +
    "fulminaban al, fulminado al, fulminado, fulminados, fulminada, fulminadas, ajusticiar a, " +
    "ajusticia a, ajustician a, ajustició a, ajusticiaron a, ajusticiando a, ajusticiaba a, " +
    "ajusticiaban a, ajusticiado a, ajusticiar al, ajusticia al, ajustician al, ajustició al, " +
    "ajusticiaron al, ajusticiando al, ajusticiaba al, ajusticiaban al, ajusticiado al, ajusticiado, " +
    "ajusticiados, ajusticiada, ajusticiadas, humillar a, humilla a, humillan a, humilló a, " +
    "humillaron a, humillando a, humillaba a, humillaban a, humillado a, humillar al, humilla al, " +
    "humillan al, humilló al, humillaron al, humillando al, humillaba al, humillaban al, " +
    "humillado al, humillado, humillados, humillada, humilladas, ejecutar a, ejecuta a, ejecutan a, " +
    "ejecutó a, ejecutaron a, ejecutando a, ejecutaba a, ejecutaban a, ejecutado a, ejecutar al, " +
    "ejecuta al, ejecutan al, ejecutó al, ejecutaron al, ejecutando al, ejecutaba al, ejecutaban al, " +
    "ejecutado al, ejecutado, ejecutados, ejecutada, ejecutadas, anular a, anula a, anulan a, " +
    "anuló a, anularon a, anulando a, anulaba a, anulaban a, anulado a, anular al, anula al, " +
    "anulan al, anuló al, anularon al, anulando al, anulaba al, anulaban al, anulado al, anulado, " +
    "anulados, anulada, anuladas, sentenciar a, sentencia a, sentencian a, sentenció a, " +
    "sentenciaron a, sentenciando a, sentenciaba a, sentenciaban a, sentenciado a, sentenciar al, " +
    "sentencia al, sentencian al, sentenció al, sentenciaron al, sentenciando al, sentenciaba al, " +
    "sentenciaban al, sentenciado al, sentenciado, sentenciados, sentenciada, sentenciadas, " +
    "finiquitar a, finiquita a, finiquitan a, finiquitó a, finiquitaron a, finiquitando a, " +
    "finiquitaba a, finiquitaban a, finiquitado a, finiquitar al, finiquita al, finiquitan al, " +
    "finiquitó al, finiquitaron al, finiquitando al, finiquitaba al, finiquitaban al, " +
    "finiquitado al, finiquitado, finiquitados, finiquitada, finiquitadas, desarbolar a, " +
    "desarbola a, desarbolan a, desarboló a, desarbolaron a, desarbolando a, desarbolaba a, " +
    "desarbolaban a, desarbolado a, desarbolar al, desarbola al, desarbolan al, desarboló al, " +
    "desarbolaron al, desarbolando al, desarbolaba al, desarbolaban al, desarbolado al, desarbolado, " +
    "desarbolados, desarbolada, desarboladas, golear a, golea a, golean a, goleó a, golearon a, " +
    "goleando a, goleaba a, goleaban a, goleado a, golear al, golea al, golean al, goleó al, " +
    "golearon al, goleando al, goleaba al, goleaban al, goleado al, goleado, goleados, goleada, " +
    "goleadas, descabalgar a, descabalga a, descabalgan a, descabalgó a, descabalgaron a, " +
    "descabalgando a, descabalgaba a, descabalgaban a, descabalgado a, descabalgar al, " +
    "descabalga al, descabalgan al, descabalgó al, descabalgaron al, descabalgando al, " +
    "descabalgaba al, descabalgaban al, descabalgado al, descabalgado, descabalgados, descabalgada, " +
    "descabalgadas, parar a, para a, paran a, paró a, pararon a, parando a, paraba a, paraban a, " +
    "parado a, parar al, para al, paran al, paró al, pararon al, parando al, paraba al, paraban al, " +
    "parado al, parado, parados, parada, paradas, desarmar a, desarma a, desarman a, desarmó a, " +
    "desarmaron a, desarmando a, desarmaba a, desarmaban a, desarmado a, desarmar al, desarma al, " +
    "desarman al, desarmó al, desarmaron al, desarmando al, desarmaba al, desarmaban al, " +
    "desarmado al, desarmado, desarmados, desarmada, desarmadas, amargar a, amarga a, amargan a, " +
    "amargó a, amargaron a, amargando a, amargaba a, amargaban a, amargado a, amargar al, amarga al, " +
    "amargan al, amargó al, amargaron al, amargando al, amargaba al, amargaban al, amargado al, " +
    "amargado, amargados, amargada, amargadas, vencía a, vencido a, vencer al, vence al, vencen al, " +
    "venció al, vencieron al, venciendo al, vencía al, vencido al, vencida, vencidas, batía a, " +
    "batido a, batir al, bate al, baten al, batió al, batieron al, batiendo al, batía al, batido al, " +
    "batido, batidos, batida, batidas, barrer a, barre a, barren a, barrió a, barrieron a, " +
    "barriendo a, barría a, barrido a, barrer al, barre al, barren al, barrió al, barrieron al, " +
    "barriendo al, barría al, barrido al, barrido, barridos, barrida, barridas, sorprender a, " +
    "sorprende a, sorprenden a, sorprendiendo a, sorprendía a, sorprendido a, sorprender al, " +
    "sorprende al, sorprenden al, sorprendió al, sorprendieron al, sorprendiendo al, sorprendía al, " +
    "sorprendido al, sorprendido, sorprendidos, sorprendida, sorprendidas, someter a, somete a, " +
    "someten a, sometió a, sometieron a, sometiendo a, sometía a, sometido a, someter al, somete al, " +
    "someten al, sometió al, sometieron al, sometiendo al, sometía al, sometido al, sometido, " +
    "sometidos, sometida, sometidas, abatir a, abate a, abaten a, abatió a, abatieron a, " +
    "abatiendo a, abatía a, abatido a, abatir al, abate al, abaten al, abatió al, abatieron al, " +
    "abatiendo al, abatía al, abatido al, abatido, abatidos, abatida, abatidas, sacudir a, sacude a, " +
    "sacuden a, sacudió a, sacudieron a, sacudiendo a, sacudía a, sacudido a, sacudir al, sacude al, " +
    "sacuden al, sacudió al, sacudieron al, sacudiendo al, sacudía al, sacudido al, sacudido, " +
    "sacudidos, sacudida, sacudidas, se deshizo del, se deshicieron del, se deshace de, " +
    "se deshace del, se deshacen de, se deshacen del, deshacerse de, deshacerse del, " +
    "deshaciéndose de, deshaciéndose del, se ha deshecho de, se ha deshecho del, se han deshecho de, " +
    "se han deshecho del, se había deshecho de, se había deshecho del, se habían deshecho de, " +
    "se habían deshecho del, dio cuenta de, dio cuenta del, dieron cuenta de, dieron cuenta del, " +
    "da cuenta de, da cuenta del, dan cuenta de, dan cuenta del, dar cuenta de, dar cuenta del, " +
    "dando cuenta de, dando cuenta del, se libró de, se libró del, se libraron de, se libraron del, " +
    "se desembarazó de, se desembarazó del, se impuso por encima de, se impuso por encima del, " +
    "dejó fuera a, dejó fuera al, dejaron fuera a, dejaron fuera al, deja fuera a, deja fuera al, " +
    "dejando fuera a, dejando fuera al, dejar fuera a, dejar fuera al, mandó a casa a, " +
    "mandó a casa al, mandaron a casa a, mandaron a casa al, echó a, echó al, echaron a, echaron al, " +
    "envió a casa a, envió a casa al, dejó en el camino a, dejó en el camino al, " +
    "dejaron en el camino a, dejaron en el camino al, dejó en la cuneta a, dejó en la cuneta al, " +
    "hizo morder el polvo a, hizo morder el polvo al, pudo con, pudieron con, acabó con, " +
    "acabaron con, acaba con, acabar con, acabando con",
  hits:
    "venció, vencieron, vence, vencen, vencer, venciendo, derrotó, derrotaron, derrota, derrotan, " +
    "derrotando, derrotar, eliminó, eliminaron, elimina, eliminando, batió, batieron, bate, baten, " +
    "batir, batiendo, doblegó, doblegaron, arrolló, arrollaron, sorprendió, sorprendieron, " +
    "derrotaba, derrotaban, derrotado, eliminar, eliminan, eliminaba, eliminaban, eliminado, " +
    "doblegar, doblega, doblegan, doblegando, doblegaba, doblegaban, doblegado, arrollar, arrolla, " +
    "arrollan, arrollando, arrollaba, arrollaban, arrollado, tumbar, tumba, tumban, tumbó, " +
    "tumbaron, tumbando, tumbaba, tumbaban, tumbado, apear, apea, apean, apeó, apearon, apeando, " +
    "apeaba, apeaban, apeado, aplastar, aplasta, aplastan, aplastó, aplastaron, aplastando, " +
    "aplastaba, aplastaban, aplastado, dominar, domina, dominan, dominó, dominaron, dominando, " +
    "dominaba, dominaban, dominado, apabullar, apabulla, apabullan, apabulló, apabullaron, " +
    "apabullando, apabullaba, apabullaban, apabullado, noquear, noquea, noquean, noqueó, " +
    "noquearon, noqueando, noqueaba, noqueaban, noqueado, desbancar, desbanca, desbancan, " +
    "desbancó, desbancaron, desbancando, desbancaba, desbancaban, desbancado, despachar, despacha, " +
    "despachan, despachó, despacharon, despachando, despachaba, despachaban, despachado, " +
    "destronar, destrona, destronan, destronó, destronaron, destronando, destronaba, destronaban, " +
    "destronado, aventajar, aventaja, aventajan, aventajó, aventajaron, aventajando, aventajaba, " +
    "aventajaban, aventajado, fulminar, fulmina, fulminan, fulminó, fulminaron, fulminando, " +
    "fulminaba, fulminaban, fulminado, ajusticiar, ajusticia, ajustician, ajustició, ajusticiaron, " +
    "ajusticiando, ajusticiaba, ajusticiaban, ajusticiado, humillar, humilla, humillan, humilló, " +
    "humillaron, humillando, humillaba, humillaban, humillado, ejecutar, ejecuta, ejecutan, " +
    "ejecutó, ejecutaron, ejecutando, ejecutaba, ejecutaban, ejecutado, sentenciar, sentencia, " +
    "sentencian, sentenció, sentenciaron, sentenciando, sentenciaba, sentenciaban, sentenciado, " +
    "finiquitar, finiquita, finiquitan, finiquitó, finiquitaron, finiquitando, finiquitaba, " +
    "finiquitaban, finiquitado, desarbolar, desarbola, desarbolan, desarboló, desarbolaron, " +
    "desarbolando, desarbolaba, desarbolaban, desarbolado, golear, golea, golean, goleó, golearon, " +
    "goleando, goleaba, goleaban, goleado, descabalgar, descabalga, descabalgan, descabalgó, " +
    "descabalgaron, descabalgando, descabalgaba, descabalgaban, descabalgado, desarmar, desarma, " +
    "desarman, desarmó, desarmaron, desarmando, desarmaba, desarmaban, desarmado, amargar, amarga, " +
    "amargan, amargó, amargaron, amargando, amargaba, amargaban, amargado, vencía, vencido, batía, " +
    "batido, barrer, barre, barren, barrió, barrieron, barriendo, barría, barrido, sorprender, " +
    "sorprende, sorprenden, sorprendiendo, sorprendía, sorprendido, someter, somete, someten, " +
    "sometió, sometieron, sometiendo, sometía, sometido, abatir, abate, abaten, abatió, abatieron, " +
    "abatiendo, abatía, abatido, sacudir, sacude, sacuden, sacudió, sacudieron, sacudiendo, " +
    "sacudía, sacudido, echaron",
  lose:
    "perdió, perdieron, pierde, pierden, perder, perdiendo, cayó, cayeron, cae, caen, cayendo, " +
    "sucumbió, sucumbieron, cedió, cedieron, perdido, perdía, caer, caído, caía, sucumbe, sucumben, " +
    "sucumbir, sucumbiendo, sucumbido, cede, ceden, ceder, cediendo, cedido, claudicó, claudicaron, " +
    "claudicar, se inclinó, se inclinaron, se inclina, se inclinan, inclinarse, hincó la rodilla, " +
    "hincaron la rodilla, mordió el polvo, mordieron el polvo, fracasó, fracasaron, se despidió, " +
    "se despidieron, se estrelló, se estrellaron, se rindió, se rindieron, se rinde, rindiéndose, " +
    "se dobló, tropezó, tropezaron, tropieza, tropezar, quedó eliminado, quedaron eliminados, " +
    "quedó eliminada, quedó apeado, dijo adiós, dijeron adiós, no pudo, no pudieron, " +
    "nada pudo hacer, nada pudieron hacer, naufragó, naufragaron",
  win:
    "ganó, ganaron, gana, ganan, se impuso, se impusieron, se impone, se imponen, imponiéndose, " +
    "triunfó, triunfaron, ganar, ganando, ganado, imponerse, impuesto, triunfa, triunfar, venció, " +
    "vencieron, vence, se alzó con el triunfo, se llevó la victoria, se llevaron la victoria, " +
    "prevaleció, prevalecieron, salió airoso, salieron airosos, remontó, remontaron",
  victory: "victoria, triunfo, victorias, triunfos, éxito, remontada, paliza, goleada, verdugo",
  defeat: "derrota, derrotas, caída, revés, tropiezo, traspié, descalabro",
  meet:
    "se enfrentó, se enfrentaron, enfrentó a, enfrentaron a, se midió, se midieron, duelo, " +
    "se enfrenta, se enfrentan, enfrenta a, enfrentarse, se mide, se miden, medirse, jugó contra, " +
    "jugaron contra, se vio las caras, se vieron las caras, choque, enfrentamiento, se topó, " +
    "se toparon",
};
