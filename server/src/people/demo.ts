import type { Role } from "@podium/protocol";

/** An invented person of the demo, one click away. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { key: "organiser", name: "Marit Solheim", role: "organiser" },
  { key: "referee", name: "Teo Brandt", role: "referee" },
  { key: "editor", name: "Han Areum", role: "editor" },
  { key: "moderator", name: "Noor Visser", role: "moderator" },
  { key: "member", name: "Lio Marchetti", role: "member" },
];

/** The address an invented person signs in with; nothing can be sent to it (RFC 2606). */
export function demoEmail(person: DemoPerson): string {
  return `${person.key}@demo.invalid`;
}

/** No secret: in demo mode anybody may be any of them, and outside of it they are nobody. */
export function demoWord(person: DemoPerson): string {
  return `one click as ${person.key}`;
}

/** Whether an address is reserved for the people of the demo. */
export function isDemoEmail(email: string): boolean {
  return email.trim().toLowerCase().endsWith("@demo.invalid");
}
