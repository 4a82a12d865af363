import { LiveBracket } from "./live/live-bracket.ts";
import { HallScreen } from "./screens/hall-screen.ts";

customElements.define("live-bracket", LiveBracket);
customElements.define("hall-screen", HallScreen);
