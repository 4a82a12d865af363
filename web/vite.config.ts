import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BuildEnvironmentOptions, defineConfig } from "vite";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Every island of the browser is a file src/entry-<name>.ts(x); the stylesheet stands beside them. */
function browserEntries(): Record<string, string> {
  const files = readdirSync(`${folder}src`).filter((file) => /^entry-[a-z-]+\.tsx?$/.test(file));
  const islands = files.map((file) => [file.replace(/^entry-|\.tsx?$/g, ""), `src/${file}`]);
  return { ...Object.fromEntries(islands), podium: "src/ui/podium.css" };
}

/** Hashed files that may be cached for ever; manifest.json says which source became which. */
function forTheBrowser(): BuildEnvironmentOptions {
  return {
    outDir: "dist",
    emptyOutDir: true,
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: browserEntries() },
  };
}

/** One file that renders every page, with all it needs inside. */
function forTheServer(): BuildEnvironmentOptions {
  return {
    outDir: "dist",
    emptyOutDir: false,
    copyPublicDir: false,
    minify: false,
    rolldownOptions: { output: { entryFileNames: "render.js" } },
  };
}

export default defineConfig(({ isSsrBuild }) => ({
  root: folder,
  base: "/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  ssr: { noExternal: true },
  build: isSsrBuild ? forTheServer() : forTheBrowser(),
}));
