import { LivePart } from "./moments/live-part.ts";

customElements.define("live-part", LivePart);
