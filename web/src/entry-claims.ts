import { TypedText } from "./claims/typed-text.ts";

customElements.define("checked-text", TypedText);
