/** What English says of medals that are counted, of the Games before, and of who was first or last. */
export const EN_HISTORY: Readonly<Record<string, string>> = {
  "tally:gold": "gold, golds, gold medal, gold medals, team gold, team golds",
  "tally:silver": "silver, silvers, silver medal, silver medals, team silver, team silvers",
  "tally:bronze": "bronze, bronzes, bronze medal, bronze medals, team bronze, team bronzes",
  "tally:any": "medal, medals, podium finishes, podium places, team medal, team medals",
  "tally:title": "title, titles, crown, crowns, olympic title, olympic titles, team title, team titles",
  every: "every, every one, every single",
  counter: "times",
  "times-behind:2": "twice",
  none: "none, no, not one, not a single",
  it: "it",
  "times:2": "double, two time, 2 time",
  "times:3": "triple, three time, 3 time",
  "times:4": "four time, 4 time",
  "times:5": "five time, 5 time",
  "times:6": "six time, 6 time",
  debut:
    "debut, debuted, debuts, was introduced, were introduced, introduced, came into the programme, came in, " +
    "joined the programme, entered the programme, first held, first played, first contested, was added, were added",
  "last-held": "last played, last held, last contested, last on the programme",
  belongs: "belong to, belongs to, belonged to",
  "of-them": "those, them, these, which",
  "at-stake": "on offer, at stake, up for grabs, were awarded, were contested, have been awarded, had been awarded",
  inexact:
    "more, another, further, other, additional, next, at least, at most, more than, fewer than, less than, up to, " +
    "nearly, almost, about, around, over, last, first, remaining, final, extra, previous, earlier, later, each, apiece, " +
    "respectively, between them, needed, short of, away, left, if, joint, combined, third of, half of, or",
  "such-as": "including, among them, such as, compared with, against, than",
  "that-event:led": "event",
  "hosts:led": "hosts, host nation, host country, home team, home side, home nation",
  sole: "only, sole, lone",
  "medal-table": "medal table, medals table, medal standings, medal tally",
  "table-top": "topped, tops, topping, top of, on top of, at the top of, led, leading, headed, heads",
  edition: "games, editions, olympics",
  held: "held, played, contested, staged, on the programme, on the program",
  "nth-time": "time",
  ended: "ended, ending, ends, halted, halting, stopped, stopping",
  run: "run, march, charge, campaign, adventure, journey",
  victor:
    "winner over, winners over, winner against, winners against, victor over, victors over, conqueror of, conquerors of",
  homeland: "country, nation",
  "own-games": "these games, this games, these olympics, the french capital, at home, here, this week, this summer",
  earlier: "had, before, already, previously, previous, until, prior, came into, came here, arrived",
};
