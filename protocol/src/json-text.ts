/** JSON that was read, or what is wrong with it and at which character. */
type ReadJson =
  | { readonly json: unknown }
  | {
      readonly wrong: "unreadable" | "too-deep" | "key-twice";
      readonly offset: number;
      /** A sentence for people. */
      readonly message: string;
    };

/** Far deeper than anything Podium reads, and far less than what a stack of calls holds. */
export const JSON_DEPTH_MAX = 500;

/**
 * Reads JSON that nobody can mean in two ways: a key that stands twice in one object is refused, and not only its last
 * value kept (RFC 8259, 4); so is what is nested deeper than `JSON_DEPTH_MAX`. It takes time by the length of the text.
 */
export function readJson(text: string): ReadJson {
  const found = structureOf(text);
  if (found.tooDeepAt !== null)
    return wrongAt(
      "too-deep",
      found.tooDeepAt,
      `Lists and objects stand in one another ${JSON_DEPTH_MAX} deep at most.`,
    );
  const json = parsed(text);
  if (json === undefined) return wrongAt("unreadable", 0, "This is not JSON.");
  if (found.twice !== null)
    return wrongAt("key-twice", found.twice.offset, `The key ${found.twice.key} stands twice in one object.`);
  return { json };
}

function wrongAt(wrong: "unreadable" | "too-deep" | "key-twice", offset: number, message: string): ReadJson {
  return { wrong, offset, message };
}

/** Nothing written as JSON is undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Structure {
  readonly tooDeepAt: number | null;
  /** The first key that stands twice; of JSON alone it means something. */
  readonly twice: { readonly key: string; readonly offset: number } | null;
}

/** How the objects and lists of a text stand in one another, read in one pass without calling itself. */
function structureOf(text: string): Structure {
  const open: Set<string>[] = [];
  let twice: Structure["twice"] = null;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "{" || character === "[") {
      open.push(new Set());
      if (open.length > JSON_DEPTH_MAX) return { tooDeepAt: at, twice };
    } else if (character === "}" || character === "]") {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(text, at);
      const key = keyIn(text, at, end);
      if (key !== null && twice === null && open.at(-1)?.has(key) === true) twice = { key, offset: at };
      if (key !== null) open.at(-1)?.add(key);
      at = end;
    }
  }
  return { tooDeepAt: null, twice };
}

/** Where a string ends that begins at a quotation mark; the end of the text where it does not end. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

const COLON = /[ \t\r\n]*:/y;

/** The key that these quotation marks hold, as it is meant; null for a value. */
function keyIn(text: string, from: number, end: number): string | null {
  COLON.lastIndex = end + 1;
  if (!COLON.test(text)) return null;
  const key = parsed(text.slice(from, end + 1));
  return typeof key === "string" ? key : null;
}
