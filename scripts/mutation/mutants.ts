import ts from "typescript";

/** One small error that can be planted in a file: the text between two positions is replaced. */
export interface Mutant {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What was done: `comparison`, `constant`, ... */
  readonly kind: MutantKind;
  /** From 1. */
  readonly line: number;
  /** The text that is replaced. */
  readonly before: string;
}

export type MutantKind =
  | "comparison"
  | "boundary"
  | "arithmetic"
  | "logic"
  | "condition"
  | "constant"
  | "call"
  | "refusal"
  | "statement"
  | "property";

type Planted = readonly [kind: MutantKind, text: string];

const { SyntaxKind } = ts;

const COMPARISONS: ReadonlyMap<ts.SyntaxKind, readonly Planted[]> = new Map([
  [SyntaxKind.LessThanToken, each("boundary", "<=").concat(each("comparison", ">="))],
  [SyntaxKind.LessThanEqualsToken, each("boundary", "<").concat(each("comparison", ">"))],
  [SyntaxKind.GreaterThanToken, each("boundary", ">=").concat(each("comparison", "<="))],
  [SyntaxKind.GreaterThanEqualsToken, each("boundary", ">").concat(each("comparison", "<"))],
  [SyntaxKind.EqualsEqualsEqualsToken, each("comparison", "!==")],
  [SyntaxKind.ExclamationEqualsEqualsToken, each("comparison", "===")],
  [SyntaxKind.PlusToken, each("arithmetic", "-")],
  [SyntaxKind.MinusToken, each("arithmetic", "+")],
  [SyntaxKind.AsteriskToken, each("arithmetic", "/")],
  [SyntaxKind.SlashToken, each("arithmetic", "*")],
  [SyntaxKind.PercentToken, each("arithmetic", "*")],
  [SyntaxKind.PlusEqualsToken, each("arithmetic", "-=")],
  [SyntaxKind.MinusEqualsToken, each("arithmetic", "+=")],
  [SyntaxKind.AmpersandAmpersandToken, each("logic", "||")],
  [SyntaxKind.BarBarToken, each("logic", "&&")],
  [SyntaxKind.AmpersandToken, each("arithmetic", "|")],
  [SyntaxKind.BarToken, each("arithmetic", "&")],
]);

function each(kind: MutantKind, ...texts: readonly string[]): Planted[] {
  return texts.map((text) => [kind, text]);
}

/** Methods that give the same shape of answer as another, or as the list itself. */
const CALLS: ReadonlyMap<string, string | null> = new Map([
  ["some", "every"],
  ["every", "some"],
  ["min", "max"],
  ["max", "min"],
  ["floor", "ceil"],
  ["ceil", "floor"],
  ["startsWith", "endsWith"],
  ["endsWith", "startsWith"],
  ["filter", null],
  ["sort", null],
  ["toSorted", null],
  ["reverse", null],
  ["toReversed", null],
]);

/** Every mutant of a file that its syntax offers, in the order of the text. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const plant = (node: ts.Node, [kind, text]: Planted): void => {
    const [start, end] = [node.getStart(tree), node.getEnd()];
    const { line } = tree.getLineAndCharacterOfPosition(start);
    mutants.push({ file, start, end, text, kind, line: line + 1, before: source.slice(start, end) });
  };
  const visit = (node: ts.Node): void => {
    if (isLeftAlone(node)) return;
    for (const [target, planted] of offered(node, tree)) plant(target, planted);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return mutants.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Types, what only asserts that the code itself is right or the compiler asks for, and English sentences: of a refusal its code is tested. */
function isLeftAlone(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return true;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isThrowStatement(node)) return true;
  if (ts.isIfStatement(node) && node.elseStatement === undefined && onlyThrows(node.thenStatement)) return true;
  if (ts.isTemplateExpression(node) && node.templateSpans.at(-1)?.literal.text.endsWith(".") === true) return true;
  const call = node.parent;
  if (isMissingElement(node) || isOrder(node)) return true;
  return call !== undefined && ts.isCallExpression(call) && isRefuse(call) && call.arguments[1] === node;
}

/** What `a[i] ?? -1` says of an element that is always there: only the compiler asks (noUncheckedIndexedAccess). */
function isMissingElement(node: ts.Node): boolean {
  const isNegative = ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.MinusToken;
  if (!ts.isNumericLiteral(isNegative ? node.operand : node)) return false;
  const { parent } = node;
  if (parent === undefined || !ts.isBinaryExpression(parent) || parent.right !== node) return false;
  const { left, operatorToken } = parent;
  return operatorToken.kind === SyntaxKind.QuestionQuestionToken && isElement(left);
}

