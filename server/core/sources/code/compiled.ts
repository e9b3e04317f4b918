/** Languages of C's family and others whose programs are compiled: their literals, joins and comments. */

import * as escapes from "./escapes";
import type { CommentForm, HoleForm, Language, LiteralForm } from "./language";

const slashes: readonly CommentForm[] = [{ open: "//" }, { open: String.raw`/\*`, close: "*/" }];
const nestedSlashes: readonly CommentForm[] = [
  { open: "//" },
  { open: String.raw`/\*`, close: "*/", isNested: true },
];

/** A character in quotation marks, which may be a quotation mark. */
const character = String.raw`'(?:\\[^\r\n][^'\r\n]{0,8}|[^'\\\r\n]{1,2})'`;

/** `${x}` and `$x`; in raw literals the sign cannot be escaped. */
const dollars: readonly HoleForm[] = [
  { open: String.raw`\$\{`, close: "}", guard: { pattern: String.raw`\$(?=[\w{])`, prefix: "\\" } },
  { open: String.raw`\$[A-Za-z_][\w]*`, guard: { pattern: "(?!)", prefix: "" } },
];
const rawDollars: readonly HoleForm[] = [
  { open: String.raw`\$\{`, close: "}" },
  { open: String.raw`\$[A-Za-z_][\w]*` },
];

const trim: LiteralForm = { open: '"""', close: '"""', isMultiline: true };

export const java: Language = {
  starts: `"'/`,
  comment: "//",
  comments: slashes,
  literals: [
    {
      open: String.raw`"""[ \t\f]*(?:\r\n|\r|\n)`,
      close: '"""',
      escapes: escapes.java,
      isMultiline: true,
      block: { indentation: "least", trimsLines: true },
    },
    { open: '"', close: '"', escapes: escapes.java },
  ],
  skipped: [character],
  joins: [String.raw`\+`, String.raw`\)\s*\.\s*append\s*\(`],
  fields: "percent",
};

export const kotlin: Language = {
  starts: "\"'/`",
  comment: "//",
  comments: nestedSlashes,
  literals: [
    { ...trim, holes: rawDollars },
    { open: '"', close: '"', escapes: escapes.kotlin, holes: dollars },
  ],
  skipped: [character, "`[^`\\r\\n]+`"],
  joins: [String.raw`\+`, String.raw`\)\s*\.\s*append\s*\(`],
  endsAtLine: true,
  fields: "percent",
  margin: String.raw`\s*\.\s*trimMargin\s*\(\s*\)`,
};

export const scala: Language = {
  starts: "\"'/`sfxr",
  comment: "//",
  comments: nestedSlashes,
  literals: [
    { ...trim, open: String.raw`(?<![\w$])(?:s|f|xml)"""`, holes: rawDollars, doubles: "$" },
    { ...trim, open: String.raw`(?:(?<![\w$])raw)?"""` },
    {
      open: String.raw`(?<![\w$])(?:s|f|xml)"`,
      close: '"',
      escapes: escapes.java,
      holes: rawDollars,
      doubles: "$",
    },
    { open: '"', close: '"', escapes: escapes.java },
  ],
  skipped: [character, "`[^`\\r\\n]+`"],
  joins: [String.raw`\+`],
  endsAtLine: true,
  fields: "percent",
  margin: String.raw`\s*\.\s*stripMargin\b`,
};

export const groovy: Language = {
  starts: `"'/$`,
  comment: "//",
  comments: slashes,
  literals: [
    { open: "'''", close: "'''", escapes: escapes.java, isMultiline: true },
    { ...trim, escapes: escapes.java, holes: dollars },
    { open: String.raw`\$/`, close: "/$", isMultiline: true, holes: rawDollars },
    { open: '"', close: '"', escapes: escapes.java, holes: dollars },
    { open: "'", close: "'", escapes: escapes.java },
    {
      open: String.raw`(?<=[=(,:[{]\s{0,8})/(?![/*\s])`,
      close: "/",
      isMultiline: true,
      escapes: escapes.delimiterOnly,
      holes: rawDollars,
    },
  ],
  joins: [String.raw`\+`],
  endsAtLine: true,
  fields: "percent",
  margin: String.raw`\s*\.\s*stripMargin\s*\(\s*\)`,
};

