import { tableRoutes } from "../matches/table-routes.ts";
import { matchRoutes } from "../matches/routes.ts";
import { calendarRoutes } from "../pages/calendar-routes.ts";
import { checkPages } from "../pages/check-pages.ts";
import { competitionPages } from "../pages/competition-pages.ts";
import { drawPages } from "../pages/draw-pages.ts";
import { listPages } from "../pages/list-pages.ts";
import { matchPages } from "../pages/match-pages.ts";
import { momentPages } from "../pages/moment-pages.ts";
import { pageRequestRoutes } from "../pages/page-request-routes.ts";
import { playerMatchesPages } from "../pages/player-matches.ts";
import { playerPages } from "../pages/player-pages.ts";
import { oembedRoute } from "../pages/oembed.ts";
import { orderOfPlayPages } from "../pages/order-of-play.ts";
import { paperRoutes } from "../pages/paper-routes.ts";
import { screenRoutes } from "../pages/screen-routes.ts";
import { threadPages } from "../pages/thread-pages.ts";
import { deviceRoutes } from "../people/device-routes.ts";
import { mailRoutes } from "../people/mail-routes.ts";
import { peopleRoutes } from "../people/routes.ts";
import { memberRoutes } from "../conversation/member-routes.ts";
import { followingRoutes } from "../conversation/following-routes.ts";
import { noteRoutes } from "../conversation/note-routes.ts";
import { translationRoutes } from "../conversation/translation-routes.ts";
import { notificationRoutes } from "../conversation/notification-routes.ts";
import { leavingRoutes } from "../conversation/leaving-routes.ts";
import { searchRoutes } from "../conversation/search-routes.ts";
import { teamRoutes } from "../conversation/team-routes.ts";
import { moderationRoutes } from "../conversation/moderation-routes.ts";
import { deskCeremonyRoutes } from "../desk/ceremony-routes.ts";
import { deskPhotoRoutes } from "../desk/photo-routes.ts";
import { captainRoutes } from "../desk/captain-routes.ts";
import { deskPhotoTagRoutes } from "../desk/photo-tag-routes.ts";
import { photoRightRoutes } from "../pages/photo-right-routes.ts";
import { photoRoutes } from "../pages/photo-routes.ts";
import { deskDayRoutes } from "../desk/day-routes.ts";
import { deskDrawRoutes } from "../desk/draw-routes.ts";
import { deskEventRoutes } from "../desk/event-routes.ts";
import { healthRoutes } from "./health-routes.ts";
import { incidentRoutes } from "../desk/incident-routes.ts";
import { secondEyesRoutes } from "../desk/second-eyes-routes.ts";
import { forkRoutes } from "../desk/fork-routes.ts";
import { tableCardRoutes } from "../desk/table-card-routes.ts";
import { deskMoveRoutes } from "../desk/move-routes.ts";
import { deskPlanRoutes } from "../desk/plan-routes.ts";
import { deskRoutes } from "../desk/routes.ts";
import { journalRoutes } from "../desk/journal-routes.ts";
import { staffRoutes } from "../desk/staff-routes.ts";
import { reactionRoutes } from "../newsroom/reaction-routes.ts";
import { broadcastRoutes } from "../newsroom/broadcast-routes.ts";
import { newsroomRoutes } from "../newsroom/routes.ts";
import { enterRoutes } from "../setup/application-routes.ts";
import { setupRoutes } from "../setup/routes.ts";
import { threadImportRoutes } from "../setup/thread-import-routes.ts";
import { answer, type Route } from "../http/route.ts";
import { liveRoute } from "../pages/live-route.ts";
import { anyone } from "../people/policy.ts";
import { describeApi } from "./openapi.ts";

const assetRoute: Route = {
  method: "GET",
  path: "/assets/:file",
  policy: anyone("every page needs its scripts, styles and type"),
  isStatic: true,
  answer: async ({ path }) => ({ kind: "asset", path: new URL(path, "http://podium").pathname }),
};

const apiRoute: Route = {
  method: "GET",
  path: "/openapi.json",
  policy: anyone("it describes what anybody may ask for"),
  isStatic: true,
  answer: async () => answer.json(describeApi(routes)),
};

/** Every route, each with its policy: all that Podium answers over HTTP. */
export const routes: readonly Route[] = [
  ...calendarRoutes,
  ...competitionPages,
  ...drawPages,
  ...listPages,
  ...orderOfPlayPages,
  ...paperRoutes,
  ...screenRoutes,
  ...matchPages,
  ...playerPages,
  ...playerMatchesPages,
  ...pageRequestRoutes,
  ...momentPages,
  oembedRoute,
  ...photoRightRoutes,
  ...photoRoutes,
  ...checkPages,
  ...matchRoutes,
  ...tableRoutes,
  ...enterRoutes,
  ...setupRoutes,
  ...threadImportRoutes,
  ...staffRoutes,
  ...journalRoutes,
  ...deskRoutes,
  ...deskEventRoutes,
  ...deskCeremonyRoutes,
  ...captainRoutes,
  ...deskPhotoTagRoutes,
  ...deskPhotoRoutes,
  ...deskDrawRoutes,
  ...deskPlanRoutes,
  ...deskMoveRoutes,
  ...tableCardRoutes,
  ...secondEyesRoutes,
  ...forkRoutes,
  ...deskDayRoutes,
  ...incidentRoutes,
  ...newsroomRoutes,
  ...reactionRoutes,
  ...broadcastRoutes,
  ...threadPages,
  ...moderationRoutes,
  ...searchRoutes,
  ...teamRoutes,
  ...memberRoutes,
  ...noteRoutes,
  ...translationRoutes,
  ...notificationRoutes,
  ...followingRoutes,
  ...leavingRoutes,
  ...peopleRoutes,
  ...mailRoutes,
  ...deviceRoutes,
  liveRoute,
  ...healthRoutes,
  assetRoute,
  apiRoute,
];
