import type { Frame, Language, Page, Render, RenderContent } from "@podium/protocol";
import { renderToString } from "preact-render-to-string";
import { ChairNext } from "./chair/chair-next.tsx";
import { ChairScreen } from "./chair/chair-page.tsx";
import { CheckScreen } from "./claims/check-page.tsx";
import { Thread } from "./conversation/thread.tsx";
import { DeskScreen } from "./desk/desk-pages.tsx";
import { isOfficialPage } from "./desk/official-page.ts";
import { TableScreen } from "./desk/table-page.tsx";
import { CompetitionScreen } from "./live/competition-page.tsx";
import { CompetitionsScreen } from "./live/competitions-page.tsx";
import { ChairIncident } from "./desk/chair-incident-page.tsx";
import { Captain } from "./desk/captain-page.tsx";
import { DrawScreen } from "./draw/draw-page.tsx";
import { drawingOf } from "./draw/event-drawing.tsx";
import { EventScreen } from "./live/event-page.tsx";
import { HomeScreen } from "./live/home-page.tsx";
import { MatchScreen } from "./live/match-page.tsx";
import { NowScreen } from "./live/now-page.tsx";
import { OrderOfPlayScreen } from "./live/order-of-play.tsx";
import { PlayerMatches } from "./live/player-matches.tsx";
import { EntryScreen, PairScreen, PlayerAgainstScreen, PlayerRecordScreen, PlayerScreen } from "./live/player-page.tsx";
import { Requests } from "./live/player-requests-page.tsx";
import { PlayersScreen } from "./live/players-page.tsx";
import { Decision } from "./moments/decision.tsx";
import { MomentScreen } from "./moments/moment-page.tsx";
import { MomentsScreen } from "./moments/moments-page.tsx";
import { MomentOnScreen } from "./moments/screen-page.tsx";
import { PhotoRequest } from "./moments/photo-request-page.tsx";
import { PhotoTag } from "./moments/photo-tag-page.tsx";
import { Selfie } from "./moments/selfie-page.tsx";
import { ReportScreen } from "./moments/report-page.tsx";
import { Newsroom, NewsroomHome } from "./newsroom/newsroom-pages.tsx";
import { NewsroomBroadcasts } from "./newsroom/broadcasts-page.tsx";
import { NewsroomReactions } from "./newsroom/reactions-page.tsx";
import { ReportWriting } from "./newsroom/report-writing.tsx";
import { headOf } from "./page-heads.ts";
import { Paper } from "./paper/paper-page.tsx";
import { Screen } from "./screens/screen-page.tsx";
import { Mail } from "./people/mail-page.tsx";
import { Account, SignIn } from "./people/people-pages.tsx";
import { InvitationShown, Staff } from "./people/staff-page.tsx";
import { Journal } from "./desk/journal.tsx";
import { DeskDraw } from "./setup/desk-draw-page.tsx";
import { DraftEvent } from "./setup/draft-event-page.tsx";
import { Draft } from "./setup/draft-page.tsx";
import { Enter, EnterList } from "./setup/enter-pages.tsx";
import { ConversationScreen } from "./conversation/conversation-screen.tsx";
import { type ConversationPage, isConversationPage } from "./ui/conversation-pages.ts";
import { Document } from "./ui/document.tsx";
import { Refusal } from "./ui/refusal-page.tsx";

export { renderLetter, renderPush } from "./people/letters.ts";

/** Makes the whole HTML document of any page. */
export const render: Render = (page, frame, content) =>
  `<!doctype html>${renderToString(<Document head={headOf(page, frame)} frame={frame} content={content ?? contentOf(page, frame)} />)}`;

/** What everybody who reads a language sees alike. */
export const renderContent: RenderContent = (page, language) =>
  isPublicPage(page) ? renderToString(<PublicScreen page={page} language={language} />) : null;

function contentOf(page: Page, frame: Frame): string {
  return isPublicPage(page)
    ? renderToString(<PublicScreen page={page} language={frame.language} />)
    : renderToString(<ReaderScreen page={page} frame={frame} />);
}

const PUBLIC = [
  "home",
  "now",
  "competitions",
  "players",
  "moments",
  "competition",
  "order-of-play",
  "screen",
  "event",
  "match",
  "player",
  "player-matches",
  "player-record",
  "player-against",
  "pair",
  "entry",
  "moment-screen",
  "report",
  "check",
] as const;

/** Pages that are the same for everybody who reads their language. */
type PublicPage = Extract<Page, { readonly page: (typeof PUBLIC)[number] }>;
type ReaderPage = Exclude<Page, PublicPage>;

function isPublicPage(page: Page): page is PublicPage {
  return PUBLIC.some((name) => name === page.page);
}

function PublicScreen({ page, language }: { readonly page: PublicPage; readonly language: Language }) {
  switch (page.page) {
    case "home":
      return <HomeScreen data={page.data} language={language} />;
    case "now":
      return <NowScreen data={page.data} language={language} />;
    case "players":
      return <PlayersScreen data={page.data} language={language} />;
    case "moments":
      return <MomentsScreen data={page.data} language={language} />;
    case "competitions":
      return <CompetitionsScreen data={page.data} language={language} />;
    case "competition":
      return <CompetitionScreen data={page.data} language={language} />;
    case "order-of-play":
      return <OrderOfPlayScreen data={page.data} language={language} />;
    case "screen":
      return <Screen data={page.data} language={language} />;
    case "event":
      return <EventScreen data={page.data} language={language} drawing={drawingOf(page.data, language)} />;
    case "match":
      return <MatchScreen data={page.data} language={language} />;
    case "player":
      return <PlayerScreen data={page.data} language={language} />;
    case "player-matches":
      return <PlayerMatches data={page.data} language={language} />;
    case "player-record":
      return <PlayerRecordScreen data={page.data} language={language} />;
    case "player-against":
      return <PlayerAgainstScreen data={page.data} language={language} />;
    case "pair":
      return <PairScreen data={page.data} language={language} />;
    case "entry":
      return <EntryScreen data={page.data} language={language} />;
    case "moment-screen":
      return <MomentOnScreen data={page.data} language={language} />;
    case "report":
      return <ReportScreen data={page.data} language={language} />;
    case "check":
      return <CheckScreen data={page.data} language={language} />;
  }
}

