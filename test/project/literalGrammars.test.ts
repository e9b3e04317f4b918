/**
 * Stanzas in raw literals, text blocks and heredocs are coloured in each language that has them: with the languages' strings as
 * they are here, and with their grammars in VS Code, where it has been downloaded.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import textmate, { type IRawGrammar } from "vscode-textmate";
import packageJson from "../../package.json";
import { onigLib, tokensOf } from "./tokenize";

/** A language: a program with a stanza, and the begin and end of its literals with the scope of their text. */
interface Host {
  readonly scopeName: string;
  /** The grammar in VS Code, among its extensions; those of some languages are not there. */
  readonly grammar?: string;
  readonly begin: string;
  readonly end: string;
  readonly scope?: string;
  /** Text around the stanza, each once. */
  readonly programs: readonly (readonly [before: string, after: string])[];
}

const triple = { begin: '"""', end: '"""' } as const;
const heredoc = { scope: "string.unquoted.heredoc" } as const;

const hosts: Readonly<Record<string, Host>> = {
  go: {
    ...{ scopeName: "source.go", grammar: "go/syntaxes/go", begin: "`", end: "`" },
    programs: [["var s = `", "`; var t = 1"]],
  },
  rust: {
    ...{ scopeName: "source.rust", grammar: "rust/syntaxes/rust", begin: 'r#"', end: '"#' },
    programs: [['let s = r#"', '"#; let t = 1;']],
  },
  java: {
    ...{ scopeName: "source.java", grammar: "java/syntaxes/java", ...triple },
    programs: [['class A { String s = """\n  ', '\n"""; int t = 1; }']],
  },
  kotlin: {
    ...{ scopeName: "source.kotlin", ...triple },
    programs: [['val s = """', '"""; val t = 1']],
  },
  scala: {
    ...{ scopeName: "source.scala", ...triple },
    programs: [['val s = """', '"""; val t = 1']],
  },
  groovy: {
    ...{ scopeName: "source.groovy", grammar: "groovy/syntaxes/groovy", ...triple },
    programs: [['def s = """\n', '"""; def t = 1']],
  },
  dart: {
    ...{ scopeName: "source.dart", grammar: "dart/syntaxes/dart", ...triple },
    programs: [['var s = """\n', '"""; var t = 1;']],
  },
  swift: {
    ...{ scopeName: "source.swift", grammar: "swift/syntaxes/swift" },
    ...{ begin: '(#?)("""|")', end: "\\2\\1" },
    programs: [
      ['let s = """\n    ', '\n    """; let t = 1'],
      ['let s = #"', '"#; let t = 1'],
    ],
  },
  elixir: {
    ...{ scopeName: "source.elixir", ...triple },
    programs: [['s = """\n', '\n"""; t = 1']],
  },
  csharp: {
    scopeName: "source.cs",
    grammar: "csharp/syntaxes/csharp",
    begin: '@?("""|")',
    end: "\\1",
    scope: "string.quoted.double.cs",
    programs: [
      ['class A { string s = """\n  ', '\n  """; int t = 1; }'],
      ['class A { string s = @"', '"; int t = 1; }'],
    ],
  },
  cpp: {
    scopeName: "source.cpp",
    grammar: "cpp/syntaxes/cpp",
    begin: 'R"(\\w*)\\(',
    end: '\\)\\1"',
    programs: [
      ['auto s = R"(', ')"; int t = 1;'],
      ['auto s = R"xml(\n', ')xml"; int t = 1;'],
    ],
  },
  ruby: {
    scopeName: "source.ruby",
    grammar: "ruby/syntaxes/ruby",
    ...heredoc,
    begin: "<<~(\\w+)",
    end: "^\\s*\\1$",
    programs: [["s = <<~STANZA\n  ", "\nSTANZA\nt = 1"]],
  },
  php: {
    scopeName: "source.php",
    grammar: "php/syntaxes/php",
    ...heredoc,
    begin: "<<<'?(\\w+)'?",
    end: "^\\s*\\1",
    programs: [
      ["$s = <<<XML\n", "\nXML;\n$t = 1;"],
      ["$s = <<<'END'\n  ", "\n  END;\n$t = 1;"],
    ],
  },
};

const extensions = [".vscode-test"]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .map((folder) => join(folder, "lib/vscode/extensions"))
  .find((folder) => existsSync(folder));

function standIn({ scopeName, begin, end, scope = "string.quoted" }: Host): IRawGrammar {
  const pattern = {
    begin,
    end,
    ...(scope.includes("unquoted") ? { contentName: scope } : { name: scope }),
  };
  return textmate.parseRawGrammar(JSON.stringify({ scopeName, patterns: [pattern] }), "one.json");
}

async function coloured(host: Host, text: string, isReal: boolean) {
  const { grammars } = packageJson.contributes;
  const registry = new textmate.Registry({
    onigLib,
    loadGrammar: async (scopeName) => {
      const own = grammars.find((one) => one.scopeName === scopeName);
      if (own) return textmate.parseRawGrammar(readFileSync(own.path, "utf8"), "one.json");
      if (scopeName !== host.scopeName) return null;
      if (!isReal) return standIn(host);
      const path = join(extensions!, `${host.grammar}.tmLanguage.json`);
      return textmate.parseRawGrammar(readFileSync(path, "utf8"), path);
    },
    getInjections: (scopeName) =>
      grammars.filter((one) => one.injectTo?.includes(scopeName)).map((one) => one.scopeName),
  });
  return tokensOf((await registry.loadGrammar(host.scopeName))!, text);
}

const EMBEDDED = "meta.embedded.block.xmpp-stanza";

/** A stanza that is broken, too: its tag ends with the literal. */
const stanzas = [
  "<message type='chat' to='a@b'>\n  <body x='1'>text</body><!-- c -->\n</message>",
  "<iq type='get' id='",
];

const kinds = [false, ...(extensions ? [true] : [])];

describe.each(kinds)("with the grammar of VS Code: %s", (isReal) => {
  it.each(Object.entries(hosts))("%s", async (_, host) => {
    if (isReal && host.grammar === undefined) return;
    for (const [before, after] of host.programs) {
      for (const stanza of stanzas) {
        const tokens = await coloured(host, before + stanza + after, isReal);
        const inside = tokens.filter(({ scopes }) => scopes.includes(EMBEDDED));
        const kind = inside.find(({ scopes }) => scopes.some((one) => /stanza\.xmpp/.test(one)));
        expect(kind?.text, before + stanza).toBe(/<(\w+)/.exec(stanza)?.[1]);
        const shown = inside.map(({ text }) => text).join("");
        expect(shown.replace(/\s/g, ""), before + stanza).toBe(stanza.replace(/\s/g, ""));
        expect(tokens.at(-1)!.scopes).not.toContain(EMBEDDED);
      }
      const other = await coloured(host, `${before}<p>no stanza</p>${after}`, isReal);
      expect(other.filter(({ scopes }) => scopes.includes(EMBEDDED))).toEqual([]);
    }
  });
});
