import type { Scenario } from "./scenario.testing.ts";

const NOTHING_HERE = "This page does not exist";

/** A report with one wrong figure. */
const CHECKED = "<b>Wang Chuqin and Sun Yingsha beat Ri Jong Sik and Kim Kum Yong 4-1 in the mixed doubles final.";

/** Pages that anybody may read. */
export const pageScenarios: readonly Scenario[] = [
  {
    name: "home: both examples and the moment",
    path: "/",
    expects: { status: 200, contains: ["Olympic Games Paris 2024", "Riverside", "Six players in one frame"] },
  },
  {
    name: "home in Korean by what the browser asks",
    path: "/",
    headers: { "accept-language": "ko-KR,ko;q=0.9" },
    expects: { status: 200, contains: ['lang="ko"', "2024 파리 올림픽 탁구"] },
  },
  {
    name: "home in Chinese by choice",
    path: "/",
    headers: { cookie: "podium-language=zh", "accept-language": "ko" },
    expects: { status: 200, contains: ['lang="zh"', "2024年巴黎奥运会"] },
  },
  { name: "home as JSON", path: "/home.json", expects: { status: 200, contains: ['"competitions":['] } },
  {
    name: "home as JSON by what is accepted",
    path: "/",
    headers: { accept: "application/json" },
    expects: { status: 200, contains: ['"competitions":['] },
  },
  {
    name: "what is live, and no competition in which nothing is",
    path: "/now",
    expects: { status: 200, contains: ["Riverside", "/matches/riverside-open/os/qf-3"], absent: ["Olympic Games"] },
  },
  {
    name: "all players",
    path: "/players",
    expects: { status: 200, contains: ["WANG Chuqin", "NAHRI Karim"] },
  },
  { name: "all players: a page that is not there", path: "/players?page=99", expects: { status: 404 } },
  {
    name: "all moments: those that are open",
    path: "/moments",
    expects: { status: 200, contains: ["Six players in one frame"] },
  },
  {
    name: "a moment is shared with a picture that is drawn from its result, and found by who embeds it",
    path: "/moments/paris-2024-xd-podium",
    expects: {
      status: 200,
      contains: [
        "/moments/paris-2024-xd-podium/card.png?v=",
        'property="og:image:width" content="1200"',
        "application/json+oembed",
        '"@type":"SportsEvent"',
      ],
    },
  },
  {
    name: "the picture of a moment",
    path: "/moments/paris-2024-xd-podium/card.png",
    expects: { status: 200, contains: ["PNG"] },
  },
  {
    name: "what can be printed of a competition",
    path: "/paper/riverside-open",
    expects: { status: 200, contains: ["/paper/riverside-open/score-sheets", "/paper/riverside-open/brackets"] },
  },
  {
    name: "an order of play on paper: a sheet for each table",
    path: "/paper/riverside-open/order-of-play?by=table",
    expects: { status: 200, contains: ["Table 3", "TANNENBERG Jette"], absent: ["<script"] },
  },
  {
    name: "an order of play on paper: everybody with their own matches",
    path: "/paper/riverside-open/order-of-play?by=person&day=2026-11-21",
    expects: { status: 200, contains: ["QUILL Barnaby", "Group A: "] },
  },
  {
    name: "an order of play on paper: a day without matches",
    path: "/paper/riverside-open/order-of-play?day=2026-11-20",
    expects: { status: 404 },
  },
  {
    name: "score sheets: of what can be played, with the way to the page of the match",
    path: "/paper/riverside-open/score-sheets?event=od",
    expects: { status: 200, contains: ["Semi-final 1", "<svg", "Signature"], absent: ["Quarter-final 3"] },
  },
  {
    name: "score sheets: a tie with its order of play, and nobody in it before the line-ups are open",
    path: "/paper/two-teams/score-sheets",
    expects: { status: 200, contains: ["Harbour", "B C", "Y Z"], absent: ["ADAMS"] },
  },
  {
    name: "brackets on paper, in Letter",
    path: "/paper/paris-2024/brackets?size=letter",
    expects: { status: 200, contains: ['data-size="letter"', "SUN Yingsha"] },
  },
  {
    name: "group sheets",
    path: "/paper/riverside-open/groups",
    expects: { status: 200, contains: ["Group D", "VALCLAIR Gaspard"] },
  },
  {
    name: "a list of players",
    path: "/paper/riverside-open/players",
    expects: { status: 200, contains: ["24 players", "YUN Feifei"] },
  },
  {
    name: "certificates: the name in every script, and nobody of an event that goes on",
    path: "/paper/paris-2024/certificates",
    expects: { status: 200, contains: ["1st place", "王楚钦", "with SUN Yingsha"] },
  },
  {
    name: "certificates: none of an event that goes on",
    path: "/paper/riverside-open/certificates",
    expects: { status: 200, contains: ["nothing to print"], absent: ["1st place"] },
  },
  { name: "nothing to print of no competition", path: "/paper/nowhere", expects: { status: 404 } },
  { name: "no sheets of a kind that there is not", path: "/paper/riverside-open/posters", expects: { status: 404 } },
  {
    name: "no sheets of an event that there is not",
    path: "/paper/riverside-open/brackets?event=xx",
    expects: { status: 404 },
  },
  {
    name: "no sheets of a size that there is not",
    path: "/paper/riverside-open/brackets?size=a0",
    expects: { status: 404 },
  },
  {
    name: "a screen: what is on each table",
    path: "/screens/riverside-open/tables?seconds=20",
    expects: {
      status: 200,
      contains: ['seconds="20"', 'topics="competition:riverside-open"', "HOLLOWAY Tess", "Table 4"],
      absent: ["<nav", "<form", 'class="masthead'],
    },
  },
  {
    name: "a screen: its language is set once by its address",
    path: "/screens/riverside-open/calls?lang=ko",
    expects: { status: 303, to: "/screens/riverside-open/calls" },
  },
  {
    name: "a screen: who is called next, in the language of the screen",
    path: "/screens/riverside-open/calls",
    headers: { cookie: "podium-language=ko" },
    expects: { status: 200, contains: ["다음 호출"] },
  },
  {
    name: "a screen: results",
    path: "/screens/riverside-open/results",
    expects: { status: 200, contains: ["CEDRO In"] },
  },
  {
    name: "a screen: the bracket of an event",
    path: "/screens/paris-2024/bracket?event=xd",
    expects: { status: 200, contains: ["SUN Yingsha", "live-bracket"] },
  },
  {
    name: "a screen: medals",
    path: "/screens/paris-2024/medals",
    expects: { status: 200, contains: ["screen-medals", "PRK"] },
  },
  {
    name: "an overlay: the match that its address names",
    path: "/screens/paris-2024/overlay?match=xd/final",
    expects: { status: 200, contains: ["overlay-box", "WANG / SUN"], absent: ['class="screen '] },
  },
  {
    name: "an overlay: nothing where nothing is live",
    path: "/screens/paris-2024/overlay",
    expects: { status: 200, absent: ["overlay-box"] },
  },
  { name: "no screen of no competition", path: "/screens/nowhere/tables", expects: { status: 404 } },
  { name: "no screen of a kind that there is not", path: "/screens/riverside-open/clocks", expects: { status: 404 } },
  { name: "no screen of no event", path: "/screens/riverside-open/bracket?event=xx", expects: { status: 404 } },
  { name: "no screen of no pace", path: "/screens/riverside-open/tables?seconds=soon", expects: { status: 404 } },
  {
    name: "a calendar of a competition",
    path: "/competitions/riverside-open/matches.ics",
    expects: {
      status: 200,
      contains: [
        "BEGIN:VCALENDAR",
        "UID:riverside-open.os.final@127.0.0.1",
        "LOCATION:#1\\, Riverside Hall",
        "SEQUENCE:",
      ],
    },
  },
  { name: "no calendar of no competition", path: "/competitions/nowhere/matches.ics", expects: { status: 404 } },
  {
    name: "a calendar of an event: its matches alone",
    path: "/competitions/riverside-open/od/matches.ics",
    expects: { status: 200, contains: ["UID:riverside-open.od.final@"], absent: ["riverside-open.os."] },
  },
  { name: "no calendar of no event", path: "/competitions/riverside-open/xx/matches.ics", expects: { status: 404 } },
  {
    name: "a calendar of a player: their matches alone, with the result of what is over",
    path: "/players/quill-barnaby/matches.ics",
    expects: {
      status: 200,
      contains: ["X-WR-CALNAME:QUILL Barnaby", "UID:riverside-open.os.a-2@", "ASTMANN Wim – QUILL Barnaby 3–1"],
      absent: ["riverside-open.os.b-1@"],
    },
  },
  { name: "no calendar of nobody", path: "/players/nobody/matches.ics", expects: { status: 404 } },
  { name: "no picture of no moment", path: "/moments/nowhere/card.png", expects: { status: 404 } },
  {
    name: "the picture of a match",
    path: "/matches/paris-2024/xd/final/card.png",
    expects: { status: 200, contains: ["PNG"] },
  },
  { name: "no picture of no match", path: "/matches/paris-2024/xd/nowhere/card.png", expects: { status: 404 } },
  {
    name: "the picture of a report",
    path: "/moments/paris-2024-xd-podium/reports/three-steps-six-players-one-photograph/card.png",
    expects: { status: 200, contains: ["PNG"] },
  },
  {
    name: "no picture of no report",
    path: "/moments/paris-2024-xd-podium/reports/nowhere/card.png",
    expects: { status: 404 },
  },
  {
    name: "oEmbed of a match",
    path: "/oembed?url={origin}/matches/paris-2024/xd/final",
    expects: { status: 200, contains: ['"type":"link"', "Mixed doubles", "/matches/paris-2024/xd/final/card.png?v="] },
  },
  {
    name: "oEmbed of a moment, and of a report",
    path: "/oembed?url={origin}/moments/paris-2024-xd-podium",
    expects: { status: 200, contains: ["Six players in one frame", '"thumbnail_width":1200'] },
  },
  {
    name: "oEmbed of a page of somebody else",
    path: "/oembed?url=https://elsewhere.example/x",
    expects: { status: 404 },
  },
  { name: "oEmbed of what is not there", path: "/oembed?url={origin}/moments/nowhere", expects: { status: 404 } },
  { name: "oEmbed of nothing", path: "/oembed", expects: { status: 400 } },
  { name: "oEmbed as XML", path: "/oembed?url={origin}/moments/nowhere&format=xml", expects: { status: 400 } },
  { name: "all moments: a page that is not there", path: "/moments?page=2", expects: { status: 404 } },
  {
    name: "all competitions: a page of them",
    path: "/competitions",
    expects: { status: 200, contains: ["Olympic Games Paris 2024", "Riverside"] },
  },
  { name: "all competitions: a page that is not there", path: "/competitions?page=2", expects: { status: 404 } },
  { name: "all competitions: no number", path: "/competitions?page=-1", expects: { status: 404 } },
  {
    name: "an event of one page: a section that is not there",
    path: "/competitions/paris-2024/xd?section=1",
    expects: { status: 404 },
  },
  {
    name: "a text held against the record: the form",
    path: "/check",
    expects: {
      status: 200,
      contains: ['action="/check"', "Olympic Games Paris 2024", "한국어"],
      absent: ['class="statements"', 'class="check-counts'],
    },
  },
  {
    name: "a text held against the record: what is wrong is marked, with what the record has",
    method: "POST",
    path: "/check",
    form: { text: CHECKED, competition: "paris-2024", language: "en", date: "2024-07-31" },
    expects: {
      status: 200,
      contains: ["1 statement is contradicted", "The record has: 4-2", "/matches/paris-2024/xd/final", "&lt;b>"],
      absent: ["<b>Wang"],
    },
  },
  {
    name: "a text held against the record: a JSON line for each claim",
    method: "POST",
    path: "/check",
    json: { text: CHECKED },
    expects: { status: 200, contains: ['"type":"score","claim":"4-1"', '"truth":"4-2"', '"verdict":"contradicted"'] },
  },
  {
    name: "a text held against the record: nothing of it is about the record",
    method: "POST",
    path: "/check",
    form: { text: "The hall was full." },
    expects: { status: 200, contains: ["Nothing in this text is about the record."] },
  },
  {
    name: "a text held against the record: a competition that is not there",
    method: "POST",
    path: "/check",
    json: { text: CHECKED, competition: "nowhere-2024" },
    expects: { status: 404, contains: ["There is no competition nowhere-2024"] },
  },
  {
    name: "a text held against the record: too long",
    method: "POST",
    path: "/check",
    json: { text: "4-1 ".repeat(6000) },
    expects: { status: 400, contains: ['"form-invalid"'] },
  },
  {
    name: "what texts are held against, for a browser that checks while somebody writes",
    path: "/check/record/paris-2024",
    expects: { status: 200, contains: ['{"record":[{"id":"paris-2024"', '"family":"WANG"'] },
  },
  {
    name: "the record of a competition that is not there",
    path: "/check/record/nowhere-2024",
    headers: { accept: "application/json" },
    expects: { status: 404, absent: ["WANG"] },
  },
  {
    name: "a language is chosen and remembered",
    path: "/competitions/paris-2024?a=1&lang=ko",
    expects: { status: 303, to: "/competitions/paris-2024?a=1" },
  },
  {
    name: "a language that is not spoken changes nothing",
    path: "/?lang=%0d%0aset-cookie:%20x=y",
    expects: { status: 303, to: "/" },
  },
  {
    name: "what was done is said once, in our words only",
    path: "/?notice=%3Cscript%3Ealert(1)%3C/script%3E",
    expects: { status: 200, absent: ["<script>alert(1)"] },
  },
  {
    name: "a sentence nobody wrote is not said",
    path: "/?notice=constructor",
    expects: { status: 200, absent: ["function", "[native", "notice.constructor"] },
  },
  { name: "home: another method", method: "PUT", path: "/", expects: { status: 405 } },
  { name: "home: HEAD", method: "HEAD", path: "/", expects: { status: 200 } },

  {
    name: "competition",
    path: "/competitions/paris-2024",
    expects: { status: 200, contains: ["South Paris Arena 4", "Mixed doubles", "DPR Korea"] },
  },
  {
    name: "competition: an invented one says so",
    path: "/competitions/riverside-open.json",
    expects: { status: 200, contains: ['"invented":true'] },
  },
  {
    name: "competition: unknown",
    path: "/competitions/nowhere-2024",
    expects: { status: 404, contains: [NOTHING_HERE] },
  },
  {
    name: "competition: unknown, as JSON",
    path: "/competitions/nowhere-2024.json",
    expects: { status: 404, contains: ['"code":"not-found"'] },
  },
  {
    name: "competition: HTML in the address",
    path: "/competitions/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    expects: { status: 404, absent: ["<script>alert(1)"] },
  },
  {
    name: "competition: a query of HTML",
    path: "/competitions/paris-2024?%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    expects: { status: 200, absent: ["<img src=x"] },
  },
  {
    name: "competition: nothing is posted",
    method: "POST",
    path: "/competitions/paris-2024",
    form: {},
    expects: { status: 405 },
  },

  {
    name: "event: bracket and medals",
    path: "/competitions/paris-2024/xd",
    expects: { status: 200, contains: ["WANG", "RI", "/matches/paris-2024/xd/final", "11", "14"] },
  },
  {
    name: "event: the other events of the competition",
    path: "/competitions/riverside-open/os.json",
    expects: { status: 200, contains: ['"others":[{"id":"riverside-open/od"'] },
  },
  {
    name: "event: groups",
    path: "/competitions/riverside-open/os.json",
    expects: { status: 200, contains: ['"groups":[{'] },
  },
  { name: "event: unknown", path: "/competitions/paris-2024/md", expects: { status: 404 } },
  { name: "event: of another competition", path: "/competitions/paris-2024/os", expects: { status: 404 } },

  {
    name: "match: the final, 4-2",
    path: "/matches/paris-2024/xd/final.json",
    expects: {
      status: 200,
      contains: [
        '"gamesWon":{"home":4,"away":2}',
        '"games":[{"home":11,"away":6},{"home":7,"away":11},{"home":11,"away":8},{"home":11,"away":5},{"home":7,"away":11},{"home":11,"away":8}]',
      ],
    },
  },
  {
    name: "match: the bronze match, 4-0",
    path: "/matches/paris-2024/xd/bronze.json",
    expects: { status: 200, contains: ['"gamesWon":{"home":4,"away":0}'] },
  },
  {
    name: "match: as a page",
    path: "/matches/paris-2024/xd/final",
    expects: { status: 200, contains: ["SUN", "KIM", "<table"] },
  },
  {
    name: "match: under way, rally by rally",
    path: "/matches/riverside-open/os/qf-3.json",
    expects: { status: 200, contains: ['"status":"live"', '"known":"rallies"'] },
  },
  { name: "match: who plays is not known yet", path: "/matches/riverside-open/os/final", expects: { status: 200 } },
  { name: "match: unknown", path: "/matches/paris-2024/xd/r32-1", expects: { status: 404 } },
  { name: "match: a slash smuggled in", path: "/matches/paris-2024%2Fxd/final/x", expects: { status: 404 } },

  {
    name: "entry: a pair and its way",
    path: "/entries/paris-2024/xd/prk",
    expects: { status: 200, contains: ["RI", "KIM", "/matches/paris-2024/xd/r16-8"] },
  },
  { name: "entry: unknown", path: "/entries/paris-2024/xd/nobody", expects: { status: 404 } },
  { name: "entry: of no event", path: "/entries/paris-2024/nothing/prk", expects: { status: 404 } },

  { name: "player", path: "/players/sun-yingsha", expects: { status: 200, contains: ["SUN", "Yingsha", "孙颖莎"] } },
  {
    name: "player: the record, those who partnered them, what was said, and the choice of an opponent without script",
    path: "/players/wang-chuqin",
    expects: {
      status: 200,
      contains: ["/pairs/sun-yingsha/wang-chuqin", 'action="/players/wang-chuqin/against"', "What was said"],
    },
  },
  {
    name: "player: the whole record",
    path: "/players/sun-yingsha/record",
    expects: { status: 200, contains: ["Opponents", "/players/sun-yingsha/against/"] },
  },
  {
    name: "my matches: when, where and against whom, without an account",
    path: "/players/quill-barnaby/matches",
    expects: { status: 200, contains: ["My matches", "match-line", "/players/quill-barnaby/matches.ics"] },
  },
  { name: "my matches: of nobody", path: "/players/nobody/matches", expects: { status: 404 } },
  { name: "player: no record of nobody", path: "/players/nobody/record", expects: { status: 404 } },
  {
    name: "player: a page of the record that is not there",
    path: "/players/sun-yingsha/record?page=9",
    expects: { status: 404 },
  },
  {
    name: "head to head: an opponent is found by name",
    path: "/players/sun-yingsha/against?name=kum",
    expects: { status: 200, contains: ["/players/sun-yingsha/against/kim-kum-yong"] },
  },
  {
    name: "head to head: nobody of that name, and no markup of it",
    path: "/players/sun-yingsha/against?name=%3Cb%3Ex",
    expects: { status: 200, contains: ["Nobody here is called that"], absent: ["<b>x"] },
  },
  { name: "head to head: of nobody", path: "/players/nobody/against", expects: { status: 404 } },
  {
    name: "head to head of two",
    path: "/players/sun-yingsha/against/kim-kum-yong",
    expects: { status: 200, contains: ["1 won, 0 lost", "/matches/paris-2024/xd/final"] },
  },
  { name: "head to head: against oneself", path: "/players/sun-yingsha/against/sun-yingsha", expects: { status: 404 } },
  { name: "head to head: against nobody", path: "/players/sun-yingsha/against/nobody", expects: { status: 404 } },
  {
    name: "pair: every event of the two",
    path: "/pairs/sun-yingsha/wang-chuqin",
    expects: { status: 200, contains: ["4 won, 0 lost", "孙颖莎", "/competitions/paris-2024/xd"] },
  },
  { name: "pair: two who were none", path: "/pairs/kim-kum-yong/sun-yingsha", expects: { status: 404 } },
  { name: "player: unknown", path: "/players/nobody", expects: { status: 404 } },
  { name: "player: a broken escape", path: "/players/%E0%A4%A", expects: { status: 404 } },
  { name: "player: U+0000", path: "/players/%00", expects: { status: 404 } },
  { name: "player: an address without end", path: `/players/${"x".repeat(4000)}`, expects: { status: 404 } },

  {
    name: "moment: people, result, storylines, thread",
    path: "/moments/paris-2024-xd-podium",
    expects: { status: 200, contains: ["Six players in one frame", "LIM", "SHIN", "27"] },
  },
  {
    name: "moment: evidence",
    path: "/moments/paris-2024-xd-podium.json",
    expects: { status: 200, contains: ['"storylines":[{', '"posted":30,"shown":27,"removed":1,"deleted":2'] },
  },
  { name: "moment: unknown", path: "/moments/nothing", expects: { status: 404 } },

  {
    name: "an address that nothing is under",
    path: "/nothing/at/all",
    expects: { status: 404, contains: [NOTHING_HERE] },
  },
  { name: "an address of two slashes", path: "//elsewhere.example/?lang=ko", expects: { status: 404 } },
  {
    name: "the pages name their style",
    path: "/",
    expects: { status: 200, remembers: { style: /href="\/assets\/([\w.-]+\.css)"/ } },
  },
  { name: "a built file", path: "/assets/{style}", expects: { status: 200, contains: ["--"] } },
  { name: "a built file of another build", path: "/assets/nothing.css", expects: { status: 404 } },
  { name: "a node that runs says so", path: "/health/live", expects: { status: 200, contains: ['"live":true'] } },
  { name: "and that it may be asked", path: "/health/ready", expects: { status: 200, contains: ['"ready":true'] } },
  { name: "the routes described", path: "/openapi.json", expects: { status: 200, contains: ['"openapi":"3.1.0"'] } },
  { name: "a live stream of nothing", path: "/live", expects: { status: 400, contains: ["1 to 20 topics"] } },
  { name: "a built file that is not there", path: "/assets/../../package.json", expects: { status: 404 } },
  { name: "a built file that is not there, escaped", path: "/assets/..%2f..%2fpackage.json", expects: { status: 404 } },
];
