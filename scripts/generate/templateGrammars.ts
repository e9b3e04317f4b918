/**
 * The TextMate grammars that colour stanzas in tagged templates of JavaScript and TypeScript. They are
 * injected into the text of templates, behind the backquote, which the language's own grammar has found;
 * so nothing in a comment or in a string is taken for a template. There is one for each language,
 * because what is in `${…}` is the language's own again.
 *
 * XML's grammar is not included here: its comments, for one, would run over the end of the template.
 */

import { embeddedPatterns, STANZAS, stanzasUpTo, UNDECIDED } from "./embeddedStanzas";
import { grammarFile } from "./grammar";
import { include, type Pattern, type Surroundings, stanzaStart } from "./stanzaPatterns";

/** Languages that have templates, by the scopes of their grammars. */
const languages = [
  { language: "javascript", scopeName: "source.js" },
  { language: "javascriptreact", scopeName: "source.js.jsx" },
  { language: "typescript", scopeName: "source.ts" },
  { language: "typescriptreact", scopeName: "source.tsx" },
] as const;

/** In a template, a tag ends with the template at the latest. */
const template: Surroundings = {
  ends: "[<`]",
  special: "`$\\\\",
  anywhere: ["substitution", "escape"].map(include),
};

/**
 * Before the template's own patterns, which take a leading `${…}`. But where this has begun, it would
 * begin again in the same place: there it comes last, behind a pattern that takes whatever is first.
 */
const selector = `L:string.template - ${STANZAS} - ${UNDECIDED}, string.template`;

/** The files that package.json contributes. */
export function templateGrammars(): { readonly path: string; readonly text: string }[] {
  return languages.map(({ language, scopeName }) => ({
    path: `syntaxes/${language}-injection.tmLanguage.json`,
    text: templateGrammar(language, scopeName),
  }));
}

function templateGrammar(language: string, scopeName: string): string {
  return grammarFile("templateGrammars.ts", {
    scopeName: `${language}.xmpp-stanza.template`,
    injectionSelector: selector,
    patterns: [include("stanzas"), include("perhapsStanzas")],
    repository: {
      stanzas: { begin: behindTag("stx", "xml"), ...stanzas },
      // It may be a page as well: that is left to whoever knows pages, unless a stanza comes first.
      perhapsStanzas: {
        name: UNDECIDED,
        begin: `${behindTag("html")}(?=\\s*(?:$|${stanzaStart(template)}))`,
        end: `(?=\`)|(?=\\S)(?!${stanzaStart(template)})`,
        patterns: [{ begin: `(?=${stanzaStart(template)})`, ...stanzas }, { match: "\\G\\s" }],
      },
      substitution: { include: `${scopeName}#template-substitution-element` },
      escape: { include: `${scopeName}#string-character-escape` },
      ...embeddedPatterns(template, "`"),
    },
  });
}

/**
 * The place where a template's text begins, if its tag is one of these.
 * @param tags all of the same length
 */
function behindTag(...tags: string[]): string {
  const tag = `(?:${tags.join("|")})\``;
  // `\G` is where the rule around has begun: it tells an opening backquote from a closing one.
  return `\\G(?<=${tag})(?<![\\w$]${tag})(?!\`)`;
}

const stanzas: Pattern = {
  ...stanzasUpTo("`"),
  patterns: [include("content"), { match: "\\G[^`]" }],
};
