export { DeskCeremony } from "./desk-ceremony.tsx";
export { DeskPhotos } from "./desk-photos.tsx";
export { DeskEvent } from "./desk-event.tsx";
export { DeskHome } from "./desk-home.tsx";
export { DeskMatch } from "./desk-match.tsx";
export { DayPlan } from "./desk-plan.tsx";
export { Desk } from "./desk-matches.tsx";
