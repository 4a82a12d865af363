import type { AccountPage, Frame } from "@podium/protocol";
import { dayInWords, dayOf } from "../ui/times.ts";
import { people } from "./people-words.ts";

interface AccountPushProps {
  readonly data: AccountPage;
  readonly frame: Frame;
}

/** Whether what the member is told is shown on this device, switched by one press; and the other devices. */
export function AccountPush({ data: { push }, frame }: AccountPushProps) {
  const t = people(frame.language);
  const worker = frame.assets["entry-push-worker.ts"];
  return (
    <section aria-labelledby="push">
      <h2 id="push">{t("people.push")}</h2>
      {push.key === null || worker === undefined ? (
        <p class="quiet">{t("people.push.not-set-up")}</p>
      ) : (
        <>
          <p>{t("people.push.says")}</p>
          <noscript>
            <p class="quiet">{t("people.push.no-script")}</p>
          </noscript>
          <div
            class="passkey push"
            data-push={push.key}
            data-worker={worker}
            data-devices={push.devices.map(({ id }) => id).join(" ")}
            data-on={t("people.push.on")}
            data-off={t("people.push.off")}
            data-is-on={t("people.push.is-on")}
            data-unable={t("people.push.unable")}
            data-denied={t("people.push.denied")}
            data-failed={t("people.push.failed")}
            hidden
          >
            <button type="button" class="quiet">
              {t("people.push.on")}
            </button>
            <p role="status" />
          </div>
        </>
      )}
      <Devices push={push} frame={frame} />
    </section>
  );
}

function Devices({ push, frame }: { readonly push: AccountPage["push"]; readonly frame: Frame }) {
  const t = people(frame.language);
  if (push.devices.length === 0) return null;
  const since = (atMs: number) => dayInWords(dayOf(atMs, "UTC"), frame.language);
  return (
    <>
      <h3>{t("people.push.devices")}</h3>
      <ul class="roster">
        {push.devices.map((device) => (
          <li key={device.id}>
            <span>{t("people.push.device", { service: device.at, date: since(device.sinceMs) })}</span>
            <form method="post" action="/account/devices/removal">
              <input type="hidden" name="device" value={device.id} />
              <button class="quiet">{t("people.push.remove")}</button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
