// The architecture, as a test: what scripts/gates/folders.mjs names, and what holds for single files.

import { folders, packages as mayImport, testsStandOn } from "./scripts/gates/folders.mjs";

const packages = Object.keys(mayImport);

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

/** A row of the table imports its own files and what it names; its tests stand on a whole installation. */
const folderRules = Object.entries(folders).flatMap(([name, rows]) =>
  rows.flatMap(([row, allowed]) => [
    {
      name: `${name}-${row}-imports-only-what-its-row-names`,
      comment: `scripts/gates/folders.mjs: ${row} may import ${allowed.join(", ") || "nothing else"}.`,
      severity: "error",
      from: { path: placeOf(name, row), pathNot: tests },
      to: { path: `^${name}/src/`, pathNot: [row, ...allowed].map((each) => placeOf(name, each)) },
    },
    {
      name: `${name}-${row}-is-tested-on-what-tests-stand-on`,
      comment: "Other tests' own files, the parts of an installation, and what the row names.",
      severity: "error",
      from: { path: `^${name}/src/${row}/.*${tests}` },
      to: {
        path: `^${name}/src/`,
        pathNot: [tests, ...[row, ...allowed, ...(testsStandOn[name] ?? [])].map((each) => placeOf(name, each))],
      },
    },
  ]),
);

/** @type {(name: string, row: string) => string} */
function placeOf(name, row) {
  return `^${name}/src/${row.replaceAll(".", "[.]")}${row.includes(".") ? "$" : "/"}`;
}

/** A package is entered by its index.ts and by its name; its own files import one another by path. */
const frontDoorRules = packages.map((name) => ({
  name: `${name}-is-entered-at-the-front-door`,
  severity: "error",
  from: { path: `^(${packages.join("|")})/`, pathNot: `^${name}/` },
  to: { path: `^${name}/`, pathNot: `^${name}/src/index[.]ts$` },
}));

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
  forbidden: [...packageRules, ...folderRules, ...frontDoorRules, ...purityRules, ...placeRules],
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
