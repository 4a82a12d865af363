import { isRefused, type Refusal } from "@podium/engine";
import type { RouteRequest } from "../http/route.ts";
import { checkPicture, type CheckedPicture } from "../images/images.ts";
import { storePhoto, type StoredPhoto } from "./photos.ts";
import { inTurn, whileArriving } from "./photo-turns.ts";

/** Takes the photo of a request in and stores it. Refuses `photos-busy`, what is no file, and as `storePhoto` does. */
export function storeSent({ app, headers, file }: RouteRequest): Promise<StoredPhoto | Refusal> {
  return whileArriving(app, headers, async () => {
    const sent = await file();
    return isRefused(sent) ? sent : storePhoto(app, sent.bytes);
  });
}

/**
 * Takes a picture in that is kept aside as it was sent, in a folder that no public route reads: read with the care of a photo, and
 * none. Answers its name there. Refuses as `storeSent` does.
 */
export function storeAside({ app, headers, file }: RouteRequest, folder: string): Promise<string | Refusal> {
  return whileArriving(app, headers, async () => {
    const sent = await file();
    if (isRefused(sent)) return sent;
    const checked: CheckedPicture | Refusal = await inTurn(app, () => checkPicture(sent.bytes));
    if (isRefused(checked)) return checked;
    const name = `${app.randomId(12).replace(/^[-_]/, "p")}.${checked.format}`;
    await app.files.put(`${folder}/${name}`, sent.bytes);
    return name;
  });
}
