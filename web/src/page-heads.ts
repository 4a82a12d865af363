import type { CardAddress, EventPage, Frame, Language, Page, PathView, Text } from "@podium/protocol";
import { claimsWords } from "./claims/claims-words.ts";
import { isConversationPage } from "./ui/conversation-pages.ts";
import { gamesWonText } from "./ui/games-won.ts";
import { inLanguage, plainParagraph } from "@podium/protocol";
import { liveWords } from "./live/live-words.ts";
import { eventPageData, matchData } from "./live/sports-event.ts";
import { playersWords } from "./live/players-words.ts";
import { titleOfPlayers } from "./live/player-title.ts";
import { momentData } from "./moments/moment-data.ts";
import { newsArticleData } from "./moments/news-article.ts";
import { deskHead } from "./desk/desk-head.ts";
import { isOfficialPage } from "./desk/official-page.ts";
import { drawWords } from "./draw/draw-words.ts";
import { setupWords } from "./setup/setup-words.ts";
import { paperWords } from "./paper/paper-words.ts";
import { conversationHead } from "./ui/conversation-head.ts";
import type { Head } from "./ui/document.tsx";
import { incidentsWords } from "./ui/incidents-words.ts";
import { entryName, matchName, versus } from "./ui/match-names.ts";
import { shared } from "./ui/shared-words.ts";
import { isoTime } from "./ui/times.ts";

const LIVE = ["entry-live.ts"];
const CLAIMS = ["entry-claims.ts"];

/** What each page says of itself: its title, its words for search engines, its scripts, its width. */
export function headOf(page: Page, frame: Frame): Head {
  const { language } = frame;
  switch (page.page) {
    case "home":
      return { title: shared(language)("ui.podium"), scripts: LIVE };
    case "now":
      return { title: shared(language)("ui.around.now"), scripts: LIVE, layout: "wide" };
    case "competitions":
    case "players":
    case "moments":
      return { title: shared(language)(`ui.around.${page.page}`) };
    case "competition":
      return { title: inLanguage(page.data.competition.title, language), scripts: LIVE };
    case "order-of-play":
      return orderHead(page.data.competition.title, language);
    case "event":
      return {
        title: eventTitle(page.data, language),
        data: eventPageData(page.data, frame),
        scripts: isToBeDrawn(page.data) ? [...LIVE, ...DRAW] : LIVE,
        layout: "wide",
      };
    case "match":
      return { ...matchHead(page.data, language), data: matchData(page.data, frame), scripts: LIVE };
    case "player":
    case "player-matches":
    case "player-record":
    case "player-against":
    case "pair":
      return headOfPlayers(page, language);
    case "entry":
      return { title: pathTitle(page.data.path, language) };
    case "moment":
      return momentHead(page.data, frame);
    case "selfie":
    case "photo-tag":
    case "photo-request":
    case "table":
    case "captain":
      return keyHead(page, language);
    case "moment-screen":
      return bareHead(page.data.moment.title, { language, scripts: ["entry-moment.ts"] });
    case "report":
      return reportHead(page.data, frame);
    case "check":
      return { title: claimsWords(language)("check.title"), scripts: CLAIMS };
    default:
      return otherHead(page, language);
  }
}

function orderHead(competition: Text, language: Language): Head {
  const title = `${liveWords(language)("live.order.title")}: ${inLanguage(competition, language)}`;
  return { title, scripts: LIVE, layout: "wide" };
}

/** The list of prints has its place among the pages; sheets and screens have nothing around them. */
function hallHead(page: Extract<Page, { readonly page: "paper" | "screen" }>, language: Language): Head {
  if (page.page === "screen") return bareHead(page.data.competition.title, { language, scripts: ["entry-screen.ts"] });
  const { competition, sheets } = page.data;
  const kind = paperWords(language)(`paper.${sheets.kind === "list" ? "title" : sheets.kind}`);
  const title = `${kind}: ${inLanguage(competition.title, language)}`;
  return { title, hidden: true, layout: sheets.kind === "list" ? "text" : "bare" };
}

type KeyPage = Extract<Page, { readonly page: "selfie" | "photo-tag" | "photo-request" | "table" | "captain" }>;

