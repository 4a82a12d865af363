import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Mutant } from "./mutants.ts";

/** Complaints that only say that something is not needed any more: unused names, code never reached, comparisons that never hold. */
const HARMLESS = new Set([6133, 6192, 6196, 6198, 6199, 7027, 2367, 2872, 2873]);

/** Tells which mutants the compiler would let through: the others are no errors that a test has to find. */
export class Compiler {
  readonly #root: string;
  readonly #service: ts.LanguageService;
  readonly #versions = new Map<string, { readonly version: number; readonly text: string }>();

  /** `project` is the path of a tsconfig.json below `root`. */
  constructor(root: string, project: string) {
    this.#root = root;
    const path = join(root, project);
    const { config } = ts.readConfigFile(path, (file) => readFileSync(file, "utf8"));
    const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, join(path, ".."));
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => fileNames,
      getScriptVersion: (file) => String(this.#versions.get(file)?.version ?? 0),
      getScriptSnapshot: (file) => this.#snapshot(file),
      getCurrentDirectory: () => root,
      getDefaultLibFileName: (asked) => ts.getDefaultLibFilePath(asked),
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
      readDirectory: ts.sys.readDirectory,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
    });
  }

  #snapshot(file: string): ts.IScriptSnapshot | undefined {
    const text = this.#versions.get(file)?.text ?? ts.sys.readFile(file);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  }

  /** Whether the file still compiles with the mutant in it; other files are taken as they stand. */
  accepts(mutant: Mutant, source: string): boolean {
    const file = join(this.#root, mutant.file);
    this.#put(file, source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end));
    const found = [
      ...this.#service.getSyntacticDiagnostics(file),
      ...this.#service.getSemanticDiagnostics(file),
    ].filter(({ category, code }) => category === ts.DiagnosticCategory.Error && !HARMLESS.has(code));
    this.#put(file, source);
    return found.length === 0;
  }

  #put(file: string, text: string): void {
    this.#versions.set(file, { version: (this.#versions.get(file)?.version ?? 0) + 1, text });
  }
}
