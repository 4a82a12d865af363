import { qrCode } from "./qr-code.ts";

/** A text as a QR code that a phone can read from the page; nothing when it is too long for one. */
export function QrDrawing({ text, label }: { readonly text: string; readonly label: string }) {
  const code = qrCode(text);
  if (code === null) return null;
  const { side, path } = code;
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
