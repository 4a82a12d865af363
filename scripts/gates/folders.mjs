// The folders of the packages from the ground up. .dependency-cruiser.mjs makes its rules of this table, ARCHITECTURE.md
// prints it, and a test plants an import for every pair that it does not allow.

/**
 * The packages, each with those whose index.ts it may import.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const packages = {
  engine: [],
  protocol: ["engine"],
  server: ["engine", "protocol"],
  web: ["engine", "protocol"],
  cli: ["engine", "protocol", "server"],
};

/** @typedef {readonly [row: string, mayImport: readonly string[]]} Row */

/** From left to right as a competition goes. A stage may import every stage to its left. */
const STAGES = [
  "competitions",
  "entries",
  "draw",
  "schedule",
  "matches",
  "results",
  "medals",
  "history",
  "moments",
  "reports",
  "claims",
  "notes",
  "conversation",
];

/** Stages that a package has nothing of. */
const ENGINE_STAGES = STAGES.filter((stage) => !["competitions", "reports"].includes(stage));

/** What every stage of the package may import. */
const ENGINE_GROUND = ["refusal-code.ts", "refusal.ts", "brand.ts", "sides.ts", "sports"];
const SERVER_GROUND = [
  "storage",
  "fetcher",
  "files",
  "images",
  "thread.ts",
  "facts",
  "jobs",
  "live",
  "app.ts",
  "http",
  "people",
];

/**
 * @param {readonly string[]} stages
 * @param {readonly string[]} ground
 * @returns {readonly Row[]}
 */
function leftToRight(stages, ground) {
  return stages.map((stage, at) => [stage, [...ground, ...stages.slice(0, at)]]);
}

/**
 * Every folder of `<package>/src` and every file beside them, with what it may import of the same package; it stands below
 * everything that may import it. What stands in no row is an error, and so is a row of which nothing is there.
 * @type {Readonly<Record<string, readonly Row[]>>}
 */
export const folders = {
  engine: [
    ["refusal-code-files.ts", []],
    ["refusal-code.ts", ["refusal-code-files.ts"]],
    ["refusal.ts", ["refusal-code.ts"]],
    ["brand.ts", []],
    ["sides.ts", []],
    ["sports", ["refusal.ts", "sides.ts"]],
    ...leftToRight(ENGINE_STAGES, ENGINE_GROUND),
    ["index.ts", [...ENGINE_GROUND, ...ENGINE_STAGES]],
  ],
  server: [
    ["storage", []],
    ["config.ts", []],
    ["thread.ts", []],
    ["fetcher", []],
    ["files", ["storage", "config.ts"]],
    ["images", []],
    ["facts", ["storage"]],
    ["jobs", ["storage"]],
    ["live", ["storage"]],
    ["app.ts", ["storage", "fetcher", "files", "config.ts", "facts", "jobs", "live"]],
    ["http", ["config.ts", "app.ts"]],
    ["people", ["storage", "fetcher", "config.ts", "jobs", "live", "app.ts", "http"]],
    ...leftToRight(STAGES, SERVER_GROUND),
    ["desk", [...SERVER_GROUND, ...STAGES]],
    ["pages", [...SERVER_GROUND, ...STAGES]],
    ["exchange", ["storage", "images", "facts", "app.ts", "people", ...STAGES]],
    ["setup", [...SERVER_GROUND, ...STAGES, "exchange"]],
    ["newsroom", [...SERVER_GROUND, ...STAGES]],
    ["demo", ["storage", "app.ts", "people", "matches"]],
    ["web-server", ["config.ts", ...SERVER_GROUND, ...STAGES, "desk", "pages", "setup", "newsroom"]],
    ["flow.ts", ["app.ts", ...STAGES]],
    ["job-kinds.ts", ["jobs", "app.ts", "people", ...STAGES, "exchange"]],
    ["podium.ts", ["storage", "fetcher", "files", "config.ts", "live", "app.ts", "flow.ts"]],
    [
      "start.ts",
      [
        "storage",
        "files",
        "config.ts",
        "jobs",
        "live",
        "app.ts",
        "people",
        "exchange",
        "demo",
        "web-server",
        "job-kinds.ts",
        "podium.ts",
      ],
    ],
    ["index.ts", ["storage", "files", "config.ts", "people", "claims", "exchange", "podium.ts", "start.ts"]],
    ["main.ts", ["start.ts"]],
  ],
  web: [
    ["languages", []],
    ["ui", ["languages"]],
    ["client", []],
    ["live", ["languages", "ui"]],
    ["chair", ["languages", "ui", "client"]],
    ["desk", ["languages", "ui"]],
    ["moments", ["languages", "ui"]],
    ["claims", ["languages", "ui"]],
    ["conversation", ["languages", "ui"]],
    ["people", ["languages", "ui"]],
    ["draw", ["languages", "ui"]],
    ["paper", ["languages", "ui", "live"]],
    ["screens", ["languages", "ui", "live", "moments", "paper"]],
    ["setup", ["languages", "ui", "draw"]],
    ["newsroom", ["languages", "ui", "claims"]],
    ["page-heads.ts", ["ui", "live", "desk", "moments", "claims", "draw", "paper", "setup"]],
    [
      "render.tsx",
      [
        "ui",
        "live",
        "chair",
        "desk",
        "moments",
        "claims",
        "conversation",
        "people",
        "draw",
        "paper",
        "screens",
        "setup",
        "newsroom",
        "page-heads.ts",
      ],
    ],
    ["entry-live.ts", ["live"]],
    ["entry-chair.tsx", ["ui", "chair"]],
    ["entry-chair-worker.ts", ["chair"]],
    ["entry-desk.ts", ["desk"]],
    ["entry-draw.ts", ["draw"]],
    ["entry-conversation.ts", ["conversation"]],
    ["entry-embed.ts", ["conversation"]],
    ["entry-people.ts", ["people"]],
    ["entry-push-worker.ts", []],
    ["entry-moment.ts", ["moments"]],
    ["entry-screen.ts", ["live", "screens"]],
    ["entry-claims.ts", ["claims"]],
    ["index.ts", []],
  ],
};

/**
 * What tests may import beside what the row of their folder names: the parts that an installation is made of.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const testsStandOn = {
  engine: ["matches"],
  server: ["config.ts", "facts", "app.ts", "exchange", "web-server", "flow.ts", "podium.ts"],
  web: ["ui"],
};
