/**
 * The TextMate grammars that colour stanzas in literals without escapes, or nearly so: raw literals, text blocks, heredocs. They
 * are injected into the strings that the languages' own grammars have found. The literal begins with a stanza, on its first line or
 * on a later one; in a heredoc a line does.
 */

import { embeddedPatterns, STANZAS, stanzasUpTo, UNDECIDED } from "./embeddedStanzas";
import { grammarFile } from "./grammar";
import { type Pattern, type Surroundings, stanzaStart } from "./stanzaPatterns";

/** Literals of one form, in all languages that have it. */
interface LiteralGrammar {
  readonly name: string;
  /** Scopes of the languages' grammars. */
  readonly hosts: readonly string[];
  /** Patterns of the opening delimiter, each of a fixed length. */
  readonly opens: readonly string[];
  /** Pattern of the closing delimiter. */
  readonly close: string;
  /** A character of the closing delimiter that no value can have; escaped for a class. */
  readonly special?: string;
  /** Expressions and escapes. */
  readonly anywhere?: readonly Pattern[];
}

const hole = (match: string): Pattern => ({
  name: "meta.template.expression.xmpp-stanza variable.other.xmpp-stanza",
  match,
});

/** A value between two doubled quotes. */
const doubled: Pattern = {
  match: `(?<=\\s|^)([-\\w.:]+)\\s*(=)\\s*(""[^"<]*"")`,
  captures: {
    1: { name: "entity.other.attribute-name.localname.xml" },
    2: { name: "punctuation.separator.key-value.xml" },
    3: { name: "string.quoted.double.xml" },
  },
};

const literals: readonly LiteralGrammar[] = [
  { name: "backquoted", hosts: ["source.go"], opens: ["`"], close: "`", special: "`" },
  { name: "hashed", hosts: ["source.rust", "source.swift"], opens: ['#"'], close: '"#' },
  {
    name: "tripled",
    hosts: [
      ...["source.java", "source.kotlin", "source.scala", "source.groovy", "source.dart"],
      ...["source.swift", "source.cs", "source.elixir"],
    ],
    opens: ['"""'],
    close: '"""',
    anywhere: [hole('[$#]\\{[^{}"]*\\}|\\$[A-Za-z_]\\w*|\\\\\\([^()]*\\)')],
  },
  {
    name: "bracketed",
    hosts: ["source.c", "source.cpp", "source.objc", "source.objcpp"],
    opens: ["\\("],
    close: '\\)[^ ()\\\\\\t"]{0,16}"',
  },
  {
    name: "verbatim",
    hosts: ["source.cs"],
    opens: ['@"', '@\\$"'],
    close: '"(?!")',
    anywhere: [doubled, hole('\\{[^{}"]*\\}')],
  },
  {
    name: "heredoc",
    hosts: ["source.ruby", "source.php", "text.html.php"],
    opens: [],
    close: "^\\s*[A-Za-z_]\\w*\\b(?!\\s*[<=:])",
    anywhere: [hole("#\\{[^{}]*\\}|\\{\\$[^{}]*\\}|\\$[A-Za-z_]\\w*(?:->\\w+)?")],
  },
];

/** Scopes of strings that are written in this form alone. */
const strings: Readonly<Record<string, string>> = {
  verbatim: "string.quoted.double.cs",
  heredoc: "string.unquoted",
};

/** The files that package.json contributes. */
export function literalGrammars(): { readonly path: string; readonly text: string }[] {
  return literals.map((one) => ({
    path: `syntaxes/${one.name}-injection.tmLanguage.json`,
    text: grammarOf(one),
  }));
}

interface Manifest {
  readonly contributes: { grammars: { readonly scopeName: string }[] };
}

/** The text of package.json with the contributions of the grammars, behind all others. */
export function withLiteralGrammars(packageJson: string): string {
  const manifest: Manifest = JSON.parse(packageJson);
  const { contributes } = manifest;
  const others = contributes.grammars.filter(({ scopeName }) => !scopeName.endsWith(ENDING));
  const own = literals.map(({ name, hosts }) => ({
    scopeName: name + ENDING,
    path: `./syntaxes/${name}-injection.tmLanguage.json`,
    injectTo: hosts,
    embeddedLanguages: { [STANZAS]: "xmpp-stanza" },
  }));
  contributes.grammars = [...others, ...own];
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

const ENDING = ".xmpp-stanza.literal";

function grammarOf({ name, opens, close, special = "", anywhere = [] }: LiteralGrammar): string {
  const around: Surroundings = { ends: `<|${close}`, special, anywhere };
  const start = stanzaStart(around);
  const stanzas = { begin: `(?=${start})`, ...stanzasUpTo(close) };
  const behind = opens.map((open) => `(?<=${open})`).join("|");
  const patterns: readonly Pattern[] =
    opens.length === 0
      ? [{ ...stanzas, begin: `^\\s*(?=${start})` }]
      : [
          {
            name: UNDECIDED,
            begin: `(?:${behind})(?=\\s*(?:$|${start}))`,
            end: `(?=${close})|(?=\\S)(?!${start})`,
            patterns: [stanzas],
          },
        ];
  return grammarFile("literalGrammars.ts", {
    scopeName: name + ENDING,
    // Where it has begun, it would begin again in the same place.
    injectionSelector: `L:${strings[name] ?? "string"} - ${STANZAS} - ${UNDECIDED}`,
    patterns,
    repository: embeddedPatterns(around, close),
  });
}
