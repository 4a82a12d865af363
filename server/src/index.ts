export { claimChecker, refusedCompetition } from "./claims/claims.ts";
export { readConfig, type Config } from "./config.ts";
export { exportCompetition } from "./exchange/export.ts";
export { importCompetition, type Imported } from "./exchange/import.ts";
export { loadExamples } from "./exchange/examples.ts";
export { appoint, type Appointment } from "./people/roles.ts";
export { databasePath, openPodium, type Podium } from "./podium.ts";
export { explainFault, startPodium, type Started } from "./start.ts";
export { backUp, restore, type Backup } from "./storage/backup.ts";