/** C, C++ and Objective-C, which share the endings of their headers. */
export const c: Language = {
  starts: `"'/@uUL8R`,
  comment: "//",
  comments: slashes,
  literals: [
    {
      open: String.raw`(?<![\w])(?:u8|[uUL])?R"([^()\\\s"]{0,16})\(`,
      close: ')$1"',
      isMultiline: true,
    },
    { open: String.raw`(?:@|(?<![\w])(?:u8|[uUL]))?"`, close: '"', escapes: escapes.c },
  ],
  skipped: [String.raw`(?<![\da-fA-F])'(?:\\[^\r\n][^'\r\n]{0,8}|[^'\\\r\n]{1,4})'`],
  joins: [String.raw`\+`, "<<", "%", String.raw`\)\s*\.\s*append\s*\(`],
  isAdjacentJoined: true,
  macro: String.raw`[A-Za-z_]\w*(?:\([^()"\r\n]*\))?`,
  wrappers: String.raw`\b(?:QStringLiteral|QLatin1StringView|QLatin1String|QByteArrayLiteral|QByteArray|QString|QString::fromLatin1|QString::fromUtf8|QStringView|CFSTR|std::string|string|_T|TEXT)\(\s*`,
  suffix: String.raw`_[A-Za-z]\w*|sv?\b`,
  fields: "percent",
};

export const go: Language = {
  starts: "\"'/`",
  comment: "//",
  comments: slashes,
  literals: [
    { open: "`", close: "`", isMultiline: true },
    { open: '"', close: '"', escapes: escapes.go },
  ],
  skipped: [character],
  joins: [String.raw`\+`],
  endsAtLine: true,
  fields: "percent",
};

export const rust: Language = {
  starts: `"'/rbc`,
  comment: "//",
  comments: nestedSlashes,
  literals: [
    { open: String.raw`(?<![\w])[bc]?r(#{0,32})"`, close: '"$1', isMultiline: true },
    {
      open: String.raw`(?<![\w])b"`,
      close: '"',
      escapes: escapes.rust,
      isMultiline: true,
      isBytes: true,
    },
    { open: '"', close: '"', escapes: escapes.rust, isMultiline: true },
  ],
  skipped: [
    String.raw`'(?:\\[^\r\n][^'\r\n]{0,10}|[^'\\\r\n]{1,2})'`,
    String.raw`'[A-Za-z_]\w*(?!')`,
  ],
  joins: [String.raw`\+`],
  lists: String.raw`\bconcat!\s*[([{]\s*`,
  fields: "braces",
  formats: String.raw`\b(?:format|write|writeln|print|println|eprint|eprintln|panic|format_args)!\s*[([{]\s*(?:&?(?:mut\s)?[\w.]+\s*,\s*)?`,
};

export const csharp: Language = {
  starts: `"'/@$`,
  comment: "//",
  comments: slashes,
  literals: [
    {
      open: String.raw`(\$*)("{3,})`,
      close: "$2",
      isMultiline: true,
      holes: [{ open: String.raw`\{`, close: "}", isCounted: true }],
      block: { indentation: "closing", dropsLastLineEnd: true },
    },
    {
      open: String.raw`(?:\$@|@\$)"`,
      close: '"',
      isDoubled: true,
      isMultiline: true,
      doubles: "{}",
      holes: [{ open: String.raw`\{(?!\{)`, close: "}" }],
    },
    { open: '@"', close: '"', isDoubled: true, isMultiline: true },
    {
      open: String.raw`\$"`,
      close: '"',
      escapes: escapes.csharp,
      doubles: "{}",
      holes: [{ open: String.raw`\{(?!\{)`, close: "}" }],
    },
    { open: '"', close: '"', escapes: escapes.csharp },
  ],
  skipped: [character],
  joins: [String.raw`\+`, String.raw`\)\s*\.\s*Append\s*\(`],
};

export const dart: Language = {
  starts: `"'/r`,
  comment: "//",
  comments: nestedSlashes,
  literals: [
    { open: String.raw`(?<![\w$])r"""`, close: '"""', isMultiline: true },
    { open: String.raw`(?<![\w$])r'''`, close: "'''", isMultiline: true },
    { open: String.raw`(?<![\w$])r"`, close: '"' },
    { open: String.raw`(?<![\w$])r'`, close: "'" },
    { ...trim, escapes: escapes.dart, holes: dollars },
    { open: "'''", close: "'''", escapes: escapes.dart, holes: dollars, isMultiline: true },
    { open: '"', close: '"', escapes: escapes.dart, holes: dollars },
    { open: "'", close: "'", escapes: escapes.dart, holes: dollars },
  ],
  joins: [String.raw`\+`],
  isAdjacentJoined: true,
};

export const swift: Language = {
  starts: `"/#`,
  comment: "//",
  comments: nestedSlashes,
  literals: [
    {
      open: String.raw`(#{0,16})"""[ \t]*(?:\r\n|\r|\n)`,
      close: '"""$1',
      escapes: escapes.swift,
      escapeLead: "\\$1",
      isMultiline: true,
      holes: [{ open: String.raw`\\$1\(`, close: ")" }],
      block: { indentation: "closing", dropsLastLineEnd: true },
    },
    {
      open: '(#{0,16})"',
      close: '"$1',
      escapes: escapes.swift,
      escapeLead: "\\$1",
      holes: [{ open: String.raw`\\$1\(`, close: ")" }],
    },
  ],
  joins: [String.raw`\+`],
  endsAtLine: true,
  fields: "percent",
};
