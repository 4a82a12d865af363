import type { Frame, Page, Render } from "@podium/protocol";
import { renderToString } from "preact-render-to-string";
import { ChairScreen } from "./chair/chair-page.tsx";
import { ThreadScreen } from "./conversation/thread-page.tsx";
import { Thread } from "./conversation/thread.tsx";
import { Desk, DeskHome, DeskMatch } from "./desk/desk-pages.tsx";
import { CompetitionScreen } from "./live/competition-page.tsx";
import { EventScreen } from "./live/event-page.tsx";
import { HomeScreen } from "./live/home-page.tsx";
import { MatchScreen } from "./live/match-page.tsx";
import { EntryScreen, PlayerScreen } from "./live/player-page.tsx";
import { MomentScreen } from "./moments/moment-page.tsx";
import { headOf } from "./page-heads.ts";
import { Account, SignIn } from "./people/people-pages.tsx";
import { Document } from "./ui/document.tsx";
import { Refusal } from "./ui/refusal-page.tsx";

/** Makes the whole HTML document of any page. */
export const render: Render = (page, frame) =>
  `<!doctype html>${renderToString(
    <Document head={headOf(page, frame)} frame={frame}>
      <Screen page={page} frame={frame} />
    </Document>,
  )}`;

function Screen({ page, frame }: { readonly page: Page; readonly frame: Frame }) {
  switch (page.page) {
    case "home":
      return <HomeScreen data={page.data} frame={frame} />;
    case "competition":
      return <CompetitionScreen data={page.data} frame={frame} />;
    case "event":
      return <EventScreen data={page.data} frame={frame} />;
    case "match":
      return <MatchScreen data={page.data} frame={frame} />;
    case "player":
      return <PlayerScreen data={page.data} frame={frame} />;
    case "entry":
      return <EntryScreen data={page.data} frame={frame} />;
    case "moment":
      return <MomentScreen data={page.data} frame={frame}>{page.data.thread ? <Thread thread={page.data.thread} frame={frame} /> : null}</MomentScreen>;
    case "thread":
      return <ThreadScreen data={page.data} frame={frame} />;
    case "desk-home":
      return <DeskHome data={page.data} frame={frame} />;
    case "desk":
      return <Desk data={page.data} frame={frame} />;
    case "desk-match":
      return <DeskMatch data={page.data} frame={frame} />;
    case "chair":
      return <ChairScreen data={page.data} frame={frame} />;
    case "sign-in":
      return <SignIn data={page.data} frame={frame} />;
    case "account":
      return <Account data={page.data} frame={frame} />;
    case "refusal":
      return <Refusal refusal={page.data} frame={frame} />;
  }
}
