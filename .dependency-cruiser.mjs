// The architecture, as a test: nothing may import to its right. ARCHITECTURE.md draws it.

const packages = ["engine", "protocol", "server", "web", "cli"];

/** @type {Record<string, string[]>} */
const mayImport = {
  engine: [],
  protocol: ["engine"],
  server: ["engine", "protocol"],
  web: ["engine", "protocol"],
  cli: ["engine", "protocol", "server"],
};

const stages = [
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

const screens = ["live", "chair", "desk", "screens", "moments", "newsroom", "conversation"];

const databaseDrivers = "^(node:)?sqlite$|node_modules/(kysely|pg|postgres|better-sqlite3|@electric-sql)/";

const tests = "[.](test|contract|testing)[.]tsx?$";

const packageRules = packages.map((name) => {
  const allowed = mayImport[name] ?? [];
  return {
    name: `${name}-imports-${allowed.join("-and-") || "no-other-package"}`,
    severity: "error",
    from: { path: `^${name}/` },
    to: { path: `^(${packages.join("|")})/`, pathNot: `^(${[name, ...allowed].join("|")})/` },
  };
});

const stageRules = stages.slice(0, -1).map((stage, index) => ({
  name: `${stage}-knows-nothing-downstream`,
  severity: "error",
  from: { path: `^(engine|server)/src/${stage}/` },
  to: { path: `^(engine|server)/src/(${stages.slice(index + 1).join("|")})/` },
}));

/** A package is entered by its index.ts and by its name; its own files import one another by path. */
const frontDoorRules = packages.map((name) => ({
  name: `${name}-is-entered-at-the-front-door`,
  severity: "error",
  from: { path: `^(${packages.join("|")})/`, pathNot: `^${name}/` },
  to: { path: `^${name}/`, pathNot: `^${name}/src/index[.]ts$` },
}));

const screenRules = screens.map((screen) => ({
  name: `${screen}-screens-do-not-know-the-others`,
  severity: "error",
  from: { path: `^web/src/${screen}/` },
  to: { path: `^web/src/(${screens.filter((other) => other !== screen).join("|")})/` },
}));

/** The shared parts of the pages are used by screens and know none of them. */
const sharedScreenPartsRule = {
  name: "shared-parts-know-no-screen",
  severity: "error",
  from: { path: "^web/src/(ui|client)/" },
  to: { path: `^web/src/(${screens.join("|")})/` },
};

const purityRules = [
  {
    name: "engine-is-pure",
    comment: "No dependency and no built-in module: the same rules run in a browser and on the server.",
    severity: "error",
    from: { path: "^engine/src/", pathNot: tests },
    to: {
      dependencyTypes: [
        "core",
        "npm",
        "npm-dev",
        "npm-optional",
        "npm-peer",
        "npm-bundled",
        "npm-no-pkg",
        "npm-unknown",
      ],
    },
  },
  {
    name: "protocol-needs-only-zod",
    severity: "error",
    from: { path: "^protocol/src/", pathNot: tests },
    to: { path: "^node:|node_modules/", pathNot: "node_modules/(zod|@podium)/" },
  },
  {
    name: "pages-need-nothing-of-node",
    severity: "error",
    from: { path: "^web/src/", pathNot: tests },
    to: { dependencyTypes: ["core"] },
  },
];

const placeRules = [
  {
    name: "only-storage-touches-a-database",
    severity: "error",
    from: { path: "^(engine|protocol|server|web|cli)/", pathNot: "^server/src/storage/" },
    to: { path: databaseDrivers },
  },
  {
    name: "only-podium-picks-the-adapter",
    comment: "The stages ask storage's port; which database answers is decided once.",
    severity: "error",
    from: { path: "^server/src/", pathNot: `^server/src/(podium[.]ts$|storage/)|${tests}` },
    to: { path: "^server/src/storage/(sqlite|postgresql)[./-]" },
  },
  {
    name: "facts-are-wired-in-flow",
    comment:
      "Downstream hears of upstream through facts, and flow.ts says which wakes what; only podium.ts puts it together.",
    severity: "error",
    from: { path: "^server/src/", pathNot: `^server/src/podium[.]ts$|${tests}` },
    to: { path: "^server/src/flow[.]ts$" },
  },
  {
    name: "no-cycles",
    comment: "Types count too.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "everything-resolves",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: [
    ...packageRules,
    ...stageRules,
    ...frontDoorRules,
    ...screenRules,
    sharedScreenPartsRule,
    ...purityRules,
    ...placeRules,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^web/dist" },
    // Imports that exist only for types are arrows as well.
    tsPreCompilationDeps: true,
    // Packages are linked into node_modules; the link's target is what counts.
    preserveSymlinks: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
