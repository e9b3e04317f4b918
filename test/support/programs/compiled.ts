/** Programs in languages that are compiled. */

import {
  dollarDouble,
  double,
  escaped,
  indented,
  joinedBy,
  linesOf,
  onOneLine,
  type ProgramLanguage,
  raw,
} from "./program";

export const c: ProgramLanguage = {
  name: "C",
  source: "c",
  file: "main.c",
  before: "const char *s = ",
  after: ";\n",
  forms: {
    literal: double,
    neighbours: joinedBy("", double),
    commented: joinedBy(" /* x */", double),
    number: (text) => double(text)?.replace("type", "t\\171pe").replace("'/", "\\x27/"),
  },
  run: {
    tool: { command: "gcc", package: "gcc" },
    program: (expressions) =>
      `#include <stdio.h>\nint main(void) {\n${expressions.map((one) => `  fputs(${one}, stdout); putchar(1);`).join("\n")}\n  return 0;\n}\n`,
    commands: [["gcc", "-w", "-o", "main", "main.c"], ["./main"]],
  },
};

export const cpp: ProgramLanguage = {
  name: "C++",
  source: "c",
  file: "main.cpp",
  before: "auto s = ",
  after: ";\n",
  forms: {
    literal: double,
    neighbours: joinedBy("", double),
    raw: raw('R"xml(', ')xml"', /\)xml"/),
    "raw without a delimiter": raw('R"(', ')"', /\)"/),
    prefixed: (text) => `u8"${onOneLine(text, /[\\"]/g)}"`,
    added: (text) => `std::string(${joinedBy("", double)(text)}) + ""`,
  },
  run: {
    tool: { command: "g++", package: "g++" },
    program: (expressions) =>
      `#include <cstdio>\n#include <string>\nstatic void p(const std::string &s) { std::fputs(s.c_str(), stdout); std::putchar(1); }\nint main() {\n${expressions.map((one) => `  p(${one});`).join("\n")}\n}\n`,
    commands: [["g++", "-std=c++17", "-w", "-O0", "-o", "main", "main.cpp"], ["./main"]],
  },
};

export const objectiveC: ProgramLanguage = {
  name: "Objective-C",
  source: "c",
  file: "main.m",
  before: "NSString *s = ",
  after: ";\n",
  forms: {
    literal: (text) => `@${double(text)}`,
    neighbours: joinedBy("", (line) => `@${double(line)}`),
  },
};

export const go: ProgramLanguage = {
  name: "Go",
  source: "go",
  file: "main.go",
  before: "var s = ",
  after: "\n",
  forms: {
    literal: double,
    joined: joinedBy(" +", double),
    raw: raw("`", "`", /`/),
  },
  run: {
    tool: { command: "go", package: "golang-go" },
    program: (expressions) =>
      `package main\n\nimport "os"\n\nfunc p(s string) { os.Stdout.WriteString(s + "\\x01") }\n\nfunc main() {\n${expressions.map((one) => `\tp(${one})`).join("\n")}\n}\n`,
    commands: [["go", "run", "main.go"]],
  },
};

export const rust: ProgramLanguage = {
  name: "Rust",
  source: "rust",
  file: "main.rs",
  before: "const S: &str = ",
  after: ";\n",
  forms: {
    literal: (text) => `"${escaped(text, /[\\"]/g)}"`,
    "on one line": double,
    "joined lines": (text) =>
      `"${linesOf(text)
        .map((line) =>
          onOneLine(line, /[\\"]/g).replace(/^( +)/, "\\x20$1").replace("\\x20 ", "\\x20"),
        )
        .join("\\\n     ")}"`,
    raw: raw('r#"', '"#', /"#/),
    listed: (text) => `concat!(${joinedBy(",", double)(text)})`,
    bytes: (text) =>
      /[^\0-\x7f]/.test(text) ? undefined : `std::str::from_utf8(b${double(text)}).unwrap()`,
    format: (text) => `&format!("${onOneLine(text, /[\\"]/g).replace(/[{}]/g, "$&$&")}")`,
  },
  run: {
    tool: { command: "rustc", package: "rustc" },
    program: (expressions) =>
      `fn p(s: &str) { print!("{}\\u{1}", s); }\nfn main() {\n${expressions.map((one) => `    p(${one});`).join("\n")}\n}\n`,
    commands: [["rustc", "-A", "warnings", "-C", "opt-level=0", "main.rs"], ["./main"]],
  },
};

export const csharp: ProgramLanguage = {
  name: "C#",
  source: "csharp",
  file: "Main.cs",
  before: "var s = ",
  after: ";\n",
  forms: {
    literal: double,
    joined: joinedBy(" +", double),
    verbatim: (text) => `@"${text.replaceAll('"', '""')}"`,
    interpolated: (text) => `$"${onOneLine(text, /[\\"]/g).replace(/[{}]/g, "$&$&")}"`,
    "verbatim and interpolated": (text) =>
      `$@"${text.replaceAll('"', '""').replace(/[{}]/g, "$&$&")}"`,
  },
  run: {
    tool: { command: "mcs", package: "mono-mcs mono-runtime" },
    program: (expressions) =>
      `class A {\n  static void P(string s) { var b = System.Text.Encoding.UTF8.GetBytes(s + "\\u0001"); O.Write(b, 0, b.Length); }\n  static System.IO.Stream O = System.Console.OpenStandardOutput();\n  static void Main() {\n${expressions.map((one) => `    P(${one});`).join("\n")}\n    O.Flush();\n  }\n}\n`,
    commands: [
      ["mcs", "-out:main.exe", "Main.cs"],
      ["mono", "main.exe"],
    ],
  },
};

/** Raw literals of C# 11, which Debian's compiler does not know. */
export const csharpRaw: ProgramLanguage = {
  name: "C# 11",
  source: "csharp",
  file: "Main.cs",
  before: "var s = ",
  after: ";\n",
  forms: {
    raw: (text) => (text.includes('"""') ? undefined : `"""\n${indented(text, "    ")}\n    """`),
    "raw and interpolated": (text) =>
      text.includes('"""') || text.includes("{{")
        ? undefined
        : `$$"""\n${indented(text, "    ")}\n    """`,
  },
};

export const dart: ProgramLanguage = {
  name: "Dart",
  source: "dart",
  file: "main.dart",
  before: "final s = ",
  after: ";\n",
  forms: {
    double: dollarDouble,
    single: (text) => `'${onOneLine(text, /[\\'$]/g)}'`,
    neighbours: joinedBy("", dollarDouble),
    "three double": (text) => `"""${escaped(text, /[\\"$]/g)}"""`,
    "three single": (text) => `'''${escaped(text, /[\\'$]/g)}'''`,
    raw: raw("r'''", "'''", /'''|'$/),
  },
};

export const swift: ProgramLanguage = {
  name: "Swift",
  source: "swift",
  file: "main.swift",
  before: "let s = ",
  after: "\n",
  forms: {
    literal: double,
    joined: joinedBy(" +", double),
    block: (text) => `"""\n${indented(escaped(text, /[\\"]/g), "    ")}\n    """`,
    raw: (text) => (/"#|\n/.test(text) ? undefined : `#"${text}"#`),
    "raw block": (text) =>
      text.includes('"""#') ? undefined : `#"""\n${indented(text, "  ")}\n  """#`,
  },
};
