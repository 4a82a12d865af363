import { qrCode } from "./qr-code.ts";

/** Light modules that a reader needs around the square. */
const MARGIN = 4;

/** A text as a QR code that a phone can read from the page; nothing when it is too long for one. */
export function QrDrawing({ text, label }: { readonly text: string; readonly label: string }) {
  const rows = qrCode(text);
  if (rows === null) return null;
  const side = rows.length + 2 * MARGIN;
  const path = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + MARGIN} ${y + MARGIN}h1v1h-1z` : "")))
    .join("");
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
