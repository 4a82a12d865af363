import { LiveBracket } from "./live/live-bracket.ts";
import { LiveCount } from "./live/live-count.ts";
import { LiveMatch } from "./live/live-match.ts";
import { LivePage } from "./live/live-page.ts";
import { LiveScore } from "./live/live-score.ts";

customElements.define("live-score", LiveScore);
customElements.define("live-match", LiveMatch);
customElements.define("live-bracket", LiveBracket);
customElements.define("live-count", LiveCount);
customElements.define("live-page", LivePage);