/** `a[i]`, or `a[i]?.b` of it, or the code point of a character. */
function isElement(node: ts.Expression): boolean {
  if (ts.isElementAccessExpression(node)) return true;
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return node.expression.name.text === "codePointAt";
  return ts.isPropertyAccessExpression(node) && node.questionDotToken !== undefined && isElement(node.expression);
}

/** The number in `list.sort((a, b) => (a < b ? -1 : 1))`, or behind other orders (`x || (a < b ? -1 : 1)`): only the sign is asked. */
function isOrder(node: ts.Node): boolean {
  if (!ts.isNumericLiteral(node) || node.text !== "1") return false;
  const branch = ts.isPrefixUnaryExpression(node.parent) ? node.parent : node;
  if (!ts.isConditionalExpression(branch.parent) || branch.parent.condition === branch) return false;
  let arrow = branch.parent.parent;
  while (ts.isParenthesizedExpression(arrow) || isEither(arrow)) arrow = arrow.parent;
  const call = ts.isArrowFunction(arrow) ? arrow.parent : null;
  if (call === null || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  return ["sort", "toSorted"].includes(call.expression.name.text);
}

function isEither(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.BarBarToken;
}

function onlyThrows(statement: ts.Statement): boolean {
  if (ts.isBlock(statement))
    return statement.statements.length === 1 && statement.statements.every(ts.isThrowStatement);
  return ts.isThrowStatement(statement);
}

function isRefuse(node: ts.Expression): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text.startsWith("refuse");
}

function* offered(node: ts.Node, tree: ts.SourceFile): Generator<readonly [ts.Node, Planted]> {
  if (ts.isBinaryExpression(node)) yield* ofBinary(node);
  else if (ts.isPrefixUnaryExpression(node)) yield* ofUnary(node, tree);
  else if (ts.isIfStatement(node) || ts.isWhileStatement(node)) {
    if (ts.isIfStatement(node)) yield [node.expression, ["condition", "true"]];
    yield [node.expression, ["condition", "false"]];
  } else if (ts.isConditionalExpression(node)) {
    yield [node.condition, ["condition", "true"]];
    yield [node.condition, ["condition", "false"]];
  } else if (node.kind === SyntaxKind.TrueKeyword) yield [node, ["constant", "false"]];
  else if (node.kind === SyntaxKind.FalseKeyword) yield [node, ["constant", "true"]];
  else if (ts.isNumericLiteral(node)) yield [node, ["constant", String(Number(node.text) + 1)]];
  else if (ts.isCallExpression(node)) yield* ofCall(node, tree);
  else if (ts.isReturnStatement(node) && node.expression !== undefined && isRefuse(node.expression))
    yield [node, ["refusal", ";"]];
  else if (ts.isExpressionStatement(node)) yield [node, ["statement", ";"]];
  else if (ts.isObjectLiteralExpression(node)) yield* ofSpread(node);
}

function* ofBinary({ operatorToken, left, right }: ts.BinaryExpression): Generator<readonly [ts.Node, Planted]> {
  if (isText(left) || isText(right)) return;
  for (const planted of COMPARISONS.get(operatorToken.kind) ?? []) yield [operatorToken, planted];
}

function isText(node: ts.Expression): boolean {
  return ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node);
}

function* ofUnary(node: ts.PrefixUnaryExpression, tree: ts.SourceFile): Generator<readonly [ts.Node, Planted]> {
  const { operator, operand } = node;
  const isNegation = operator === SyntaxKind.ExclamationToken;
  if (isNegation || operator === SyntaxKind.MinusToken)
    yield [node, [isNegation ? "condition" : "arithmetic", operand.getText(tree)]];
}

function* ofCall(node: ts.CallExpression, tree: ts.SourceFile): Generator<readonly [ts.Node, Planted]> {
  if (!ts.isPropertyAccessExpression(node.expression)) return;
  const { name, expression } = node.expression;
  const other = CALLS.get(name.text);
  if (other === null) yield [node, ["call", expression.getText(tree)]];
  else if (other !== undefined) yield [name, ["call", other]];
}

/** `{ ...state, calls: [] }`: in a pure engine a property that is not set is the statement that was forgotten. */
function* ofSpread({ properties }: ts.ObjectLiteralExpression): Generator<readonly [ts.Node, Planted]> {
  if (properties[0] === undefined || !ts.isSpreadAssignment(properties[0])) return;
  for (const property of properties.slice(1)) yield [property, ["property", "...{}"]];
}
