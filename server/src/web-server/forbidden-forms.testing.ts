import type { Scenario, Who } from "./scenario.testing.ts";

/** A form of who holds a role: where it is sent, and what it needs. */
export type OrganisersForm = readonly [path: string, form: Readonly<Record<string, string>>];

/** The forms of who holds a role, sent by everybody who may not, and by a holder from a foreign page. */
export function forbiddenForms(forms: readonly OrganisersForm[], holder: Who = "organiser"): Scenario[] {
  const others = (["member", "editor", "moderator", "referee"] as const).filter((who) => who !== holder);
  return forms.flatMap(([path, form]): Scenario[] => [
    { name: `${path}: not for a guest`, method: "POST", path, form, expects: { status: 401 } },
    ...others.map((as): Scenario => ({
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
      as: holder,
      form,
      headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
      expects: { status: 403 },
    },
  ]);
}
