import type { Page } from "@podium/protocol";

/** Where a competition is run. */
export type OfficialPage = Exclude<
  Extract<Page, { readonly page: `desk${string}` | `day-${string}` }>,
  { readonly page: "desk-draw" }
>;

/** Whether a page is one of those on which a competition is run. */
export function isOfficialPage(page: Page): page is OfficialPage {
  return page.page !== "desk-draw" && /^(desk|day-)/.test(page.page);
}
