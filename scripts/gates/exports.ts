import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** What a module gives to others and takes from them, read from its text alone. */
interface Module {
  /** Names it declares and exports. */
  readonly own: ReadonlySet<string>;
  /** Names it passes on, each with the module and the name it comes from. */
  readonly passedOn: ReadonlyMap<string, Taken>;
  /** Modules it passes on whole. */
  readonly whole: readonly string[];
  readonly taken: readonly Taken[];
}

/** A name taken from a module; `*` for all of it. */
interface Taken {
  readonly from: string;
  readonly name: string;
}

/** What no other file imports: the file that exports it, and the one it comes from where an index passes it on. */
interface UnusedExport {
  readonly file: string;
  readonly name: string;
  readonly from: string;
}

/**
 * Exports that no other file imports, through `export from` included; tests count as importers. `files` are paths below
 * `root`, and `entries` are started or loaded by name, so that what they export is used.
 */
export function unusedExports(root: string, files: readonly string[], entries: readonly RegExp[]): UnusedExport[] {
  const modules = new Map(files.map((file) => [file, moduleOf(file, readFileSync(join(root, file), "utf8"))]));
  const used = new Set<string>();
  const use = ({ from, name }: Taken): void => {
    const module = modules.get(from);
    const key = `${from} ${name}`;
    if (!module || used.has(key)) return;
    used.add(key);
    if (name === "*") for (const each of [...module.own, ...module.passedOn.keys()]) use({ from, name: each });
    const passed = module.passedOn.get(name);
    if (passed) use(passed);
    else if (!module.own.has(name)) for (const whole of module.whole) use({ from: whole, name });
  };
  for (const [file, { taken }] of modules) {
    for (const each of taken) use(each);
    if (entries.some((entry) => entry.test(file))) use({ from: file, name: "*" });
  }
  return [...modules].flatMap(([file, { own, passedOn }]) =>
    [...own, ...passedOn.keys()]
      .filter((name) => !used.has(`${file} ${name}`))
      .map((name) => ({ file, name, from: passedOn.get(name)?.from ?? file })),
  );
}

function moduleOf(file: string, text: string): Module {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const own = new Set<string>();
  const passedOn = new Map<string, Taken>();
  const whole: string[] = [];
  const taken: Taken[] = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) taken.push(...takenBy(file, statement));
    else if (ts.isExportDeclaration(statement)) passOn(file, statement, { own, passedOn, whole });
    else if (isExported(statement)) for (const name of namesOf(statement)) own.add(name);
  }
  taken.push(...loadedLater(file, source));
  return { own, passedOn, whole, taken };
}

function takenBy(file: string, { importClause, moduleSpecifier }: ts.ImportDeclaration): Taken[] {
  const from = target(file, moduleSpecifier);
  const bindings = importClause?.namedBindings;
  if (from === null || bindings === undefined) return [];
  if (ts.isNamespaceImport(bindings)) return [{ from, name: "*" }];
  return bindings.elements.map(({ name, propertyName }) => ({ from, name: (propertyName ?? name).text }));
}

interface Given {
  readonly own: Set<string>;
  readonly passedOn: Map<string, Taken>;
  readonly whole: string[];
}

function passOn(file: string, { exportClause, moduleSpecifier }: ts.ExportDeclaration, given: Given): void {
  const from = moduleSpecifier === undefined ? null : target(file, moduleSpecifier);
  if (exportClause === undefined && from !== null) given.whole.push(from);
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return;
  for (const { name, propertyName } of exportClause.elements) {
    if (from === null) given.own.add(name.text);
    else given.passedOn.set(name.text, { from, name: (propertyName ?? name).text });
  }
}

/** `await import("./a.ts")` and `import("./a.ts").A`: all of it counts as used. */
function loadedLater(file: string, source: ts.SourceFile): Taken[] {
  const taken: Taken[] = [];
  const visit = (node: ts.Node): void => {
    const isCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const asked = isCall ? node.arguments[0] : ts.isImportTypeNode(node) ? node.argument : undefined;
    const literal = asked !== undefined && ts.isLiteralTypeNode(asked) ? asked.literal : asked;
    const from = literal === undefined ? null : target(file, literal);
    if (from !== null) taken.push({ from, name: "*" });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return taken;
}

/** The file below the root that a specifier names; null for packages that are installed. */
function target(file: string, specifier: ts.Node): string | null {
  if (!ts.isStringLiteral(specifier)) return null;
  const own = /^@podium\/(\w+)$/.exec(specifier.text)?.[1];
  if (own !== undefined) return `${own}/src/index.ts`;
  return specifier.text.startsWith(".") ? join(dirname(file), specifier.text) : null;
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  const named = statement as ts.Statement & { readonly name?: ts.Identifier }; // every other declaration has one name
  return named.name === undefined ? [] : [named.name.text];
}

function boundBy(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundBy(element.name)));
}
