import type { Scenario } from "./scenario.testing.ts";

/** A form of an organiser: where it is sent, and what it needs. */
export type OrganisersForm = readonly [path: string, form: Readonly<Record<string, string>>];

/** The forms of an organiser, sent by everybody who may not, and by an organiser from a foreign page. */
export function forbiddenForms(forms: readonly OrganisersForm[]): Scenario[] {
  return forms.flatMap(([path, form]): Scenario[] => [
    { name: `${path}: not for a guest`, method: "POST", path, form, expects: { status: 401 } },
    ...(["member", "editor", "moderator", "referee"] as const).map((as): Scenario => ({
      name: `${path}: not for the ${as}`,
      method: "POST",
      path,
      as,
      form,
      expects: { status: 403 },
    })),
    {
      name: `${path}: not from a foreign page`,
      method: "POST",
      path,
      as: "organiser",
      form,
      headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
      expects: { status: 403 },
    },
  ]);
}
