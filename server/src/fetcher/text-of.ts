const SNIFFED_BYTES = 2_048;
const LABEL = /charset\s{0,4}=\s{0,4}["']?([\w:.-]{1,40})/i;

/**
 * The text of a page in the encoding that its bytes, its header or its first lines name, in this order; UTF-8 where none
 * does. Newspapers in Korean and Chinese are still written in others. What does not fit becomes U+FFFD.
 */
export function textOf(bytes: Uint8Array, contentType: string): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, SNIFFED_BYTES));
  const label = markOf(bytes) ?? LABEL.exec(contentType)?.[1] ?? LABEL.exec(start)?.[1] ?? "utf-8";
  return decoderOf(label).decode(bytes);
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xef && second === 0xbb ? "utf-8" : undefined;
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