/** Pages whose address is the key to them. */
function keyHead(page: KeyPage, language: Language): Head {
  if (page.page === "table") return bareHead(page.data.competition.title, { language, scripts: ["entry-desk.ts"] });
  if (page.page !== "captain") return bareHead(page.data.title, { language, scripts: [] });
  return { ...bareHead(page.data.event.title, { language, scripts: [] }), layout: "text" };
}

/** A page with nothing around it, for a screen or a phone. */
function bareHead(
  title: Text,
  { language, scripts }: { readonly language: Language; readonly scripts: readonly string[] },
): Head {
  return { title: inLanguage(title, language), hidden: true, layout: "bare", scripts };
}

type OtherPage = Exclude<
  Page,
  {
    readonly page:
      | "home"
      | "now"
      | "competitions"
      | "players"
      | "moments"
      | "competition"
      | "order-of-play"
      | "event"
      | "match"
      | "player"
      | "player-matches"
      | "player-record"
      | "player-against"
      | "pair"
      | "entry"
      | "moment"
      | "moment-screen"
      | "table"
      | "captain"
      | "selfie"
      | "photo-tag"
      | "photo-request"
      | "report"
      | "check";
  }
>;

function headOfPlayers(page: Parameters<typeof titleOfPlayers>[0], language: Language): Head {
  const title = titleOfPlayers(page, language);
  return page.page === "player-matches" ? { title, scripts: LIVE } : { title };
}

function otherHead(page: OtherPage, language: Language): Head {
  if (isConversationPage(page)) return conversationHead(page, language);
  if (isOfficialPage(page)) return deskHead(page, language);
  const t = shared(language);
  switch (page.page) {
    case "chair":
    case "chair-next":
    case "chair-incident":
      return chairHead(page, language);
    case "draft":
    case "draft-event":
    case "draw":
    case "desk-draw":
      return setupHead(page, language);
    case "enter":
    case "enter-list":
      return enterHead(page, language);
    case "newsroom-home":
    case "newsroom":
    case "newsroom-reactions":
    case "newsroom-broadcasts":
    case "newsroom-report":
      return newsroomHead(page, language);
    case "paper":
    case "screen":
      return hallHead(page, language);
    case "mail":
    case "journal":
    case "invitation":
    case "staff":
      return { title: t(`ui.${page.page}`), hidden: true };
    case "sign-in":
    case "account":
      return { title: t(`ui.${page.page}`), hidden: true, scripts: ["entry-people.ts"] };
    case "player-requests":
    case "page-requests":
      return { title: playersWords(language)(REQUESTS[page.page]), hidden: true };
    case "refusal":
      return { title: refusalTitle(page.data.status, language), hidden: true };
  }
}

const REQUESTS = { "player-requests": "players.requests", "page-requests": "players.all-requests" } as const;

function enterHead(page: Extract<Page, { readonly page: "enter" | "enter-list" }>, language: Language): Head {
  const title = setupWords(language)("setup.enter");
  return { title: page.page === "enter" ? `${title}: ${inLanguage(page.data.competition.title, language)}` : title };
}

function refusalTitle(status: number, language: Language): string {
  const t = shared(language);
  return status === 404 ? t("ui.refusal.not-found") : t("ui.refusal.title", { status: String(status) });
}

type ChairPages = Extract<Page, { readonly page: "chair" | "chair-next" | "chair-incident" }>;

function chairHead(page: ChairPages, language: Language): Head {
  if (page.page === "chair-incident")
    return { title: incidentsWords(language)("incidents.chair"), hidden: true, layout: "text" };
  const scripts = page.page === "chair" ? ["entry-chair.tsx"] : [];
  return { title: versus(page.data.match, language), hidden: true, layout: "bare", scripts };
}

type NewsroomPages = Extract<
  Page,
  { readonly page: "newsroom-home" | "newsroom" | "newsroom-reactions" | "newsroom-broadcasts" | "newsroom-report" }
>;

