import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The fonts of one kind of system, without the rest. */
export interface FontSet {
  readonly name: string;
  /** Where Debian has them, and the package they come from. */
  readonly folder: string;
  readonly package: string;
  /** Which of the stand-ins of web/src/ui/fonts.css is made from them. */
  readonly standIn: string;
}

/** A bare Debian, one with the widths of Arial, and one on which Latin comes from a font for Han and Hangul. */
export const FONT_SETS: readonly FontSet[] = [
  {
    name: "DejaVu",
    folder: "/usr/share/fonts/truetype/dejavu",
    package: "fonts-dejavu-core",
    standIn: "DejaVu Sans",
  },
  {
    name: "Liberation",
    folder: "/usr/share/fonts/truetype/liberation",
    package: "fonts-liberation",
    standIn: "Arial",
  },
  {
    name: "Noto CJK",
    folder: "/usr/share/fonts/opentype/noto",
    package: "fonts-noto-cjk",
    standIn: "Noto Sans CJK",
  },
];

/** Whether this machine has them. */
export function hasFonts({ folder }: FontSet): boolean {
  return existsSync(folder);
}

/** Writes the configuration under which a program finds these fonts and no others; it goes with this process. */
export function fontconfigFile({ folder }: FontSet): string {
  const own = mkdtempSync(join(tmpdir(), "podium-fonts-"));
  process.once("exit", () => rmSync(own, { recursive: true, force: true }));
  const file = join(own, "fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(own, "cache")}</cachedir>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
</fontconfig>
`,
  );
  return file;
}
