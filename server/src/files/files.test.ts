import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { filesContract } from "./files.contract.ts";
import { openDiskFiles } from "./disk.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-files-"));
after(() => rmSync(folder, { recursive: true }));

let stores = 0;
filesContract("a folder of the disk", () => openDiskFiles(join(folder, String(++stores))));
