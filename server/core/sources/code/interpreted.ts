/** Languages whose programs are interpreted, and formats of data: their literals, joins and comments. */

import * as escapes from "./escapes";
import type { CommentForm, HoleForm, Language, LiteralForm } from "./language";
import { quoted } from "./tokens";

const hash: CommentForm = { open: "#" };
const slashes: readonly CommentForm[] = [{ open: "//" }, { open: String.raw`/\*`, close: "*/" }];

/** A regular expression between slashes, where no value stands before it. */
const expression = String.raw`(?<=(?:^|[=(,[!&|?{};~:]|\b(?:if|unless|and|or|not|when|return|split|while|until|grep|map))\s{0,8})/(?![\s/=*])(?:\\.|\[(?:\\.|[^\]\\\r\n]){0,200}\]|[^/\\\r\n[]){0,500}/`;

const braceHole = (sign: string): HoleForm => ({
  open: String.raw`${sign}\{`,
  close: "}",
  guard: { pattern: `${sign}(?=[{$@])`, prefix: "\\" },
});

/** Brackets that a literal may be written in, as pairs. */
const brackets = ["()", "[]", "{}", "<>"];

/**
 * Literals such as `%q{…}` in all brackets and other delimiters.
 * @param lead pattern before the delimiter
 */
function inAnyDelimiter(lead: string, form: Omit<LiteralForm, "open" | "close">): LiteralForm[] {
  const paired = brackets.map(([first = "", close = ""]) => ({
    ...form,
    open: lead + quoted(first),
    close,
    nests: first,
  }));
  return [...paired, { ...form, open: String.raw`${lead}([^\w\s()[\]{}<>])`, close: "$1" }];
}

const rubyHoles: readonly HoleForm[] = [
  braceHole("#"),
  { open: String.raw`#[$@]\w+`, guard: { pattern: "(?!)", prefix: "" } },
];
const multiline = { isMultiline: true } as const;
const rubyText = { ...multiline, escapes: escapes.ruby, holes: rubyHoles } as const;
const rubyRaw = { ...multiline, escapes: escapes.quoteOnly } as const;
const least = { indentation: "least" } as const;

export const ruby: Language = {
  starts: `"'<%#/=$?`,
  comment: "#",
  comments: [hash, { open: "=begin", close: "\n=end", isAtLineStart: true }],
  literals: [
    {
      ...rubyText,
      open: String.raw`(?<![\w)\]}"'])<<~(?:"([A-Za-z_]\w*)"|([A-Za-z_]\w*))`,
      close: "$1$2",
      heredoc: "indented",
      block: least,
    },
    {
      ...multiline,
      open: String.raw`(?<![\w)\]}"'])<<~'([A-Za-z_]\w*)'`,
      close: "$1",
      heredoc: "indented",
      block: least,
    },
    {
      ...rubyText,
      open: String.raw`(?<![\w)\]}"'])<<-(?:"([A-Za-z_]\w*)"|([A-Za-z_]\w*))`,
      close: "$1$2",
      heredoc: "indented",
    },
    {
      ...multiline,
      open: String.raw`(?<![\w)\]}"'])<<-'([A-Za-z_]\w*)'`,
      close: "$1",
      heredoc: "indented",
    },
    {
      ...rubyText,
      open: String.raw`(?<![\w)\]}"'])<<(?:"([A-Z_]\w*)"|([A-Z_]\w*))`,
      close: "$1$2",
      heredoc: "plain",
    },
    ...inAnyDelimiter(String.raw`(?<![\w)\]}"'])%q`, rubyRaw),
    ...inAnyDelimiter(String.raw`(?<![\w)\]}"'])%Q`, rubyText),
    ...inAnyDelimiter(String.raw`(?<=[=(,[{]\s{0,8})%(?![\s=])`, rubyText).slice(0, 3),
    { ...rubyText, open: '"', close: '"' },
    { ...rubyRaw, open: "'", close: "'" },
  ],
  skipped: [
    expression,
    String.raw`(?<![\w])\?["'](?!\w)`,
    String.raw`\$["'/]`,
    String.raw`%r\{(?:\\.|[^}\\])*\}`,
  ],
  joins: [String.raw`\+`, String.raw`<<(?![~\-A-Z"'])`],
  isAdjacentJoined: true,
  endsAtLine: true,
  fields: "percent",
};

