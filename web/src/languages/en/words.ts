export { default as chair } from "./chair.json" with { type: "json" };
export { default as conversation } from "./conversation.json" with { type: "json" };
export { default as desk } from "./desk.json" with { type: "json" };
export { default as live } from "./live.json" with { type: "json" };
export { default as moments } from "./moments.json" with { type: "json" };
export { default as people } from "./people.json" with { type: "json" };
export { default as setup } from "./setup.json" with { type: "json" };
export { default as ui } from "./ui.json" with { type: "json" };
