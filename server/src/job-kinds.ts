import type { RenderLetter, RenderPush } from "@podium/protocol";
import type { App } from "./app.ts";
import { sendLettersOf } from "./conversation/letters.ts";
import { tellFollowersOf } from "./conversation/telling-followers.ts";
import { sendPushesOf } from "./conversation/pushing.ts";
import { checkTextsOf } from "./claims/stored-claims.ts";
import { acrossBordersOf } from "./conversation/across-borders.ts";
import { finishDrawOf } from "./draw/public-draw.ts";
import type { JobKind } from "./jobs/queue.ts";
import { expectedTimesOf } from "./matches/expected-times.ts";
import { removeLeftFiles } from "./moments/left-files.ts";
import { photoSizesOf } from "./moments/photo-sizes.ts";
import { scoreNotesOf } from "./notes/scoring.ts";
import { clearPaces } from "./people/pacing.ts";
import { purgeOf } from "./people/purge.ts";
import { releaseOf } from "./reports/release.ts";

/** Every kind of job that this server does by itself. What enqueues one needs its name and its data only. */
export function jobKindsOf(app: App): readonly JobKind[] {
  return [
    purgeOf(app, [removeLeftFiles, clearPaces]),
    releaseOf(app),
    finishDrawOf(app),
    expectedTimesOf(app),
    photoSizesOf(app),
    checkTextsOf(app),
    scoreNotesOf(app),
    acrossBordersOf(app),
    tellFollowersOf(app),
  ];
}

/**
 * What waits for computers of others, however slow, each done beside the rest: no photo and no embargo waits for it, and no letter
 * for a device.
 */
export function outgoingKindsOf(
  app: App,
  { renderLetter, renderPush }: { readonly renderLetter: RenderLetter; readonly renderPush: RenderPush },
): readonly (readonly JobKind[])[] {
  return [[sendLettersOf(app, renderLetter)], [sendPushesOf(app, renderPush)]];
}
