/** What every node of an installation must have alike. */
export interface InstallationTable {
  /** The fingerprint of the secret that all sign with; at which node the umpire of the demonstration scores. */
  name: "secret" | "umpire";
  value: string;
}

/** How often somebody may try, by the hash of who and what: an address stands nowhere. */
export interface PaceTable {
  key: string;
  /** When the allowance is whole again. */
  free_at_ms: number;
  /** How long whoever came last has to wait; 0 where they were admitted. */
  wait_ms: number;
  at_ms: number;
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
