/** Names of the sources of stanzas. */

/** The sources besides plain stanza files, and whether they are on by default. */
export const defaultSources = {
  xep: true,
  markdown: true,
  scansion: true,
  transcript: true,
  javascript: false,
  python: false,
} as const satisfies Readonly<Record<string, boolean>>;

/** A source that can be switched on and off. */
export type OptionalSource = keyof typeof defaultSources;

/** `plain` is a file of stanzas, whatever stands between them. */
export type SourceName = OptionalSource | "plain";

export const optionalSources = Object.keys(defaultSources) as readonly OptionalSource[];

export const sourceNames: readonly SourceName[] = ["plain", ...optionalSources];

/** A source that a person has chosen for a document; with `none`, nothing reads it. */
export type ChosenSource = SourceName | "none";

export const chosenSources: readonly ChosenSource[] = [...sourceNames, "none"];

/** Switches of the sources; others have their default. */
export type SourceSwitches = Readonly<Partial<Record<OptionalSource, boolean>>>;

/** Sources by the language ids of editors. */
export const sourceLanguages: Readonly<Record<string, OptionalSource>> = {
  markdown: "markdown",
  restructuredtext: "markdown",
  scansion: "scansion",
  javascript: "javascript",
  javascriptreact: "javascript",
  typescript: "javascript",
  typescriptreact: "javascript",
  python: "python",
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
} as const satisfies Partial<Record<OptionalSource, readonly string[]>>;

/** File extensions that may hold stanzas, whatever sources are on. */
export const fileExtensions: readonly string[] = [
  ...plainExtensions,
  ...Object.values(extensions).flat(),
];

/** The source of a file by its name alone, if it may be switched off; undefined for all other files. */
export function sourceByName(name: string): OptionalSource | undefined {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (ending === name.toLowerCase()) return undefined;
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
  return source !== undefined && (switches[source] ?? defaultSources[source]);
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
  ...{
    java: "Java",
    kt: "Kotlin",
    kts: "Kotlin",
    scala: "Scala",
    groovy: "Groovy",
    gradle: "Groovy",
  },
  ...{ c: "C", h: "C", cc: "C++", cpp: "C++", cxx: "C++", hh: "C++", hpp: "C++", hxx: "C++" },
  ...{
    m: "Objective-C",
    mm: "Objective-C",
    swift: "Swift",
    cs: "C#",
    fs: "F#",
    vb: "Visual Basic",
  },
  ...{ go: "Go", rs: "Rust", zig: "Zig", nim: "Nim", dart: "Dart", cr: "Crystal" },
  ...{ rb: "Ruby", pl: "Perl", pm: "Perl", php: "PHP", lua: "Lua", tcl: "Tcl" },
  ...{ erl: "Erlang", hrl: "Erlang", ex: "Elixir", exs: "Elixir", clj: "Clojure", hs: "Haskell" },
  ...{ ml: "OCaml", mli: "OCaml", lisp: "Lisp", el: "Lisp", vala: "Vala", pas: "Pascal" },
  ...{ ps1: "PowerShell", vue: "Vue", svelte: "Svelte" },
};

/** The name of the programming language of a file that no adapter reads; undefined for all other files. */
export function unreadLanguageOf(path: string): string | undefined {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return ending === undefined || !Object.hasOwn(unreadLanguages, ending)
    ? undefined
    : unreadLanguages[ending];
}