function ReaderScreen({ page, frame }: { readonly page: ReaderPage; readonly frame: Frame }) {
  if (isConversationPage(page))
    return <ConversationScreen page={page} frame={frame} decision={decisionOf(page, frame)} />;
  if (isOfficialPage(page)) return <DeskScreen page={page} frame={frame} />;
  switch (page.page) {
    case "moment":
      return (
        <MomentScreen data={page.data} frame={frame}>
          {page.data.thread ? <Thread thread={page.data.thread} frame={frame} /> : null}
        </MomentScreen>
      );
    case "enter":
    case "enter-list":
    case "draft":
    case "draft-event":
    case "draw":
    case "desk-draw":
    case "newsroom-home":
    case "newsroom":
    case "newsroom-reactions":
    case "newsroom-broadcasts":
    case "newsroom-report":
    case "journal":
    case "staff":
      return <StaffScreen page={page} frame={frame} />;
    case "player-requests":
    case "page-requests":
      return <Requests page={page} frame={frame} />;
    case "invitation":
    case "sign-in":
    case "mail":
    case "account":
      return <PeopleScreen page={page} frame={frame} />;
    case "paper":
      return <Paper data={page.data} frame={frame} />;
    case "refusal":
      return <Refusal refusal={page.data} frame={frame} />;
    default:
      return <KeyScreen page={page} frame={frame} />;
  }
}

/** What was decided in what a conversation is about. */
function decisionOf(page: ConversationPage, { language }: Frame) {
  if (page.page !== "thread" || page.data.about === null) return null;
  return <Decision decision={page.data.about} language={language} />;
}

type PeoplePage = Extract<ReaderPage, { readonly page: "invitation" | "sign-in" | "mail" | "account" }>;

function PeopleScreen({ page, frame }: { readonly page: PeoplePage; readonly frame: Frame }) {
  switch (page.page) {
    case "invitation":
      return <InvitationShown data={page.data} frame={frame} />;
    case "sign-in":
      return <SignIn data={page.data} frame={frame} />;
    case "mail":
      return <Mail data={page.data} frame={frame} />;
    case "account":
      return <Account data={page.data} frame={frame} />;
  }
}

/** Pages whose address is the key to them. */
type KeyPage = Extract<
  ReaderPage,
  {
    readonly page:
      | "chair"
      | "chair-next"
      | "chair-incident"
      | "table"
      | "captain"
      | "selfie"
      | "photo-tag"
      | "photo-request";
  }
>;

function KeyScreen({ page, frame }: { readonly page: KeyPage; readonly frame: Frame }) {
  switch (page.page) {
    case "chair":
      return <ChairScreen data={page.data} frame={frame} />;
    case "chair-next":
      return <ChairNext data={page.data} frame={frame} />;
    case "table":
      return <TableScreen data={page.data} frame={frame} />;
    case "chair-incident":
      return <ChairIncident data={page.data} frame={frame} />;
    case "captain":
      return <Captain data={page.data} frame={frame} />;
    case "selfie":
      return <Selfie data={page.data} frame={frame} />;
    case "photo-tag":
      return <PhotoTag data={page.data} frame={frame} />;
    case "photo-request":
      return <PhotoRequest data={page.data} frame={frame} />;
  }
}

type StaffScreenPage = Extract<
  ReaderPage,
  {
    readonly page:
      | "enter"
      | "enter-list"
      | "draft"
      | "draft-event"
      | "draw"
      | "desk-draw"
      | "newsroom-home"
      | "newsroom"
      | "newsroom-reactions"
      | "newsroom-broadcasts"
      | "newsroom-report"
      | "journal"
      | "staff";
  }
>;

function StaffScreen({ page, frame }: { readonly page: StaffScreenPage; readonly frame: Frame }) {
  switch (page.page) {
    case "enter":
      return <Enter data={page.data} frame={frame} />;
    case "enter-list":
      return <EnterList data={page.data} frame={frame} />;
    case "draft":
      return <Draft data={page.data} frame={frame} />;
    case "draft-event":
      return <DraftEvent data={page.data} frame={frame} />;
    case "draw":
      return <DrawScreen data={page.data} frame={frame} />;
    case "desk-draw":
      return <DeskDraw data={page.data} frame={frame} />;
    case "newsroom-home":
      return <NewsroomHome data={page.data} frame={frame} />;
    case "newsroom":
      return <Newsroom data={page.data} frame={frame} />;
    case "newsroom-reactions":
      return <NewsroomReactions data={page.data} frame={frame} />;
    case "newsroom-broadcasts":
      return <NewsroomBroadcasts data={page.data} frame={frame} />;
    case "newsroom-report":
      return <ReportWriting data={page.data} frame={frame} />;
    case "journal":
      return <Journal data={page.data} frame={frame} />;
    case "staff":
      return <Staff data={page.data} frame={frame} />;
  }
}
