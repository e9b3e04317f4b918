/** Programs in languages that are interpreted, and JSON. */

import {
  double,
  escaped,
  type Form,
  indented,
  joinedBy,
  onOneLine,
  type ProgramLanguage,
  raw,
} from "./program";

const single: Form = (text) => `'${escaped(text, /[\\']/g)}'`;
const endsLine = (text: string) => text.endsWith("\n");

export const ruby: ProgramLanguage = {
  name: "Ruby",
  source: "ruby",
  file: "main.rb",
  before: "s = ",
  after: "\n",
  forms: {
    double: (text) => `"${escaped(text, /[\\"#]/g)}"`,
    "on one line": (text) => `"${onOneLine(text, /[\\"#]/g)}"`,
    single,
    "joined lines": joinedBy(" \\", (line) => `"${onOneLine(line, /[\\"#]/g)}"`),
    added: joinedBy(" +", (line) => `"${onOneLine(line, /[\\"#]/g)}"`),
    braces: (text) => (/[{}]/.test(text) ? undefined : `%q{${escaped(text, /\\/g)}}`),
    parentheses: (text) => `%Q(${escaped(text, /[\\()#]/g)})`,
    bars: (text) => `%q|${escaped(text, /[\\|]/g)}|`,
    heredoc: (text) => (endsLine(text) ? `<<-X\n${escaped(text, /[\\#]/g)}X` : undefined),
    "heredoc as it is": (text) => (endsLine(text) ? `<<-'X'\n${text}X` : undefined),
    "indented heredoc": (text) =>
      endsLine(text) && /^[^ \t]/m.test(text)
        ? `<<~X\n${indented(escaped(text, /[\\#]/g), "    ")}    X`
        : undefined,
    "heredoc in a call": (text) =>
      endsLine(text) ? `String.new(<<-X)\n${escaped(text, /[\\#]/g)}X` : undefined,
  },
  run: {
    tool: { command: "ruby", package: "ruby" },
    program: (expressions) =>
      `# encoding: utf-8\n$stdout.set_encoding("utf-8")\n${expressions.map((one) => `s = ${one}\nprint s, "\\u0001"\n`).join("")}`,
    commands: [["ruby", "-W0", "main.rb"]],
  },
};

export const perl: ProgramLanguage = {
  name: "Perl",
  source: "perl",
  file: "main.pl",
  before: "my $s = ",
  after: ";\n",
  forms: {
    double: (text) => `"${escaped(text, /[\\"$@]/g)}"`,
    single,
    joined: joinedBy(" .", (line) => `"${onOneLine(line, /[\\"$@]/g)}"`),
    braces: (text) => (/[{}]/.test(text) ? undefined : `q{${escaped(text, /\\/g)}}`),
    "double in braces": (text) =>
      /[{}]/.test(text) ? undefined : `qq{${escaped(text, /[\\$@]/g)}}`,
    parentheses: (text) => `qq(${escaped(text, /[\\$@()]/g)})`,
    listed: (text) => `join('', ${joinedBy(",", single)(text)})`,
    heredoc: (text) => (endsLine(text) ? `<<"X" . ''\n${escaped(text, /[\\$@]/g)}X\n` : undefined),
    "heredoc as it is": (text) => (endsLine(text) ? `<<'X' . ''\n${text}X\n` : undefined),
    "indented heredoc": (text) =>
      endsLine(text) && /^[^ \t]/m.test(text)
        ? `<<~X . ''\n${indented(escaped(text, /[\\$@]/g), "    ")}    X\n`
        : undefined,
  },
  run: {
    tool: { command: "perl", package: "perl" },
    program: (expressions) =>
      `use utf8;\nbinmode(STDOUT, ":utf8");\nmy $s;\n${expressions.map((one) => `$s = ${one};\nprint $s, "\\x{1}";\n`).join("")}`,
    commands: [["perl", "main.pl"]],
  },
};

export const php: ProgramLanguage = {
  name: "PHP",
  source: "php",
  file: "main.php",
  before: "<?php\n$s = ",
  after: ";\n",
  forms: {
    double: (text) => `"${escaped(text, /[\\"$]/g)}"`,
    single,
    joined: joinedBy(" .", (line) => `"${onOneLine(line, /[\\"$]/g)}"`),
    heredoc: (text) => `<<<X\n${escaped(text, /[\\$]/g)}\nX`,
    "indented heredoc": (text) => `<<<"X"\n${indented(escaped(text, /[\\$]/g), "    ")}\n    X`,
    nowdoc: (text) => `<<<'X'\n${text}\nX`,
  },
  run: {
    tool: { command: "php", package: "php-cli" },
    program: (expressions) =>
      `<?php\n${expressions.map((one) => `$s = ${one};\necho $s, "\\x01";\n`).join("")}`,
    commands: [["php", "main.php"]],
  },
};