function newsroomHead(page: NewsroomPages, language: Language): Head {
  const newsroom = shared(language)("ui.newsroom");
  switch (page.page) {
    case "newsroom-home":
      return { title: newsroom, hidden: true };
    case "newsroom":
    case "newsroom-reactions":
      return {
        title: `${newsroom}: ${inLanguage(page.data.competition.title, language)}`,
        hidden: true,
        scripts: CLAIMS,
      };
    case "newsroom-broadcasts":
      return { title: incidentsWords(language)("incidents.newsroom"), hidden: true };
    case "newsroom-report":
      return { title: page.data.report.headline, hidden: true, layout: "wide", scripts: CLAIMS };
  }
}

const DRAW = ["entry-draw.ts"];

/** Its draw may begin, or goes on, while the page is open. */
function isToBeDrawn({ draw }: EventPage): boolean {
  return draw === "to-come" || draw === "under-way";
}

/** What is prepared, and how it is drawn. */
function setupHead(
  page: Extract<Page, { readonly page: "draft" | "draft-event" | "draw" | "desk-draw" }>,
  language: Language,
): Head {
  switch (page.page) {
    case "draft":
      return {
        title:
          page.data.draft === null ? setupWords(language)("setup.new") : inLanguage(page.data.draft.title, language),
        hidden: true,
      };
    case "draft-event":
      return {
        title: inLanguage(page.data.event.title, language),
        hidden: true,
        layout: "wide",
        scripts: DRAW,
      };
    case "draw":
      return { title: drawTitle(page.data, language), layout: "wide", scripts: DRAW };
    case "desk-draw":
      return { title: drawTitle(page.data.draw, language), hidden: true, layout: "wide", scripts: DRAW };
  }
}

type DataOf<Name extends Page["page"]> = Extract<Page, { readonly page: Name }>["data"];

function eventTitle(
  { competition, event }: Pick<DataOf<"event">, "competition" | "event">,
  language: Language,
): string {
  return `${inLanguage(event.title, language)}, ${inLanguage(competition.title, language)}`;
}

function drawTitle({ event }: Pick<DataOf<"draw">, "event">, language: Language): string {
  return `${drawWords(language)("draw.title")}: ${inLanguage(event.title, language)}`;
}

function matchHead({ competition, event, match, card }: DataOf<"match">, language: Language): Head {
  const won = match.status === "over" || match.status === "live" ? gamesWonText(match) : null;
  const score = won === null ? "" : ` ${won}`;
  return {
    title: `${versus(match, language)}${score}`,
    image: cardImage(card),
    description:
      `${matchName(match, language)}, ${eventTitle({ competition, event }, language)}. ${match.games.map((game) => `${game.home}–${game.away}`).join(" ")}`.trim(),
  };
}

function momentHead(page: DataOf<"moment">, frame: Frame): Head {
  const { moment, podium } = page;
  const { language } = frame;
  const t = shared(language);
  const medals = podium.map((row) => `${t(`ui.medal.${row.medal}`)}: ${entryName(row.entry, language)}`).join(". ");
  return {
    title: inLanguage(moment.title, language),
    description: moment.summary ? inLanguage(moment.summary, language) : medals,
    data: momentData(page, frame),
    image: cardImage(page.card),
    scripts: ["entry-conversation.ts", "entry-moment.ts"],
  };
}

/** What is shown of a page where it is shared is drawn from the result: a photo would stay with others when it is taken down here. */
function cardImage(card: CardAddress): Head["image"] {
  return card === null ? undefined : { src: card, width: 1200, height: 630 };
}

const DESCRIPTION_LENGTH = 200;

/** A report that stands elsewhere too has its one address there. */
function reportHead(data: DataOf<"report">, frame: Frame): Head {
  const { report } = data;
  const first = plainParagraph(report.paragraphs[0] ?? "");
  const corrected = report.corrections.at(-1);
  return {
    title: report.headline,
    description: first.length > DESCRIPTION_LENGTH ? `${first.slice(0, DESCRIPTION_LENGTH)}…` : first,
    data: newsArticleData(data, frame),
    image: cardImage(data.card),
    canonical: report.url ?? undefined,
    published: report.publishedMs === null ? undefined : isoTime(report.publishedMs),
    modified: corrected === undefined ? undefined : isoTime(corrected.atMs),
  };
}

function pathTitle({ entry, event, competition }: PathView, language: Language): string {
  return `${entryName(entry, language)}, ${eventTitle({ competition, event }, language)}`;
}
