/** What every node of an installation must have alike. */
export interface InstallationTable {
  /** The fingerprint of the secret that all sign with; at which node the umpire of the demonstration scores. */
  name: "secret" | "umpire";
  value: string;
}

/** A node that serves from this database. Instants are those of the database, since clocks of machines differ. */
export interface NodeTable {
  id: string;
  /** The machine, the port and the process. */
  place: string;
  /** The newest migration that it knows. */
  shape: string;
  /** Once it is ending it takes nothing new. */
  state: "serving" | "ending";
  /** The newest live message that it has told its pages. */
  message_id: number;
  started_at_ms: number;
  seen_at_ms: number;
}
