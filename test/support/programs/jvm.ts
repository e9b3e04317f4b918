/** Programs in languages that run on the JVM. */

import {
  dollarDouble,
  double,
  escaped,
  indented,
  joinedBy,
  onOneLine,
  type ProgramLanguage,
  raw,
} from "./program";

/** Number of values in a method: those of the JVM are limited in size. */
const method = 50;

/** Methods that print the values. */
function inMethods(
  expressions: readonly string[],
  head: (name: string) => string,
  end: string,
): string {
  const methods: string[] = [];
  for (let at = 0; at < expressions.length; at += method) {
    const lines = expressions.slice(at, at + method).map((one) => `    p(${one})${end}`);
    methods.push(`  ${head(`m${at}`)} {\n${lines.join("\n")}\n  }`);
  }
  return methods.join("\n");
}

function callsOf(expressions: readonly string[], end: string): string {
  return Array.from(
    { length: Math.ceil(expressions.length / method) },
    (_, i) => `m${i * method}()${end}\n`,
  ).join("");
}

/** Standard output as a stream of UTF-8 on the JVM. */
const utf8Output = (create: string) =>
  `${create}java.io.PrintStream(${create}java.io.FileOutputStream(java.io.FileDescriptor.out), true, "UTF-8")`;

export const java: ProgramLanguage = {
  name: "Java",
  source: "java",
  file: "Main.java",
  before: "class A { String s = ",
  after: "; }\n",
  forms: {
    literal: double,
    joined: joinedBy(" +", double),
    number: (text) => double(text)?.replace("<", "\\u003c").replace(">", "\\76"),
    block: (text) =>
      `"""\n${indented(escaped(text, /\\|"(?="")/g), "      ")}${text.endsWith("\n") ? "      " : ""}\\\n      """`,
    "block in quotes": (text) =>
      `"""\n${indented(escaped(text, /["\\]/g), "\t")}${text.endsWith("\n") ? "\t" : ""}"""`,
  },
  run: {
    tool: { command: "javac", package: "default-jdk-headless" },
    program: (expressions) => `class Main {
  static java.io.PrintStream out;
  static void p(String s) { out.print(s); out.print('\\u0001'); }
${inMethods(expressions, (name) => `static void ${name}()`, ";")}
  public static void main(String[] a) throws Exception {
    out = ${utf8Output("new ")};
    ${callsOf(expressions, ";")}
  }
}
`,
    commands: [
      ["javac", "-encoding", "UTF-8", "Main.java"],
      ["java", "-cp", ".", "Main"],
    ],
  },
};

export const kotlin: ProgramLanguage = {
  name: "Kotlin",
  source: "kotlin",
  file: "main.kt",
  before: "val s = ",
  after: "\n",
  forms: {
    literal: dollarDouble,
    joined: joinedBy(" +", dollarDouble),
    raw: raw('"""', '"""', /"""|"$|\$/),
  },
  run: {
    tool: { command: "kotlinc", package: "kotlin" },
    program: (expressions) => `val out = ${utf8Output("")}
fun p(s: String) { out.print(s); out.print('\\u0001') }
${inMethods(expressions, (name) => `fun ${name}()`, "")}
fun main() {
${callsOf(expressions, "")}}
`,
    commands: [
      ["kotlinc", "-nowarn", "main.kt", "-include-runtime", "-d", "main.jar"],
      ["java", "-cp", "main.jar", "MainKt"],
    ],
  },
};

export const scala: ProgramLanguage = {
  name: "Scala",
  source: "scala",
  file: "Main.scala",
  before: "val s = ",
  after: "\n",
  forms: {
    literal: double,
    joined: joinedBy(" +", double),
    raw: raw('"""', '"""', /"""|"$/),
    interpolated: (text) => `s"${onOneLine(text, /[\\"]/g).replaceAll("$", "$$$$")}"`,
  },
  run: {
    tool: { command: "scalac", package: "scala" },
    program: (expressions) => `object Main {
  val out = ${utf8Output("new ")}
  def p(s: String) { out.print(s); out.print('\\u0001') }
${inMethods(expressions, (name) => `def ${name}()`, "")}
  def main(a: Array[String]) {
${callsOf(expressions, "")}  }
}
`,
    commands: [
      ["scalac", "-encoding", "UTF-8", "-nowarn", "Main.scala"],
      ["scala", "-cp", ".", "Main"],
    ],
  },
};

export const groovy: ProgramLanguage = {
  name: "Groovy",
  source: "groovy",
  file: "main.groovy",
  before: "def s = ",
  after: "\n",
  forms: {
    double: dollarDouble,
    single: (text) => `'${onOneLine(text, /[\\']/g)}'`,
    joined: joinedBy(" +", dollarDouble),
    "three double": (text) => `"""${escaped(text, /[\\"$]/g)}"""`,
    "three single": (text) => `'''${escaped(text, /[\\']/g)}'''`,
    slashes: (text) => (/[\\$]/.test(text) ? undefined : `/${escaped(text, /\//g)}/`),
    dollars: raw("$/", "/$", /\$/),
  },
  run: {
    tool: { command: "groovy", package: "groovy default-jre-headless" },
    program: (expressions) => `class Main {
  static out = ${utf8Output("new ")}
  static p(s) { out.print(s); out.print('\\u0001') }
${inMethods(expressions, (name) => `static ${name}()`, "")}
  static main(a) {
${callsOf(expressions, "")}  }
}
`,
    commands: [["groovy", "-c", "UTF-8", "main.groovy"]],
  },
};
