import { OpenThread } from "./conversation/open-thread.ts";

customElements.define("open-thread", OpenThread);