const perlNames = String.raw`\$\{?[A-Za-z_][\w:]*\}?(?:(?:->)?(?:\[[^\]\r\n"]*\]|\{[^}\r\n"]*\}))*(?:->(?:\[[^\]\r\n"]*\]|\{[^}\r\n"]*\}))*`;
const perlHoles: readonly HoleForm[] = [
  { open: String.raw`@\{\s*\[`, close: "]}", guard: { pattern: "(?!)", prefix: "" } },
  { open: perlNames, guard: { pattern: "[$@]", prefix: "\\" } },
  { open: String.raw`@[A-Za-z_]\w*`, guard: { pattern: "(?!)", prefix: "" } },
];
const perlText = { ...multiline, escapes: escapes.perl, holes: perlHoles } as const;
const perlRaw = { ...multiline, escapes: escapes.quoteOnly } as const;
const perlHeredocs = (["", "~"] as const).flatMap((tilde): LiteralForm[] => {
  const form = {
    heredoc: tilde === "" ? "plain" : "indented",
    ...(tilde === "" ? {} : { block: least }),
  } as const;
  return [
    {
      ...perlText,
      ...form,
      open: String.raw`<<${tilde}(?:\s*"([^"\r\n]{1,80})"|([A-Za-z_]\w*))`,
      close: "$1$2",
    },
    {
      ...multiline,
      ...form,
      open: String.raw`<<${tilde}\s*'([^'\r\n]{1,80})'`,
      close: "$1",
    },
  ];
});

export const perl: Language = {
  starts: `"'<#=qm$/stry|!{`,
  comment: "#",
  comments: [
    { open: String.raw`(?<![$\\])#` },
    { open: String.raw`=[a-z]\w*`, close: "\n=cut", isAtLineStart: true },
  ],
  literals: [
    ...perlHeredocs,
    ...inAnyDelimiter(String.raw`(?<![\w$@%&>{-])qq\s?(?!=>|\s|,|;)`, perlText),
    ...inAnyDelimiter(String.raw`(?<![\w$@%&>{-])q(?!=>|\s|,|;|=)`, perlRaw),
    { ...perlText, open: '"', close: '"' },
    { ...perlRaw, open: "'", close: "'" },
  ],
  skipped: [
    expression,
    String.raw`\$["'/#]`,
    String.raw`(?<==~\s{0,4}|!~\s{0,4}|\bsplit\s*\(?\s*)(?:m|qr)?([/{|!])(?:\\.|(?!\1)[^\\\r\n}])*[/}|!]`,
    String.raw`(?<==~\s{0,4})(?:s|tr|y)/(?:\\.|[^/\\\r\n])*/(?:\\.|[^/\\\r\n])*/`,
    String.raw`(?<![\w$@%&>{-])(?:qr|m)/(?:\\.|[^/\\\r\n])*/`,
  ],
  joins: [String.raw`\.(?![.\d])`],
  lists: String.raw`\bjoin\s*\(?\s*(?:''|"")\s*,\s*`,
  fields: "percent",
};

const phpHoles: readonly HoleForm[] = [
  { open: String.raw`\{(?=\$)`, close: "}", guard: { pattern: "(?!)", prefix: "" } },
  { open: String.raw`\$\{`, close: "}", guard: { pattern: "(?!)", prefix: "" } },
  {
    open: String.raw`\$[A-Za-z_]\w*(?:\[[^\]\r\n]*\]|->[A-Za-z_]\w*)?`,
    guard: { pattern: String.raw`\$(?=[\w{])`, prefix: "\\" },
  },
];
const phpText = { ...multiline, escapes: escapes.php, holes: phpHoles } as const;
const phpBlock = {
  heredoc: "indented",
  block: { indentation: "closing", dropsLastLineEnd: true },
} as const;

export const php: Language = {
  starts: `"'<#/?`,
  comment: "//",
  begins: String.raw`<\?(?:php\b|=)`,
  comments: [...slashes, { open: String.raw`#(?!\[)` }],
  literals: [
    {
      ...phpText,
      ...phpBlock,
      open: String.raw`<<<[ \t]*(?:"([A-Za-z_]\w*)"|([A-Za-z_]\w*))`,
      close: "$1$2",
    },
    { ...multiline, ...phpBlock, open: String.raw`<<<[ \t]*'([A-Za-z_]\w*)'`, close: "$1" },
    { ...phpText, open: '"', close: '"' },
    { ...multiline, escapes: escapes.quoteOnly, open: "'", close: "'" },
  ],
  skipped: [String.raw`\?>(?:(?!<\?(?:php\b|=))[\s\S])*`],
  joins: [String.raw`\.(?![.\d])`],
  fields: "percent",
};