export const lua: ProgramLanguage = {
  name: "Lua",
  source: "lua",
  file: "main.lua",
  before: "local s = ",
  after: "\n",
  forms: {
    double,
    single: (text) => `'${onOneLine(text, /[\\']/g)}'`,
    joined: joinedBy(" ..", double),
    long: raw("[[", "]]", /\]\]|^\n|\]$/),
    "long with signs": raw("[==[", "]==]", /\]==|^\n|\]$/),
    number: (text) => double(text)?.replace("type", "t\\121pe").replace("'/", "\\x27/"),
    "skipped space": (text) => double(text)?.replace(/\\n(?! )/g, "\\n\\z\n      "),
    "line ends": (text) => `"${escaped(text, /[\\"]/g).replaceAll("\n", "\\\n")}"`,
  },
  run: {
    tool: { command: "lua5.4", package: "lua5.4" },
    program: (expressions) =>
      expressions.map((one) => `do local s = ${one}\nio.write(s, "\\x01") end\n`).join(""),
    commands: [["lua5.4", "main.lua"]],
  },
};

export const erlang: ProgramLanguage = {
  name: "Erlang",
  source: "erlang",
  file: "main.erl",
  before: "s() -> ",
  after: ".\n",
  forms: {
    string: (text) => `"${escaped(text, /[\\"]/g)}"`,
    "on one line": double,
    neighbours: joinedBy("", double),
    added: joinedBy(" ++", double),
    binary: (text) => `<<"${onOneLine(text, /[\\"]/g)}"/utf8>>`,
    list: (text) => `[${joinedBy(",", double)(text)}]`,
  },
  run: {
    tool: { command: "erlc", package: "erlang-base" },
    program: (expressions) =>
      `-module(main).\n-export([main/0]).\np(S) when is_binary(S) -> file:write(standard_io, [S, 1]), io:put_chars([S, 1]);\np(S) -> io:put_chars([unicode:characters_to_binary(S), 1]).\n${expressions.map((one, i) => `m(${i}) -> p(${one})`).join(";\n")}.\nmain() -> io:setopts([{encoding, utf8}]), [m(I) || I <- lists:seq(0, ${expressions.length - 1})], halt().\n`.replace(
        "p(S) when is_binary(S) -> file:write(standard_io, [S, 1]), io:put_chars([S, 1]);\n",
        "",
      ),
    commands: [
      ["erlc", "main.erl"],
      ["erl", "-noshell", "-s", "main", "main"],
    ],
  },
};

export const elixir: ProgramLanguage = {
  name: "Elixir",
  source: "elixir",
  file: "main.exs",
  before: "s = ",
  after: "\n",
  forms: {
    string: (text) => `"${escaped(text, /[\\"#]/g)}"`,
    "on one line": (text) => `"${onOneLine(text, /[\\"#]/g)}"`,
    joined: joinedBy(" <>", (line) => `"${onOneLine(line, /[\\"#]/g)}"`),
    sigil: (text) => `~s(${escaped(text, /[\\)#]/g)})`,
    "sigil as it is": (text) => (/[|\\]/.test(text) ? undefined : `~S|${text}|`),
    heredoc: (text) =>
      endsLine(text) ? `"""\n${indented(escaped(text, /[\\"#]/g), "    ")}    """` : undefined,
    "heredoc as it is": (text) =>
      endsLine(text) && !text.includes('"""')
        ? `~S"""\n${indented(text, "    ")}    """`
        : undefined,
  },
  run: {
    tool: { command: "elixir", package: "elixir" },
    program: (expressions) => expressions.map((one) => `s = ${one}\nIO.write([s, 1])\n`).join(""),
    commands: [["elixir", "main.exs"]],
  },
};

export const json: ProgramLanguage = {
  name: "JSON",
  source: "json",
  file: "main.json",
  before: '{ "s": ',
  after: " }\n",
  forms: {
    string: (text) => JSON.stringify(text),
    numbers: (text) => JSON.stringify(text).replace("<", "\\u003c"),
  },
};
