const WIDTH = 230;

/** JSON with one record to a line, so that a change of one match is a change of one line. */
export function layout(value: unknown): string {
  return `${lay(value, "")}\n`;
}

function lay(value: unknown, indent: string): string {
  const line = flat(value);
  if (typeof value !== "object" || value === null || fitsOneLine(value, line)) return line;
  const deeper = `${indent}  `;
  const rows = Array.isArray(value)
    ? value.map((item) => lay(item, deeper))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${lay(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${rows.map((row) => deeper + row).join(",\n")}\n${indent}${close}`;
}

function flat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flat).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flat(item)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** A record of plain values and short lists stands on one line; a list of records does not. */
function fitsOneLine(value: object, line: string): boolean {
  return line.length <= WIDTH && levels(value) <= 2;
}

/** Records in records count one each, lists half: a list of scores is no deeper than a name in two languages. */
function levels(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inside = Math.max(0, ...Object.values(value).map(levels));
  return inside + (Array.isArray(value) ? 0.5 : 1);
}
