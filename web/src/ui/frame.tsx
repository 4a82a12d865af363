import type { Frame, Viewer } from "@podium/protocol";
import { dataAddress, inOtherLanguage, LANGUAGE_NAMES, otherLanguages, signInAddress } from "./links.ts";
import { shared } from "./shared-words.ts";

/** What stands above every page: the name, where to go, who you are, in which language. */
export function Header({ frame }: { readonly frame: Frame }) {
  const t = shared(frame.language);
  return (
    <header class="masthead">
      <a class="skip" href="#content">
        {t("ui.skip")}
      </a>
      <nav aria-label={t("ui.menu")}>
        <a class="brand" href="/">
          <Mark />
          {t("ui.podium")}
        </a>
        <span class="spread" />
        {frame.viewer && mayUseDesk(frame.viewer) ? <a href="/desk">{t("ui.desk")}</a> : null}
        <Person frame={frame} />
        <Languages frame={frame} />
      </nav>
      {frame.demo ? <p class="demo">{t("ui.demo")}</p> : null}
    </header>
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
            {LANGUAGE_NAMES[language]}
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
    <footer class="colophon" id="colophon">
      <a href="/">{t("ui.podium")}</a>
      {hasData ? <a href={dataAddress(frame.path)}>{t("ui.as-data")}</a> : null}
    </footer>
  );
}

function mayUseDesk(viewer: Viewer): boolean {
  return Object.values(viewer.roles).some((roles) => roles.includes("organiser") || roles.includes("referee"));
}
