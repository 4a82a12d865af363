import { encodeQR } from "qr";

/** Light modules that a reader needs around the square. */
const MARGIN = 4;
/** In a longer text the modules are too small for a phone that reads from a screen. */
const BYTES_MAX = 300;

/** A QR code as the path of its dark modules in a square of `side` by `side`, margin included. */
export interface QrCode {
  readonly side: number;
  readonly path: string;
}

/** A text as a QR code; null when it is too long to be read from a page. */
export function qrCode(text: string): QrCode | null {
  if (new TextEncoder().encode(text).length > BYTES_MAX) return null;
  const rows = encodeQR(text, "raw", { ecc: "medium", border: MARGIN });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return { side: rows.length, path };
}
