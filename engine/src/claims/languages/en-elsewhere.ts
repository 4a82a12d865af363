/** What tells an English reader that a sentence is about something else: other competitions and sports, hopes, denials. */
export const EN_ELSEWHERE: Readonly<Record<string, string>> = {
  not:
    "not, never, no longer, failed to, fails to, failing to, unable to, cannot, can't, without, neither, " +
    "nor, nobody, didn't, did not, doesn't, wasn't, weren't, isn't, couldn't, won't, hasn't, haven't, " +
    "hadn't, none, no, denied, deny, denying, nearly, almost, hardly, barely",
  unsure:
    "will play, are to play, is to play, would, could, will, might, should, shall, if, unless, whether, hope, hopes, hoped, hoping, expect, " +
    "expects, expected, expecting, aim, aims, aimed, aiming, want, wants, wanted, wanting, bid, bidding, " +
    "try, trying, tried, chance, looking to, seeking, seek, seeks, dream, dreams, dreamed, dreamt, dreaming, " +
    "likely, predicted, predict, predicts, predicting, prediction, predictions, set to, due to, about to, wish, wished, wishes, " +
    "supposed, wrongly, mistakenly, incorrectly, erroneously, instead of, rather than, rumour, rumours, " +
    "rumored, rumoured, tipped, favourites to, favorites to, favourite to, favorite to, can, may, must, " +
    "ready to, target, targeting, targets, tomorrow, upcoming, next round, next match, next meet, next face, " +
    "imagine, perhaps, maybe, probably, possibly, potential, potentially, scheduled, plans to, planned, " +
    "vowed, vow, vows, pledged, determined to, eyeing, eye, on course, was to, were to, is to, are to, " +
    "future, hopeful, hopefully, supposedly, falsely, misreported, misstated, headline, headlines, misprint, misprinted, typo, subeditor, sub editor, erratum, bookmakers, bookmaker, bookies, what if, claim that, claimed that, " +
    "forecast, bets, betting, odds, looked set, threatened to, need to, needs to, have to, has to, " +
    "in order to, spoken, speaking of, spoke of, talked, talking of, talk of, fancied",
  onward:
    "to join, to join up, and joined, and join, and joins, to set up, set up, setting up, sets up, and are, and is, and play, and plays, and now, and go, and goes, " +
    "and advance, and advances, and next, and take on, and takes on, next up, for a place in, for a spot in, " +
    "for a berth in, for a place, for a spot, to book a final, to book a semi final, to book a semifinal, " +
    "to book a quarter final, to book a quarterfinal, booking a final, booking a semi final, booking a semifinal",
  inverted: "had, should, were",
  elsewhere:
    "last year, last month, last week, last season, earlier this year, earlier this month, this year, " +
    "this season, earlier this season, previous meeting, previous meetings, previously met, head to head, " +
    "last time, in the past, career, qualifier, qualifying, qualification, qualifiers, warm up, season, " +
    "seasons, ever since, for years, over the years, years earlier, years ago, months ago, weeks ago, " +
    "year ago, a year earlier, month ago, week ago, years before, previous games, previous edition, " +
    "last olympics, last games, last edition, previous olympics, in the previous, junior, youth, club, league, training, exhibition, friendly, the past, past two, " +
    "previous encounters, previous encounter, meetings, last met, decade, since then, later that, " +
    "a year later, years later, next year, childhood, record against",
  "sport:table-tennis": "table tennis, ping pong",
  "sport:badminton": "badminton",
  "sport:other":
    "tennis, swimming, swimmer, swimmers, athletics, gymnastics, gymnast, gymnasts, judo, judoka, " +
    "boxing, boxer, wrestling, wrestler, archery, archer, archers, shooting, shooter, shooters, fencing, " +
    "fencer, fencers, diving, diver, divers, weightlifting, weightlifter, football, footballer, basketball, " +
    "volleyball, handball, hockey, rugby, cycling, cyclist, rowing, sailing, canoe, kayak, taekwondo, " +
    "karate, golf, golfer, surfing, skateboarding, skateboarder, climbing, triathlon, marathon runner, " +
    "equestrian, water polo, pentathlon, breaking, softball, baseball, cricket, squash, pickleball, " +
    "sprinter, sprint, sprints, hurdles, long jump, high jump, pole vault, javelin, relay, freestyle, " +
    "butterfly, backstroke, breaststroke, medley, synchronised, synchronized, trampoline, bmx, air pistol, " +
    "air rifle, pistol, rifle, epee, foil, sabre, kg, metres, meters, 100m, 200m, 400m, 800m, 1500m, 5000m, " +
    "10000m, padel",
  "contest:worlds":
    "world championship, world championships, world table tennis championships, worlds, world champion, " +
    "world champions, world title, world titles, world team championships",
  "contest:world-cup": "world cup, world cups",
  "contest:asian-games": "asian games, asiad",
  "contest:asian":
    "asian championships, asian championship, asian champion, asian champions, asian cup, asian title, " +
    "continental",
  "contest:european":
    "european championships, european championship, european games, european champion, european champions, " +
    "european title, euros, europe top 16",
  "contest:african": "african games, african championships, african champion, african champions, african cup",
  "contest:pan-american":
    "pan american games, pan am games, pan american championships, panamerican, pan american champion, " +
    "pan american champions",
  "contest:commonwealth": "commonwealth games, commonwealth champion, commonwealth champions",
  "contest:tour":
    "wtt, grand smash, smash, contender, star contender, feeder, world tour, grand finals, tour, pro tour, " +
    "champions frankfurt, champions chongqing, grand prix, open",
  "contest:national":
    "national championships, national games, nationals, bundesliga, super league, national champion, " +
    "national championship, domestic",
  "contest:youth":
    "youth olympics, youth olympic games, world junior championships, youth world championships, " +
    "world youth championships",
  "contest:olympics": "olympic games, olympics, olympic, games, olympiad",
  "contest:masters": "masters",
  "contest:paralympics": "paralympics, paralympic, paralympic games",
};
