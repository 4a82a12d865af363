import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { root } from "../bootstrap/runtime.mjs";
import { filesMatching } from "./test-files.ts";

/** Names that say less than the field's own word, which stands beside them (docs/glossary.md). */
const RETIRED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    world: "app; an example competition is an example",
    loadWorlds: "loadExamples",
    tell: "publish",
    tellOnce: "publishOnce",
    folded: "replayed",
    foldMatch: "replayMatch",
    kept: "cached, stored, previous",
    readingOnce: "cachedRead",
    sameForAll: "cachedAnswer",
    stampOf: "dataVersion",
    hearing: "request context",
    hear: "receive",
    hears: "onMessage",
    house: "dependencies",
    ask: "request",
    stranger: "anonymous, outsider",
    door: "route",
    say: "t, translate; print for a line of output",
    said: "notice; output of a process",
    speaker: "translator",
    voiceOf: "translate",
    sight: "options",
    sightOf: "commentOptions",
    dress: "personalise",
    need: "priority",
    courier: "sync",
    drawer: "store",
    shelf: "store, storage",
    contest: "conflict",
    contested: "conflict",
    cascade: "rankingLaw",
    book: "overview, eventWithResults",
  }),
);
/** The rules speak of contests, of what is said, and fold letters; the names below are those of the plumbing. */
const isEngine = (file: string): boolean => file.startsWith("engine/");
/** A function that asks in a test or over a socket does just that. */
const ALLOWED = new Set(["ask"]);

const files = filesMatching("{engine,protocol,server,web,cli,e2e,bench,examples,scripts}/**/*.{ts,tsx}", []);

interface Declared {
  readonly file: string;
  readonly name: string;
  readonly isExportedType: boolean;
}

function declaredIn(file: string): Declared[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true);
  const declared: Declared[] = [];
  const visit = (node: ts.Node): void => {
    if (isNamed(node))
      declared.push({ file, name: node.name.text.replace(/^#/, ""), isExportedType: isType(node) && isExported(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return declared;
}

function isNamed(node: ts.Node): node is ts.NamedDeclaration & { readonly name: ts.Identifier | ts.PrivateIdentifier } {
  const declares =
    ts.isVariableDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isMethodDeclaration(node) ||
    isType(node);
  return declares && node.name !== undefined && (ts.isIdentifier(node.name) || ts.isPrivateIdentifier(node.name));
}

function isType(node: ts.Node): node is ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration {
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node);
}

function isExported(node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration): boolean {
  return (node.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

const all = files.flatMap(declaredIn);

test("an exported type has its name alone, across all packages", () => {
  const byName = Map.groupBy(
    all.filter(({ isExportedType }) => isExportedType),
    ({ name }) => name,
  );
  const shared = [...byName].filter(([, places]) => places.length > 1);
  assert.deepEqual(
    shared.map(([name, places]) => `${name}: ${places.map(({ file }) => file).join(", ")}`),
    [],
  );
});

test("outside the rules no name is one that the glossary has retired", () => {
  const wordOf = (name: string): string | undefined => RETIRED.get(name.charAt(0).toLowerCase() + name.slice(1));
  assert.deepEqual(
    all
      .filter(({ file, name }) => !isEngine(file) && wordOf(name) !== undefined && !ALLOWED.has(name))
      .map(({ file, name }) => `${file}: ${name}; say ${wordOf(name)}`),
    [],
  );
});
