const LONGEST_DECLARATION = 200;

/** The text of a file in the encoding that its first bytes or its XML declaration say; in UTF-8 where neither does. */
export function sourceText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** What the first bytes say, or the XML declaration; UTF-8 without either, and where nobody knows the encoding named. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, LONGEST_DECLARATION));
  const declared = /^<\?xml [^>]*encoding=["']([\w.:-]+)["']/.exec(head)?.[1] ?? "utf-8";
  try {
    const { encoding } = new TextDecoder(declared);
    return encoding.startsWith("utf-16") ? "utf-8" : encoding;
  } catch {
    return "utf-8";
  }
}
