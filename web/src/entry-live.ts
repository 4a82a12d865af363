import { LiveBracket } from "./live/live-bracket.ts";
import { LiveMatch } from "./live/live-match.ts";
import { LivePage } from "./live/live-page.ts";
import { LiveScore } from "./live/live-score.ts";
import { LiveThread } from "./live/live-thread.ts";

customElements.define("live-score", LiveScore);
customElements.define("live-match", LiveMatch);
customElements.define("live-bracket", LiveBracket);
customElements.define("live-thread", LiveThread);
customElements.define("live-page", LivePage);
