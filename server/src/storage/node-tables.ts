/** What every node of an installation must have alike. */
export interface InstallationTable {
  name: "secret";
  value: string;
}