export const lua: Language = {
  starts: String.raw`"'\[-`,
  comment: "--",
  comments: [{ open: String.raw`--\[(=*)\[`, close: "]$1]" }, { open: "--" }],
  literals: [
    { open: String.raw`\[(=*)\[`, close: "]$1]", isMultiline: true },
    { open: '"', close: '"', escapes: escapes.lua },
    { open: "'", close: "'", escapes: escapes.lua },
  ],
  joins: [String.raw`\.\.(?!\.)`],
  fields: "percent",
};

const erlangBlock = {
  isMultiline: true,
  block: { indentation: "closing", dropsLastLineEnd: true },
} as const;

export const erlang: Language = {
  starts: `"'%$~`,
  comment: "%",
  comments: [{ open: "%" }],
  literals: [
    { ...erlangBlock, open: String.raw`~?("{3,})[ \t]*(?:\r\n|\n)`, close: "$1" },
    { open: '~[bs]?"', close: '"', escapes: escapes.erlang, isMultiline: true },
    { open: '"', close: '"', escapes: escapes.erlang, isMultiline: true },
  ],
  skipped: [String.raw`\$\\?["'%]`, String.raw`'(?:\\.|[^'\\\r\n])*'`],
  joins: [String.raw`\+\+`],
  isAdjacentJoined: true,
  macro: String.raw`\?\w+`,
  wrappers: String.raw`<<\s*`,
  suffix: String.raw`(?:/utf8)?\s*>>`,
  lists: String.raw`(?:<<|\[)\s*(?:[\w?:(){}\s/,]{0,200},\s*)?`,
  fields: "tilde",
};

const elixirText = { escapes: escapes.elixir, holes: [braceHole("#")] } as const;
const elixirBlock = { isMultiline: true, block: { indentation: "closing" } } as const;
const lineEnd = String.raw`[ \t]*(?:\r\n|\n)`;

export const elixir: Language = {
  starts: `"'#~?`,
  comment: "#",
  comments: [hash],
  literals: [
    { ...elixirText, ...elixirBlock, open: `(?:~[a-z])?"""${lineEnd}`, close: '"""' },
    { ...elixirText, ...elixirBlock, open: `(?:~[a-z])?'''${lineEnd}`, close: "'''" },
    { ...elixirBlock, open: `~[A-Z]+"""${lineEnd}`, close: '"""' },
    { ...elixirBlock, open: `~[A-Z]+'''${lineEnd}`, close: "'''" },
    ...sigils("~[a-z]", { ...elixirText, isMultiline: true }),
    ...sigils("~[A-Z]+", multiline),
    { ...elixirText, open: '"', close: '"', isMultiline: true },
    { ...elixirText, open: "'", close: "'", isMultiline: true },
  ],
  skipped: [String.raw`(?<![\w])\?\\?["'#]`],
  joins: ["<>", String.raw`\+\+`],
  lists: String.raw`\[\s*(?:[\w?:(){}\s/,.@]{0,200},\s*)?`,
};

/** Sigils in their delimiters; brackets in them do not nest. */
function sigils(lead: string, form: Omit<LiteralForm, "open" | "close">): LiteralForm[] {
  const pairs = [...brackets, "||", "//", '""', "''"];
  return pairs.map(([first = "", close = ""]) => ({
    ...form,
    open: lead + quoted(first),
    close,
  }));
}

/** JSON, with the comments that some programs allow in it. */
export const json: Language = {
  starts: `"/`,
  comments: slashes,
  literals: [{ open: '"', close: '"', escapes: escapes.json }],
  joins: [],
};

/** Scripts of Tigase's test suite: blocks of stanzas, in which `$(x)` and `@{x}` are filled in. */
export const tigase: Language = {
  starts: String.raw`\t se#`,
  comment: "#",
  comments: [{ open: "#" }],
  literals: [
    {
      open: String.raw`(?<=^|[\r\n])[ \t]*(?:send|expect)\b[\w -]*\s*:\s*\{`,
      close: "\n}",
      isMultiline: true,
      isXml: true,
      lineComment: "#",
      holes: [
        { open: String.raw`[@$]\{`, close: "}" },
        { open: String.raw`\$\(`, close: ")" },
      ],
    },
  ],
  joins: [],
};
