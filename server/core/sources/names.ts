/** Names of the sources of stanzas. */

import { CONFIGURATION_FILE } from "./fileNames";

/**
 * Programs and data in whose literals stanzas stand, and which one scanner reads by tables (code/language.ts): the
 * extensions of their files. The names are those that editors have for the languages.
 */
const programs = {
  java: "java",
  kotlin: "kt kts",
  scala: "scala",
  groovy: "groovy gradle",
  c: "c h cc cpp cxx hh hpp hxx m mm",
  go: "go",
  rust: "rs",
  csharp: "cs",
  dart: "dart",
  swift: "swift",
  ruby: "rb",
  perl: "pl pm t",
  php: "php",
  lua: "lua",
  erlang: "erl hrl",
  elixir: "ex exs",
  json: "json jsonl ndjson",
  tigase: "cot cor",
} as const;

/** A source that is read by the table of its language. */
export type ProgramSource = keyof typeof programs;

export const programSources = Object.keys(programs) as readonly ProgramSource[];

/** True for a source that is read by the table of its language. */
export function isProgramSource(name: string): name is ProgramSource {
  return Object.hasOwn(programs, name);
}

const ofPrograms = <Value>(value: (endings: string) => Value) =>
  Object.fromEntries(programSources.map((name) => [name, value(programs[name])])) as Readonly<
    Record<ProgramSource, Value>
  >;

/** The sources with an adapter of their own, besides plain stanza files. */
const ownSources = [
  // In the order of the documentation.
  "xep",
  "markdown",
  "scansion",
  "transcript",
  "javascript",
  "python",
] as const;

/** A source that can be switched on and off; all are on unless somebody switches them off. */
export type OptionalSource = (typeof ownSources)[number] | ProgramSource;

/** `plain` is a file of stanzas, whatever stands between them. */
export type SourceName = OptionalSource | "plain";

export const optionalSources: readonly OptionalSource[] = [...ownSources, ...programSources];

export const sourceNames: readonly SourceName[] = ["plain", ...optionalSources];

/** A source that a person has chosen for a document; with `none`, nothing reads it. */
export type ChosenSource = SourceName | "none";

export const chosenSources: readonly ChosenSource[] = [...sourceNames, "none"];

/** What can be switched on and off: the sources, and all comments in programs. */
export const sourceSwitches = [...optionalSources, "comments"] as const;

export type SourceSwitch = (typeof sourceSwitches)[number];

/** Switches of the sources; others are on. */
export type SourceSwitches = Readonly<Partial<Record<SourceSwitch, boolean>>>;

/** Sources by the language ids of editors. */
export const sourceLanguages: Readonly<Record<string, OptionalSource>> = {
  restructuredtext: "markdown",
  javascriptreact: "javascript",
  typescript: "javascript",
  typescriptreact: "javascript",
  ...Object.fromEntries(
    optionalSources
      // The others have no language of their own.
      .filter((name) => name !== "xep" && name !== "transcript")
      .map((name) => [name, name]),
  ),
  cpp: "c",
  "objective-c": "c",
  "objective-cpp": "c",
  jsonc: "json",
  jsonl: "json",
};

/** Languages whose documents may be logs; in other known languages a direction has no meaning. */
export const logLanguages: readonly string[] = ["log", "plaintext"];

const plainExtensions: readonly string[] = ["stanza", "xmpp", "xml"];

/** True for the path of a file of nothing but stanzas, whatever its text looks like. */
export function isPlainPath(path: string): boolean {
  return plainExtensions.includes(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
}

/** File extensions of each source, whatever the files hold. */
export const extensions = {
  markdown: ["md", "mkd", "mdwn", "markdown", "rst", "rest"],
  scansion: ["scs"],
  javascript: ["js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"],
  python: ["py", "pyi"],
  ...ofPrograms((endings) => endings.split(" ")),
} as const satisfies Partial<Record<OptionalSource, readonly string[]>>;

/** File extensions that may hold stanzas, whatever sources are on. */
export function fileExtensions(): readonly string[] {
  return [...plainExtensions, ...Object.values(extensions).flat()];
}

/** The source of a file by its name alone, if it may be switched off; undefined for all other files. */
export function sourceByName(name: string): OptionalSource | undefined {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (ending === name.toLowerCase() || name === CONFIGURATION_FILE) return undefined;
  return (Object.keys(extensions) as (keyof typeof extensions)[]).find((source) =>
    (extensions[source] as readonly string[]).includes(ending),
  );
}

/** True for a file that is checked when it is found in a checked folder. */
export function mayHoldStanzasByName(name: string, switches: SourceSwitches): boolean {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (ending === name.toLowerCase()) return false;
  if (plainExtensions.includes(ending)) return true;
  const source = sourceByName(name);
  return source !== undefined && switches[source] !== false;
}

/** File extensions that programs give to their logs; a number may follow, of an older log. */
export const logExtensions: readonly string[] = ["log", "trace", "err", "out"];

/** True for a name that programs give to their logs. */
export function isLogName(name: string): boolean {
  const [, ending = ""] = /\.([a-z]{1,9})(?:\.\d{1,6})?$/i.exec(name) ?? [];
  return logExtensions.includes(ending.toLowerCase());
}

/** Languages of programs that no adapter reads, by file extension. */
const unreadLanguages: Readonly<Record<string, string>> = {
  fs: "F#",
  vb: "Visual Basic",
  zig: "Zig",
  nim: "Nim",
  cr: "Crystal",
  tcl: "Tcl",
  clj: "Clojure",
  hs: "Haskell",
  ml: "OCaml",
  mli: "OCaml",
  lisp: "Lisp",
  el: "Lisp",
  vala: "Vala",
  pas: "Pascal",
  ps1: "PowerShell",
  vue: "Vue",
  svelte: "Svelte",
};

/** The name of the programming language of a file that no adapter reads; undefined for all other files. */
export function unreadLanguageOf(path: string): string | undefined {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return ending === undefined || !Object.hasOwn(unreadLanguages, ending)
    ? undefined
    : unreadLanguages[ending];
}
