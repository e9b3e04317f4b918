/** Names of the languages of programs, the same in all languages of people. */

import type { ProgramSource } from "./names";

export const programTitles: Readonly<Record<ProgramSource, string>> = {
  java: "Java",
  kotlin: "Kotlin",
  scala: "Scala",
  groovy: "Groovy",
  c: "C, C++, Objective-C",
  go: "Go",
  rust: "Rust",
  csharp: "C#",
  dart: "Dart",
  swift: "Swift",
  ruby: "Ruby",
  perl: "Perl",
  php: "PHP",
  lua: "Lua",
  erlang: "Erlang",
  elixir: "Elixir",
  json: "JSON",
  tigase: "Tigase test scripts",
};
