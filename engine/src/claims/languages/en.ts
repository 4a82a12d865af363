import { EN_ELSEWHERE } from "./en-elsewhere.ts";
import { EN_FIGURES } from "./en-figures.ts";
import { EN_HISTORY } from "./en-history.ts";
import type { Grammar } from "./grammar.ts";

export const en: Grammar = {
  language: "en",
  verb: "between",
  hours: [-5, 8],
  capitals: true,
  small: "the and of was to with his her had who they",
  words: {
    ...EN_HISTORY,
    ...EN_FIGURES,
    ...EN_ELSEWHERE,
    beat: "come past, comes past, coming past, gone past, going past, survived, surviving, survive, nudged past, nudging past, muscled past, barged past, hurried past, brushed past, ground past, got rid of, accounted for, accounting for, put an end to, called time on, removed, removing, sank, sinking, felled, felling, tamed, taming, upended, upending, deposed, deposing, repelled, ran past, running past, sneaked past, struggled past, strolled past, hustled past, conqueror of, conquerors of, shut out, shuts out, shutting out, victor over, bt, dispose of, disposing of, outmuscled, put paid to, beat, beats, beating, beaten, defeat, defeats, defeated, defeating, overcame, overcome, overcomes, overcoming, downed, downing, edged, edging, edged past, edged out, edging past, saw off, seeing off, swept past, swept aside, sweeping past, sweeping aside, swept, thrashed, thrashing, crushed, crushing, routed, routing, outclassed, outclassing, stunned, stunning, stun, upset, upsets, upsetting, shocked, shocking, ousted, ousting, eliminated, eliminating, knocked out, knocking out, knocked off, dispatched, dispatching, despatched, dismissed, dismissing, brushed aside, brushing aside, eased past, easing past, cruised past, cruising past, battled past, battling past, got past, getting past, got the better of, held off, holding off, prevailed over, prevailing over, triumphed over, triumphing over, outlasted, outlasting, demolished, demolishing, dethroned, dethroning, took down, taking down, took out, taking out, dumped out, dumping out, disposed of, bested, besting, outplayed, outplaying, outfought, whitewashed, whitewashing, hammered, hammering, rallied past, squeezed past, squeezing past, fought past, powered past, stormed past, sailed past, breezed past, breezing past, toppled, toppling, topple, blanked, blanking, subdued, subduing, vanquished, put out, sent home, came past, moved past, moving past, advanced past, got by, conquered, conquering, trounced, trouncing, overpowered, overpowering, overwhelmed, overwhelming, came through against, were too good for, was too good for, were too strong for, was too strong for, proved too strong for, proved too good for, blew past, rolled past, raced past, slipped past, scraped past, recovered to beat, came back to beat, came from behind to beat, rallied to beat, made short work of, overturned, went past, eked past, pipped, shown the door, threw out, thrown out, throwing out, shown the exit, sent packing, sending packing, bundled out, dashed the hopes of, ended the run of, ended the hopes of, ended the dreams of, avenged themselves on, knocked, knocking, dumped, dumping, had the better of, undone, outgunned, seen off, swept away, winners over, winner over, winners against, winner against, victors over, victorious over, victorious against, see off, sees off, get past, gets past, get the better of, edge past, oust, ousts, eliminate, eliminates, knock out, knocks out, hold off, sweep past, ease past, took care of, had too much for, puts out, putting out, put away, puts away, putting away, put aside, puts aside, putting aside, puts paid to, putting paid to, puts an end to, putting an end to, gets by, getting by, get through, gets through, getting through, got through, gets the better of, getting the better of, get rid of, gets rid of, getting rid of, take down, takes down, taken down, take out, takes out, taken out, take apart, takes apart, taking apart, took apart, taken apart, take care of, takes care of, taking care of, taken care of, knock off, knocks off, knocking off, knock over, knocks over, knocking over, knocked over, go past, goes past, come through against, comes through against, coming through against, throw out, throws out, send packing, sends packing, send home, sends home, sending home, send out, sends out, sending out, sent out, holds off, make short work of, makes short work of, making short work of, make light work of, makes light work of, making light work of, made light work of, make quick work of, makes quick work of, making quick work of, made quick work of, make short shrift of, makes short shrift of, making short shrift of, made short shrift of, have the better of, has the better of, having the better of, have the measure of, has the measure of, having the measure of, had the measure of, have too much for, has too much for, having too much for, fight past, fights past, fighting past, fight off, fights off, fighting off, fought off, blow past, blows past, blowing past, blown past, blow away, blows away, blowing away, blew away, blown away, run past, runs past, run over, runs over, running over, ran over, sweeps past, sweep aside, sweeps aside, sweep away, sweeps away, sweeping away, overthrow, overthrows, overthrowing, overthrew, overthrown, sink, sinks, sunk, edge, edges, edge out, edges out, edging out, edges past, thrash, thrashes, crush, crushes, routs, outclass, outclasses, stuns, dispatch, dispatches, despatch, despatches, despatching, dismiss, dismisses, brush aside, brushes aside, brush past, brushes past, brushing past, eases past, cruise past, cruises past, battle past, battles past, prevail over, prevails over, triumph over, triumphs over, outlast, outlasts, demolish, demolishes, dethrone, dethrones, dump out, dumps out, disposes of, outplay, outplays, whitewashes, rally past, rallies past, rallying past, squeeze past, squeezes past, power past, powers past, powering past, storm past, storms past, storming past, sail past, sails past, sailing past, breeze past, breezes past, topples, subdue, subdues, vanquish, vanquishes, vanquishing, move past, moves past, conquers, trounce, trounces, overpower, overpowers, overwhelm, overwhelms, roll past, rolls past, rolling past, race past, races past, racing past, slip past, slips past, slipping past, scrape past, scrapes past, scraping past, scrape through against, scrapes through against, scraping through against, scraped through against, overturn, overturns, overturning, eke past, ekes past, eking past, pip, pips, pipping, bundle out, bundles out, bundling out, outgun, outguns, outguning, outguned, outmuscle, outmuscles, outmuscling, muscle past, muscles past, muscling past, barge past, barges past, barging past, hurry past, hurries past, hurrying past, nudge past, nudges past, depose, deposes, repel, repels, repeling, repeled, sneak past, sneaks past, sneaking past, struggle past, struggles past, struggling past, stroll past, strolls past, strolling past, hustle past, hustles past, hustling past, account for, accounts for, call time on, calls time on, calling time on, stopping, stopped, drub, drubs, drubbing, drubbed, maul, mauls, mauling, mauled, flatten, flattens, flattening, flattened, steamroll, steamrolls, steamrolling, steamrolled, annihilate, annihilates, annihilating, annihilated, humble, humbles, humbling, humbled, humiliate, humiliates, humiliating, humiliated, outwit, outwits, outwiting, outwited, outmanoeuvre, outmanoeuvres, outmanoeuvring, outmanoeuvred, outmaneuver, outmaneuvers, outmaneuvering, outmaneuvered, outscore, outscores, outscoring, outscored, ambush, ambushes, ambushing, ambushed, trip up, trips up, tripping up, tripped up, turf out, turfs out, turfing out, turfed out, boot out, boots out, booting out, booted out, steer past, steers past, steering past, steered past, coast past, coasts past, coasting past, coasted past, glide past, glides past, gliding past, glided past, march past, marches past, marching past, marched past, grind past, grinds past, grinding past, grinded past, grind down, grinds down, grinding down, grinded down, wear down, wears down, wearing down, weared down, turns back, turning back, turned back, turns away, turning away, turned away, sees through, seeing through, saw through, seen through, denying, denied, stave off, staves off, staving off, staved off, weathering, weathered, outhit, outhits, outhiting, outhited, flooring, floored, prove too strong for, proves too strong for, proving too strong for, prove too good for, proves too good for, proving too good for, prove too much for, proves too much for, proving too much for, proved too much for, roll over, rolls over, rolling over, rolled over, ride past, rides past, riding past, rided past, dance past, dances past, dancing past, danced past, skate past, skates past, skating past, skated past, tiptoe past, tiptoes past, tiptoing past, tiptoed past, navigate past, navigates past, navigating past, navigated past, negotiates, negotiating, negotiated, eclipse, eclipses, eclipsing, eclipsed, mastering, mastered, outfox, outfoxes, outfoxing, outfoxed, stifle, stifles, stifling, stifled, avenge themselves on, avenges themselves on, avenging themselves on, gain revenge on, gains revenge on, gaining revenge on, gained revenge on, gain revenge over, gains revenge over, gaining revenge over, gained revenge over, take revenge on, takes revenge on, taking revenge on, took revenge on, taken revenge on, exact revenge on, exacts revenge on, exacting revenge on, exacted revenge on",
    lose: "gone down, going down, gone out, slid out, slumped out, going under, went under, gone under, going out, gone out, perished, ran out of road, lost, lose, loses, losing, fell, falling, went down, going down, bowed out, bowing out, succumbed, succumbing, crashed out, crashing out, crashed, bowed, were no match, was no match, exited, went out, going out, lost out, conceded defeat, slumped, tumbled out, slipped, came up short, fell short, had no chance, stood no chance, had no answer, had no answers",
    brushed: "brushed, brushing, swept, sweeping, cast, casting, pushed, pushing, shoved, swatted, swatting, set",
    aside: "aside, away",
    knocked:
      "put, putting, sent, sending, threw, throwing, bundled, bundling, saw, seeing, paid, held, holding, bowled, bowling",
    "out-of-it": "out, packing, off, home, tumbling out, crashing out, back home",
    "lost-to":
      "fell to, falls to, falling to, bowed to, succumbed to, were no match for, was no match for, proved no match for",
    win: "won, winning, wins, win, triumphed, triumphing, prevailed, prevailing, prevail, came out on top, came through, coming through",
    victory:
      "victory, victories, win, wins, triumph, victories, upset, upset win, rout, thrashing, whitewash, success, comeback win",
    defeat: "defeat, defeats, loss, losses, setback, reverse, upset loss",
    carried: "took, sent, put, carried, lifted, propelled, steered",
    meet: "will play, are to play, is to play, opposite, came up against, coming up against, ran into, up against, met, meet, meets, meeting, faced, face, faces, facing, played, playing, took on, taking on, clash, clashed, clashes, showdown, versus, vs, v, took the lead against, matchup, rematch, match up, encounter, contest, tie, opponent, opponents, duel, battle",
    match: "match, matches, matchup, clash, encounter, rubber, deciding rubber, deciding match",
    to: "to",
    by: "by, at the hands of, thanks to",
    over: "over, against",
    of: "of, from",
    "plays-for": "plays for, who plays for, playing for, represents, who represents, representing, competing for",
    and: "and, and his partner, and her partner, and partner, and teammate, and team mate, alongside, partnered by, together with",
    partner:
      "partner, partners, partnered, partnering, teamed up with, pairing with, paired with, team with, teamed with, played with",
    with: "with",
    for: "for",
    who: "who, which, that, whose, whom",
    they: "they, he, she, them, him, both, the two, the four",
    "other-than": "other than, apart from, except, except for, besides, aside from, with the exception of",
    again: "again, once more, once again, anew, rematch",
    misreport:
      "earlier version, previous version, first wrote, first reported, misreported, misstated, misquoted, in error, erroneously, wrongly, incorrectly, mistakenly, correction",
    "own-career": "career, personal, own, family, coach, trainer, head coach, manager, club, life",
    their: "their, his, her, its",
    "of-person": "his, her",
    participle:
      "surviving, removing, sinking, felling, taming, upending, deposing, beating, defeating, overcoming, " +
      "downing, edging, thrashing, crushing, routing, outclassing, stunning, upsetting, shocking, ousting, " +
      "eliminating, dispatching, dismissing, outlasting, demolishing, dethroning, besting, outplaying, " +
      "whitewashing, hammering, toppling, blanking, subduing, conquering, trouncing, overpowering, " +
      "overwhelming, sent packing, sending packing, knocking, dumping, winning, triumphing, prevailing",
    "gender:m": "men's, male",
    "gender:w": "women's, female",
    "people:m": "male counterparts, male compatriots, male colleagues, men, boys, men's team, men's side, men's squad",
    "people:w":
      "female counterparts, female compatriots, female colleagues, women, girls, women's team, women's side, women's squad",
    apart: "as, whereas, while, but, although, though",
    where: "where, when",
    join: "preceded, preceding, precedes, but, while, then, before, after, when, where, as, whereas, and then, following, having, although, though, since, until, because",
    adverb: "no trouble, no such trouble, little trouble, no problem, no problems, no difficulty, no mercy",
    helper:
      "has, have, had, was, were, is, are, be, been, being, also, then, later, eventually, finally, comfortably, easily, narrowly, convincingly, duly, went on to, clinically, comprehensively, dramatically, surprisingly, sensationally, again, themselves, himself, herself, both, all, duly, previously, first, already, earlier, just, only, once, did, do, does, twice, ruthlessly, promptly, ultimately, together, impressively, clearly, emphatically, up, out, swiftly, quickly, soundly, handily, resoundingly, fought back to, fought back and, recovered to, rallied to, bounced back to, came back to, came from behind to, battled back to, held on to, managed to, needed, used, went to",
    article:
      "the hopes of, hopes of, the challenge of, the campaign of, the resistance of, the dreams of, the ambitions of, the tournament of, the, a, an, eventual, newly crowned, this, these, that, their, his, her, its, another, own, full, olympic, olympics, thrilling, close, tight, hard fought, epic, gruelling, grueling, tense, dramatic, straightforward, comfortable, commanding, dominant, clinical, convincing, comprehensive, emphatic, one sided, lopsided, hard, nail biting, marathon, stunning, surprise, shock, narrow, impressive, brilliant, superb, all chinese, all asian, table tennis, historic, elusive, coveted, prestigious, decisive, opening, so called, much anticipated, highly anticipated, well earned, deserved",
    games: "games, game, sets, set",
    rallies: "points, point, rallies, rally, game point, game points, match point, match points",
    straight: "straight games, straight sets, straight game, straight set",
    quoted: "said, says, told, added, according to, admitted, tweeted, posted, wrote, reported, reports, claimed that",
    place: "in, at, near, across, inside, outside, around, throughout",
    on: "on",
    age: "year old, years old, years of age",
    pair: "pair, duo, pairing, combination, tandem, couple, combo, partnership, twosome, doubles pair, doubles team, doubles duo",
    player:
      "men, women, boys, girls, player, players, star, stars, ace, aces, veteran, teenager, teen, paddler, paddlers, left hander, lefthander, right hander, southpaw, compatriot, compatriots, team mate, teammate, teammates, countryman, countrywoman, countrymen, rival, rivals, opponents, opponent, athlete, athletes, underdog, underdogs, outsiders, sensation, prodigy, great, legend, hero, heroes, youngster, brother, brothers, sister, unseeded, unranked, unheralded, little known, mixed, young, teenage, favourite, favorites, favourites, favorite, powerhouse, powerhouses, qualifier, local hero, home hope, giants, hosts, host, neighbours, neighbors, rank outsiders",
    team: "team, teams, squad, side",
    "round:final":
      "team final, final, finals, gold medal match, gold medal game, gold medal final, gold medal contest, gold medal clash, gold medal decider, title match, title decider, championship match, gold match, gold medal encounter, match for gold, match for the gold, match for the gold medal, gold medal tie, contest for gold, match for the title, title round, showpiece, summit clash",
    "round:silver":
      "match for silver, match for the silver, match for the silver medal, silver medal match, play off for silver, playoff for silver",
    "round:bronze":
      "bronze medal match, bronze medal game, bronze medal playoff, bronze medal play off, bronze match, third place playoff, third place match, third place play off, match for third place, bronze medal contest, bronze medal clash, bronze medal decider, battle for bronze, bronze final, playoff for bronze, match for bronze, bronze playoff, bronze play off, match for the bronze, match for the bronze medal, match for bronze medal, play off for bronze, play off for the bronze, playoff for the bronze, playoff for the bronze medal, contest for bronze, contest for the bronze, play off for third place, playoff for third place, bronze medal tie, third place tie, contest for third place, fight for bronze, battle for the bronze, tie for third place, bronze tie, third place contest",
    "round:sf":
      "team semifinal, team semi final, semi final, semi finals, semifinal, semifinals, semis, last four, final four, semi, last 4",
    "round:qf":
      "team quarterfinal, team quarter final, quarter final, quarter finals, quarterfinal, quarterfinals, quarters, last eight, last 8, final eight",
    "round:r16":
      "round of 16, last 16, last sixteen, round of sixteen, eighth finals, pre quarterfinals, pre quarter finals, prequarterfinal",
    "round:r32": "round of 32, last 32, last thirty two, round of thirty two",
    "round:r64": "round of 64, last 64, round of sixty four",
    "round:r128": "round of 128, last 128",
    "round:preliminary": "preliminary round, preliminary rounds, preliminaries",
    "round:first":
      "opening round, opening match, opener, first round, 1st round, round one, round of one, opening matches",
    "round:second": "second round, 2nd round, round two",
    "round:third": "third round, 3rd round, round three",
    "round:fourth": "fourth round, 4th round, round four",
    "round:group": "group stage, group match, group phase, round robin, group matches, pool stage",
    "semifinalist:sf": "semi finalist, semi finalists, semifinalist, semifinalists",
    "semifinalist:qf": "quarter finalist, quarter finalists, quarterfinalist, quarterfinalists",
    "semifinalist:final": "finalist, finalists",
    "medal:gold":
      "team gold, gold medal, gold medals, gold, golds, golden medal, top of the podium, top spot on the podium, top step of the podium",
    "medal:silver": "team silver, silver medal, silver medals, silver, silvers",
    "medal:bronze": "team bronze, bronze medal, bronze medals, bronze, bronzes, third place",
    "medal:any": "team medal, medal, medals, podium, podium finish, podium place",
    title: "team title, title, titles, crown, olympic title, championship, tournament, competition, event",
    "medallist:gold":
      "gold medallist, gold medallists, gold medalist, gold medalists, gold medal winner, gold medal winners, gold winning, gold medal winning, winners, winner",
    "medallist:silver":
      "silver medallist, silver medallists, silver medalist, silver medalists, silver medal winner, silver medal winners, runner up, runners up, silver winning, silver medal winning",
    "medallist:bronze":
      "bronze medallist, bronze medallists, bronze medalist, bronze medalists, bronze medal winner, bronze medal winners, bronze winning, bronze medal winning",
    champion:
      "champion, champions, title holder, title holders, titleholder, titleholders, holders, gold medallist, gold medallists, gold medalist, gold medalists",
    defending: "defending, reigning, title defending, two time defending",
    former:
      "former, past, ex, then, one time, three time, two time, five time, multiple, four time, six time, twice, double",
    "placed:gold": "finished first, came first",
    "placed:silver":
      "finished second, came second, placed second, ended second, finished as runners up, finished runners up",
    "placed:bronze": "finished third, came third, placed third, ended third",
    crowned:
      "crowned, became, become, becoming, were crowned, was crowned, are, is, were, was, emerged as, emerged, finished as, ended as, finished",
    take: "taken, won, win, wins, winning, took, take, takes, taking, claimed, claim, claims, claiming, clinched, clinch, clinching, captured, capture, capturing, secured, secure, securing, earned, earn, earning, grabbed, grab, grabbing, bagged, bag, bagging, landed, landing, settled for, settle for, settling for, settled, collected, collect, collecting, got, received, picked up, picking up, took home, taking home, bring home, bringing home, brought home, struck, striking, seized, seizing, sealed, sealing, scooped, finished with, finishing with, came away with, walked away with, delivered, delivering, snatched, snatching, had to settle for, had to be content with, content with, gained, gaining, pocketed, pocketing, completed, were awarded, was awarded, awarded, salvaged, got their hands on, wrapped up, garnered, nabbed, went home with, go home with, going home with, came home with, left with, leaves with, returned with, returned home with, ended up with, had to make do with, made do with, came back with, departed with, won back",
    went: "went to, goes to, going to, was won by, were won by, fell to, belonged to, was taken by, was claimed by, went the way of, won by, taken by, claimed by",
    keep: "defended, defend, retained, retain, retaining, kept, defending, defends, retains",
    reach:
      "went all the way to, go all the way to, going all the way to, goes all the way to, reached, reach, reaches, reaching, advanced to, advancing to, advance to, advances to, progressed to, progressing to, moved into, moving into, made it to, made, making, qualified for, booked a place in, booked their place in, booked a spot in, booked their spot in, booked her place in, booked his place in, booked his spot in, booked her spot in, stormed into, storming into, swept into, went through to, going through to, sealed a place in, secured a place in, secured a spot in, sailed into, cruised into, made the, through to, marched into, moved on to, advanced into, eased into, powered into, entered, entering, punched their ticket to, into, seal a place in, sealing a place in, secure a place in, securing a place in, clinch a place in, clinched a place in, clinching a place in, earn a place in, earned a place in, secure a spot in, seal a spot in, sealed a spot in, clinch a spot in, book a place in, book their place in, book his place in, book her place in, booking a place in, booking their place in, booking his place in, booking her place in, book a spot in, booking a spot in",
    exit: "exited, exit, exits, went out, bowed out, crashed out, eliminated, knocked out, lost, fell, departed, out in, dumped out",
    seed: "seed, seeds, seeded",
    seeded: "seeded",
    "top-seed": "top seed, top seeds, top seeded, number one seed, number one seeds, first seed, first seeds",
    rank: "ranked",
    "world-no":
      "world no, world number, world ranked no, world ranked number, world ranked, world's number, world's no, no, number, nos",
    unranked: "unranked, without a ranking, without a world ranking",
    lowest: "lowest ranked, lowest ranking, lowest seeded, worst ranked",
    "top-ranked": "top ranked, world's top ranked, highest ranked, world's best ranked",
    "in-the-world": "in the world, in the world rankings, in the rankings, world",
    no: "no, number, nr, nos",
    lead: "led, leading, lead, ahead, took a, raced to a, raced into a, went up, opened up a, surged to a, jumped to a, moved into a, jumped out to a, up, stormed into a, built a, going up, led by, were up, was up, took the lead",
    trail:
      "trailed, trailing, trail, trails, behind, down, fell behind, went behind, falling behind, from behind, deficit, were down, was down, lagging, overturned a, overturning a, came back from, coming back from, came from, recovered from, rallied from, rallying from, fought back from, coming from, fighting back from, battling back from, battled back from, bounced back from, clawed back from, hauled back from",
    down: "down, behind, to love down, to nil down",
    level:
      "levelled, leveled, level, levelling, leveling, equalised, equalized, drew level, pulled level, tied, all square, evened, drawing level, equalising, equalizing, tying",
    decider:
      "decider, last of them, last of those, last of which, deciding game, deciding set, decisive game, final game, last game, deciding seventh game, deciding fifth game, seventh and deciding game, seventh and final game, deciding rubber, deciding match",
    "opening-game": "opening game, opening set, opener",
    "opening-match": "opener",
    opening: "opening",
    last: "last, final, closing",
    each: "all, apiece",
    all: "all, all of their, all of his, all of her, all of its",
    matches:
      "matches, of their matches, of her matches, of his matches, matches in the tournament, their matches, her matches, his matches, rubbers",
    "went-to":
      "went to, go to, going to, gone to, was pushed to, pushed to, stretched to, extended to, ran to, needed all, took all, were pushed to, was taken to, were taken to, taken to, took him to, took her to, took them to, pushed him to, pushed her to, pushed them to, was stretched to, were stretched to, was extended to, were extended to",
    "full-length:last": "in a decider, in a deciding game, in the decider, in the deciding game, in a final game",
    "full-length":
      "went the distance, went the full distance, going the distance, went to a decider, went to a deciding game, went to a seventh game, went all the way, went down to the wire, full distance, seven game thriller, seven games thriller, seven game epic, seven game battle, went to the full seven games",
    "on-the-way": "on the way, on their way, on her way, on his way, en route, on the road, on the path",
    "it-took": "it took",
    "with-length":
      "lasted only, lasted just, needed a, needed, took a, needed just, needed only, needed all, required, took them, spanned, lasted, needing, needing just, needing only",
    "lost-the":
      "lost, losing, dropped, dropping, conceded, conceding, surrendered, gave away, gave up, giving up, gives up, " +
      "allowed, allowing, yielded, yielding, concedes, drops, loses",
    "points-noun": "points",
    "took-the":
      "won, win, wins, reeled off, reeling off, ran off, rattled off, rattling off, strung together, stringing together, put together, swept, winning, took, taking, claimed, claiming, clinched, edged, sealed, pocketed, captured, bagged, grabbed, snatched, scored, scoring, be content with, content with, made do with, make do with",
    "without-loss":
      "not dropped a game, not lost a game, not conceded a game, without dropping a game, without losing a game, without dropping a set, without losing a set, without conceding a game, without losing a single game, without dropping a single game",
    since: "since",
    "in-all":
      "leave with, leaves with, left with, finish with, finishes with, finished with, ended with, end with, ends with, go home with, goes home with, went home with, wound up with, leave, leaves, left, finish, finished, in all, in total, altogether, tally, haul, medal count",
    "standing:fourth":
      "finished fourth, came fourth, placed fourth, ended fourth, were fourth, finished in fourth place, in fourth place, settled for fourth place, had to settle for fourth, took fourth place",
    "standing:no-medal":
      "empty handed, without a medal, missed out on the podium, missed the podium, missing the podium, missing out on the podium, missed out on a medal, missing out on a medal, missed out on the medals, outside the medals, out of the medals, failed to win a medal, failed to medal, off the podium",
    "standing:podium":
      "stood on the podium, finished on the podium, ended on the podium, shared the podium, shared a podium, stood on the same podium, were on the podium, was on the podium, made the podium, reached the podium",
    "same-score":
      "by the same score, by the same scoreline, by an identical score, by an identical scoreline, by the same margin, with the same score, the same scoreline, same score",
    respectively: "respectively, in that order",
    first: "first, first ever, maiden, inaugural",
    ever: "ever, in history, in its history, in their history, of all time",
    row: "straight, consecutive, successive, in a row, in succession, running, back to back",
    years: "years",
    "took-part":
      "entered, competing, competed, took part, field, draw, entries, participating, in the field, in the draw, took to the tables, contesting, contested by, contested, featured, features, who began, who started, who started out, who set out, that began, that started",
    pairs:
      "pairs, teams, duos, players, athletes, entries, combinations, paddlers, doubles teams, doubles pairs, contestants, competitors",
    "event:xd": "mixed doubles, mixed double",
    "event:ms": "men's singles, mens single, men's single, boys singles",
    "event:ws": "women's singles, women's single, ladies singles, girls singles",
    "event:md": "men's doubles, boys doubles",
    "event:wd": "women's doubles, ladies doubles, girls doubles",
    "event:mt": "men's team, men's team event, men's teams, men's team competition, boys team",
    "event:wt": "women's team, women's team event, women's teams, women's team competition, girls team",
    "event:xt": "mixed team, mixed team event, mixed teams",
    "event:singles": "singles",
    "event:doubles": "doubles",
    "event:team":
      "team event, team events, team competition, team tournament, team final, team gold, team silver, team bronze, team match, team title, team semifinal, team semi final, team quarterfinal, team quarter final, team table tennis, team medal",
    "line-up":
      "line up, lineup, line ups, lineups, berth, berths, spot, spots, slot, draw, field, opponent, opponents, opposition, hopes, home hopes, medal hopes, gold medal hopes, title hopes, hopes ended, hopes were ended",
  },
  phrases: [
    "number age -> age",
    "number games to number games? -> score",
    "number matches to number -> score",
    "with-length article? game-is -> length-is",
    "number games down -> down-by",
    "number games each -> score",
    "number each -> score",
    "number to number -> score",
    "number of? straight -> straight",
    "world-no number -> rank-is",
    "world-no no number -> rank-is",
    "rank no? number in-the-world? -> rank-is",
    "rank ordinal in-the-world? -> rank-is",
    "number rank -> rank-is",
    "number in-the-world -> rank-is",
    "ordinal rank -> rank-is",
    "in-the-world possessive? ordinal rank -> rank-is",
    "no number seed -> seed-is",
    "world-no number seed -> seed-is",
    "number seed -> seed-is",
    "ordinal seed -> seed-is",
    "seed no number -> seed-is",
    "seed number -> seed-is",
    "seed ordinal -> seed-is",
    "seed world-no number -> seed-is",
    "top-seed -> seed-is:1",
    "defending contest? event? champion -> defending-champion",
    "ordinal games -> game-is",
    "ordinal games and article ordinal -> games-are",
    "ordinal and ordinal games -> games-are",
    "ordinal , ordinal and ordinal games -> games-are",
    "opening number games -> games-first",
    "last number games -> games-last",
    "first number games -> games-first",
    "number of article first number games -> share-of",
    "place their first number matches|match -> matches-first",
    "place their number matches|match -> matches-first",
    "win all number matches -> all-won",
    "went-to number games -> length-is",
    "went-to article ordinal games|match|matches -> length-is",
    "went-to article ordinal and decider -> length-is",
    "games number -> game-is",
    "table number -> table-is",
    "opening-game -> game-is:1",
    "number games -> games-count",
    "number points-noun -> points-count",
    "in? number straight -> straight",
  ],
  matches: [
    "winner beat loser",
    "loser beat by winner",
    "winner ended loser run",
    "winner brushed loser aside",
    "winner knocked loser out-of-it",
    "loser lose to winner",
    "loser lost-to winner",
    "loser lose over winner",
    "winner win over loser",
    "winner victory over loser",
    "winner victory of loser",
    "victory over loser carried winner",
    "loser defeat to winner",
    "loser defeat by winner",
    "loser defeat over winner",
    "either meet either",
    "either over either",
    "either lead either",
    "either trail either",
  ],
  medals: [
    "holder take medal",
    "holder take title",
    "holder take event",
    "holder keep title",
    "holder keep medal",
    "holder crowned champion",
    "holder crowned medallist",
    "medal : holder",
    "holder placed",
    "medal went holder",
    "title went holder",
    "event went holder",
  ],
  progress: ["side reach round", "side exit round"],
  standings: ["side standing"],
  course: [
    "side took-the game-is|games-are|games-first|games-last|games-count|decider|ordinal|points-count",
    "side lost-the game-is|games-are|games-first|games-last|games-count|decider|ordinal|points-count",
    "side without-loss",
    "side all-won",
    "side beat seeds-are",
    "side lead score",
    "side trail score",
  ],
};
