import type { DeskMatch, DeskNotice, Frame } from "@podium/protocol";
import { matchName, slotName } from "../ui/match-names.ts";
import { refusalSentence } from "../ui/shared-words.ts";
import { deskWords } from "./desk-words.ts";
import { QrDrawing } from "../ui/qr-drawing.tsx";

interface NoticeProps {
  readonly notice: DeskNotice;
  readonly matches: readonly DeskMatch[];
  readonly frame: Frame;
}

/** What was just done, or why not; the address of a chair stands here once. */
export function Notice({ notice, matches, frame }: NoticeProps) {
  const t = deskWords(frame.language);
  const refused = notice.kind === "refused";
  return (
    <section class={refused ? "desk-notice refused" : "desk-notice notice"} role={refused ? "alert" : "status"}>
      <p>{t(`desk.notice.${notice.kind}`, { match: nameOf(notice, matches, frame), count: notice.matches })}</p>
      {notice.refusal === null ? null : <p dir="auto">{refusalSentence(notice.refusal, frame.language)}</p>}
      {notice.chairHref === null ? null : <ChairAddress href={notice.chairHref} frame={frame} />}
    </section>
  );
}

function ChairAddress({ href, frame }: { readonly href: string; readonly frame: Frame }) {
  const t = deskWords(frame.language);
  const address = new URL(href, frame.origin).href;
  return (
    <div class="desk-address">
      <QrDrawing text={address} label={t("desk.notice.qr")} />
      <div>
        <p>
          <a href={address} class="address">
            {address}
          </a>
        </p>
        <p class="quiet">{t("desk.notice.chair-once")}</p>
        {isLocal(address) ? <p class="quiet">{t("desk.notice.local")}</p> : null}
        <button type="button" class="quiet" data-copied={t("desk.notice.copied")} hidden>
          {t("desk.notice.copy")}
        </button>
      </div>
    </div>
  );
}

/** An address that no other device can reach. */
function isLocal(address: string): boolean {
  return /^(localhost|127\..*|\[::1\])$/.test(new URL(address).hostname);
}

function nameOf({ match }: DeskNotice, matches: readonly DeskMatch[], { language }: Frame): string {
  const row = matches.find((each) => each.row.id === match)?.row;
  if (row === undefined) return match;
  return `${matchName(row, language)}, ${slotName(row.home, language)} – ${slotName(row.away, language)}`;
}
