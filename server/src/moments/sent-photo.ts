import { isRefused, type Refusal } from "@podium/engine";
import type { RouteRequest } from "../http/route.ts";
import { storePhoto, type StoredPhoto } from "./photos.ts";
import { whileArriving } from "./photo-turns.ts";

/** Takes the photo of a request in and stores it. Refuses `photos-busy`, what is no file, and as `storePhoto` does. */
export function storeSent({ app, headers, file }: RouteRequest): Promise<StoredPhoto | Refusal> {
  return whileArriving(app, headers, async () => {
    const sent = await file();
    return isRefused(sent) ? sent : storePhoto(app, sent.bytes);
  });
}
