import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const HOLDERS = new Set(["Map", "Set", "WeakMap", "WeakSet", "Array", "LRUCache"]);
const CHANGES = new Set(["set", "add", "delete", "clear", "push", "pop", "shift", "unshift", "splice"]);

/** What a module holds for as long as the process runs: `let`, and collections that its own code changes. */
export function moduleState(root: string, files: readonly string[]): string[] {
  return files.flatMap((file) => stateIn(readFileSync(join(root, file), "utf8")).map((name) => `${file} ${name}`));
}

/** The names of the state in a source. */
export function stateIn(text: string): string[] {
  const source = ts.createSourceFile("module.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const changed = changedNames(source);
  return source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => {
    const isConst = (declarationList.flags & ts.NodeFlags.Const) !== 0;
    return declarationList.declarations
      .filter(({ name, initializer }) => !isConst || (isHolder(initializer) && changed.has(name.getText())))
      .map(({ name }) => name.getText());
  });
}

function isHolder(made: ts.Expression | undefined): boolean {
  if (made === undefined) return false;
  if (ts.isArrayLiteralExpression(made) || ts.isObjectLiteralExpression(made)) return true;
  return ts.isNewExpression(made) && HOLDERS.has(made.expression.getText());
}

/** Names of which something is changed: `name.set(...)`, `name[key] = value`, `name.key = value`, `delete name[key]`. */
function changedNames(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const target = changedBy(node);
    if (target !== null) names.add(target.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function changedBy(node: ts.Node): ts.Expression | null {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return CHANGES.has(node.expression.name.text) ? node.expression.expression : null;
  if (ts.isDeleteExpression(node)) return ownerOf(node.expression);
  return ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind) ? ownerOf(node.left) : null;
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function ownerOf(place: ts.Expression): ts.Expression | null {
  return ts.isPropertyAccessExpression(place) || ts.isElementAccessExpression(place) ? place.expression : null;
}
