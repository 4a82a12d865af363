import type { Render, RenderContent, RenderLetter, RenderPush } from "@podium/protocol";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { takesGzip } from "../http/gzip.ts";

/** The built pages: how to render one, and the files they need. */
export interface Web {
  readonly render: Render;
  readonly renderContent: RenderContent;
  readonly renderLetter: RenderLetter;
  readonly renderPush: RenderPush;
  /** Public addresses by source name: `podium.css`, `entry-live.ts`, `barlow-latin-400-normal.woff2`. */
  readonly assets: Readonly<Record<string, string>>;
  /** A built file by its address, or nothing. */
  asset(path: string, acceptEncoding: string | undefined): Response | undefined;
}

const RENDERS = ["render", "renderContent", "renderLetter", "renderPush"] as const;

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Loads what `npm run build` made. Throws a sentence when it has not been made. */
export async function loadWeb(folder: string): Promise<Web> {
  const bundle = join(folder, "render.js");
  if (!existsSync(bundle)) throw new Error(`The pages are not built: ${bundle} is missing. Run npm run build.`);
  const built = (await import(pathToFileURL(bundle).href)) as Pick<Web, (typeof RENDERS)[number]>;
  const files = readAssets(join(folder, "assets"));
  return {
    render: built.render,
    renderContent: built.renderContent,
    renderLetter: built.renderLetter,
    renderPush: built.renderPush,
    assets: readManifest(join(folder, "manifest.json")),
    asset: (path, acceptEncoding) => {
      const file = files.get(path);
      if (file === undefined) return undefined;
      const zipped = file.gzip !== null && takesGzip(acceptEncoding);
      return new Response(zipped ? file.gzip : file.bytes, {
        headers: {
          ...file.headers,
          "cache-control": "public, max-age=31536000, immutable",
          "x-content-type-options": "nosniff",
          // Scripts that stand under the pages of others are modules, which browsers fetch across sites only so.
          "access-control-allow-origin": "*",
          ...(zipped ? { "content-encoding": "gzip" } : {}),
        },
      });
    },
  };
}

const WORKERS = { "chair-worker-": "/chair/", "push-worker-": "/notifications" } as const;

interface Asset {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
}

function readAssets(folder: string): Map<string, Asset> {
  return new Map(
    readdirSync(folder).map((name) => {
      const bytes = new Uint8Array(readFileSync(join(folder, name)));
      const type = TYPES[extname(name)] ?? "application/octet-stream";
      const gzip =
        type.startsWith("text/") || type.startsWith("image/svg") ? new Uint8Array(gzipSync(bytes, { level: 9 })) : null;
      // Workers stand among the built files: the chair's may answer for its pages alone, that of notifications for none.
      const allowed = Object.entries(WORKERS).find(([worker]) => name.startsWith(worker))?.[1];
      const scope = allowed === undefined ? {} : { "service-worker-allowed": allowed };
      return [`/assets/${name}`, { headers: { "content-type": type, ...scope }, bytes, gzip }];
    }),
  );
}

/** Vite's manifest names sources by path; pages ask by the last part of it. */
function readManifest(path: string): Record<string, string> {
  const manifest: Record<string, { file: string; src?: string; isEntry?: boolean }> = JSON.parse(
    readFileSync(path, "utf8"),
  );
  const entries = Object.entries(manifest).filter(([name, chunk]) => chunk.isEntry === true || name.endsWith(".woff2"));
  return Object.fromEntries(
    entries.map(([source, chunk]) => [source.slice(source.lastIndexOf("/") + 1), `/${chunk.file}`]),
  );
}
