import { type Frame, nameOfLanguage, type Role, type Viewer } from "@podium/protocol";
import { dataAddress, inOtherLanguage, otherLanguages, pathnameOf, signInAddress } from "./links.ts";
import { shared } from "./shared-words.ts";

/** What stands above every page: the name, where to go, who you are, in which language. */
export function Header({ frame }: { readonly frame: Frame }) {
  const t = shared(frame.language);
  return (
    <header class="masthead">
      <a class="skip" href="#content">
        {t("ui.skip")}
      </a>
      <div class="masthead-line">
        <a class="brand" href="/" aria-current={pathnameOf(frame.path) === "/" ? "page" : undefined}>
          <Mark />
          {t("ui.podium")}
        </a>
        <Around frame={frame} />
        <nav class="personal" aria-label={t("ui.menu")}>
          {frame.viewer && maySee(frame.viewer, "referee") ? <a href="/desk">{t("ui.desk")}</a> : null}
          {frame.viewer && maySee(frame.viewer, "editor") ? <a href="/newsroom">{t("ui.newsroom")}</a> : null}
          {frame.viewer && moderates(frame.viewer) ? <a href="/moderation">{t("ui.moderation")}</a> : null}
          <Person frame={frame} />
          <Languages frame={frame} />
        </nav>
      </div>
      {frame.demo ? <p class="demo">{t("ui.demo")}</p> : null}
    </header>
  );
}

/** Where the way around leads, and the addresses under which a reader is in that part. */
const PARTS = [
  { part: "now", pages: /^\/now$/ },
  { part: "competitions", pages: /^\/(competitions|matches|entries)(\/|$)/ },
  { part: "players", pages: /^\/players(\/|$)/ },
  { part: "moments", pages: /^\/(moments|threads)(\/|$)/ },
] as const;

/** The way around: in the head of the page, and at the thumb on a phone. */
function Around({ frame }: { readonly frame: Frame }) {
  const t = shared(frame.language);
  const pathname = pathnameOf(frame.path);
  return (
    <nav class="around" aria-label={t("ui.around")}>
      <ul>
        {PARTS.map(({ part, pages }) => (
          <li key={part}>
            <a
              href={`/${part}`}
              aria-current={pathname === `/${part}` ? "page" : pages.test(pathname) ? "true" : undefined}
            >
              {t(`ui.around.${part}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Three steps: second, first, third. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
      <path d="M0 7h8v9H0zM8 0h8v16H8zM16 10h8v6h-8z" />
    </svg>
  );
}

function Person({ frame }: { readonly frame: Frame }) {
  const t = shared(frame.language);
  if (!frame.viewer)
    return frame.path.startsWith("/sign-in") ? null : <a href={signInAddress(frame.path)}>{t("ui.sign-in")}</a>;
  return (
    <>
      <a href="/notifications">
        {t("ui.notifications")}
        {frame.viewer.unseen ? <span class="unseen-count"> {frame.viewer.unseen}</span> : null}
      </a>
      <a href="/account" title={t("ui.account")} dir="auto">
        {frame.viewer.name}
      </a>
      <form method="post" action="/sign-out">
        <button class="plain">{t("ui.sign-out")}</button>
      </form>
    </>
  );
}

function Languages({ frame }: { readonly frame: Frame }) {
  return (
    <ul class="languages" aria-label={shared(frame.language)("ui.languages")}>
      {otherLanguages(frame.language).map((language) => (
        <li key={language}>
          <a href={inOtherLanguage(frame.path, language)} lang={language} hreflang={language}>
            {nameOfLanguage(language)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What stands below every page. */
export function Footer({ frame, hasData }: { readonly frame: Frame; readonly hasData: boolean }) {
  const t = shared(frame.language);
  return (
    <footer class="colophon">
      <a href="/">{t("ui.podium")}</a>
      <a href="/conversations">{t("ui.comment-search")}</a>
      <a href="/check">{t("ui.check")}</a>
      <a href="/moderation/log">{t("ui.moderation-log")}</a>
      {hasData ? <a href={dataAddress(frame.path)}>{t("ui.as-data")}</a> : null}
    </footer>
  );
}

/** Whether somebody is an organiser of a competition, or holds the other role that opens a place. */
function maySee(viewer: Viewer, role: Role): boolean {
  return Object.values(viewer.roles).some((roles) => roles.includes("organiser") || roles.includes(role));
}

function moderates(viewer: Viewer): boolean {
  return Object.values(viewer.roles).some((roles) => roles.includes("moderator"));
}
