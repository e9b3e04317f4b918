/** The recipe of a source: the adapter of a kind of document, its entries in the tables of sources, and a test. */

import { optionalSources, programSources } from "../../server/core/sources/names";
import { capitalized, expectWord, type Recipe, RecipeError } from "./recipe";

const NAMES = "server/core/sources/names.ts";
const LOADERS = "server/core/sources/load.ts";
const WORDS = "scripts/generate/words.ts";

/** The source whose entries come before those of the new one in all tables. */
const last = optionalSources
  .filter((name) => !(programSources as readonly string[]).includes(name))
  .at(-1);

export const sourceRecipe: Recipe = {
  example: "haskell",
  add(name, changes) {
    expectWord(name, "source", "haskell");
    if (["plain", ...optionalSources].includes(name)) {
      throw new RecipeError(`There is a source ${name} already`);
    }
    changes.create(`server/core/sources/${name}.ts`, adapterTemplate(name));
    changes.addModuleLine(
      "server/core/sources/documents.ts",
      "export",
      `export { default as ${name} } from "./${name}";`,
    );
    changes.insert(NAMES, `  "${last}",`, `  "${name}",`);
    changes.insert(NAMES, `  ${last}: [`, `  ${name}: ["${name.toLowerCase()}"],`);
    changes.insert(
      LOADERS,
      `  ${last}: async`,
      `  ${name}: async () => (await import("./documents")).${name},`,
    );
    changes.insert(WORDS, `    ${last}: `, `    ${name}: "Stanzas in ${capitalized(name)}.",`);
    changes.create(`test/core/sources/${name}.test.ts`, testTemplate(name));
  },
  steps: (name) => `
The source works, for lines that begin with "> ". Next:

1. Show in test/core/sources/${name}.test.ts what its documents look like, with marks where findings are, and write
   server/core/sources/${name}.ts until
     npx vitest run test/core/sources/${name}.test.ts
   is green. Its file endings, its language id and its default are in server/core/sources/names.ts.
2. Name it in English and Chinese in scripts/generate/words.ts, and for the client in sourceName of
   client/uncheckedDocument.ts; npm run lint names the place.
3. npm run generate (documentation, settings, schemas), then npm test.`,
};

function adapterTemplate(name: string): string {
  return `/** ${capitalized(name)}: write here where stanzas are. In this placeholder they are the lines that begin with \`> \`. */

import { linesOf } from "./lines";
import { mayHoldStanzas } from "./plain";
import { type Encode, RegionBuilder } from "./region";
import type { SourceAdapter } from "./source";

const PREFIX = "> ";

const ${name}: SourceAdapter = {
  name: "${name}",
  read(text) {
    if (!mayHoldStanzas(text)) return [];
    const builder = new RegionBuilder(text);
    for (const { start, end } of linesOf(text, 0, text.length)) {
      if (text.startsWith(PREFIX, start)) builder.verbatim(start + PREFIX.length, end, encode);
    }
    return mayHoldStanzas(builder.text) ? [builder.build()] : [];
  },
};

export default ${name};

/** Text that a fix adds, in the form of the document: each line after its prefix. */
const encode: Encode = (text) => text.replace(/\\n/g, \`\\n\${PREFIX}\`);
`;
}

function testTemplate(name: string): string {
  return `/** Places of stanzas in ${capitalized(name)}, and the form of fixes there. */

import { expect, it } from "vitest";
import ${name} from "../../../server/core/sources/${name}";
import { expectMarked, proveRobust, proveRoundTrip } from "../../support/sources";

const sample = \`<message type='in the text'/>
> <iq type='get' id='1'>
>   <ping xmlns='urn:xmpp:ping'/>
> </iq>
> <message type='⟦loud⟧{stanza-type-invalid}'/>
\`;

it("checks stanzas after the prefix, and nothing else", () => {
  expectMarked(sample, ${name});
});

it("writes fixes as the document has its text", () => {
  const { fixes, written } = proveRoundTrip(expectMarked(sample, ${name}));
  expect(fixes).toBeGreaterThan(0);
  expect(written).toBe(fixes);
});

it("stands all edits of its documents", () => {
  proveRobust(${name}, [sample], ["> ", "\\n", "\\r\\n", "<iq", "/>"]);
});
`;
}
