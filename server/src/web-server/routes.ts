import { conversationRoutes } from "../conversation/routes.ts";
import { matchRoutes } from "../matches/routes.ts";
import { competitionPages } from "../pages/competition-pages.ts";
import { listPages } from "../pages/list-pages.ts";
import { matchPages } from "../pages/match-pages.ts";
import { momentPages } from "../pages/moment-pages.ts";
import { peopleRoutes } from "../people/routes.ts";
import { deskRoutes } from "../desk/routes.ts";
import type { Route } from "../http/route.ts";

/** Every route, each with its policy: all that Podium answers over HTTP. */
export const routes: readonly Route[] = [
  ...competitionPages,
  ...listPages,
  ...matchPages,
  ...momentPages,
  ...matchRoutes,
  ...deskRoutes,
  ...conversationRoutes,
  ...peopleRoutes,
];
