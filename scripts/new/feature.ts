/** The recipe of an editor feature: what is computed, the request that asks for it, and a test of the protocol. */

import { capitalized, expectWord, type Recipe } from "./recipe";

const SERVER = "server/server.ts";
const PROTOCOL = "server/protocol/protocol.ts";

export const featureRecipe: Recipe = {
  example: "inlayHints",
  add(name, changes) {
    expectWord(name, "feature", "inlayHints");
    const wire = `wire${capitalized(name)}`;
    const handlers = `${name}Handlers`;
    changes.create(`server/features/${name}.ts`, featureTemplate(name));
    changes.addModuleLine(
      "server/handlers/lazyFeatures.ts",
      "export",
      `export { ${name}Of } from "../features/${name}";`,
    );
    changes.create(`server/handlers/${handlers}.ts`, handlersTemplate(name, wire));
    const request = `export const ${requestOf(name)} = "xmppStanza/${name}";`;
    changes.insert(
      PROTOCOL,
      "export const DIAGNOSE_REQUEST",
      `\n/** Asks for the ${name} of a document. */\n${request}`,
    );
    changes.addModuleLine(SERVER, "import", `import { ${wire} } from "./handlers/${handlers}";`);
    changes.insert(SERVER, "  wireEditing(context);", `  ${wire}(context);`);
    changes.create(`test/server/${name}.test.ts`, testTemplate(name));
  },
  steps: (name) => `
The feature works: it answers xmppStanza/${name} with the ranges of all stanzas. Next:

1. Show in test/server/${name}.test.ts what an editor gets, and write server/features/${name}.ts until
     npx vitest run test/server/${name}.test.ts
   is green.
2. Wire it in server/handlers/${name}Handlers.ts: where the protocol has a request for it, listen to that, add what the
   server says of it to the capabilities in server/server.ts, and remove the request in server/protocol/protocol.ts.
   Translate its texts in l10n/bundle.l10n.zh-cn.json.
3. Try it in VS Code (npm run try), add a test in test/vscode, then npm test.`,
};

function requestOf(name: string): string {
  return `${name.replace(/[A-Z]/g, "_$&").toUpperCase()}_REQUEST`;
}

function featureTemplate(name: string): string {
  return `/** Write what the feature gives. In this placeholder it is where each stanza is. */

import type { Range } from "vscode-languageserver";
import type { Steps } from "../core/text/steps";
import type { StanzaView } from "./stanzaView";

/** Ranges of the stanzas, in their order; in steps, one for each. */
export function* ${name}Of(view: StanzaView): Steps<Range[]> {
  const ranges: Range[] = [];
  for (const { span } of view.stanzas.stanzas()) {
    ranges.push(view.rangeOf(span));
    yield;
  }
  return ranges;
}
`;
}

function handlersTemplate(name: string, wire: string): string {
  return `/** Wires the request for ${name}. */

import type { Range, TextDocumentIdentifier } from "vscode-languageserver";
import type { Cancellation } from "../protocol/cancellation";
import { ${requestOf(name)} } from "../protocol/protocol";
import type { ServerContext } from "./context";

interface Params {
  readonly textDocument: TextDocumentIdentifier;
}

export function ${wire}(context: ServerContext): void {
  const answer = async ({ textDocument }: Params, cancellation: Cancellation) => {
    const { ${name}Of } = await import("./lazyFeatures");
    const document = await context.document(textDocument.uri, cancellation);
    if (!document) return null;
    const all: Range[] = [];
    for (const view of document.views) {
      all.push(...(await context.inSlices(document, ${name}Of(view), cancellation)));
    }
    return all;
  };
  context.connection.onRequest(${requestOf(name)}, context.guarded(${requestOf(name)}, null, answer));
}
`;
}

function testTemplate(name: string): string {
  return `/** Answers to an editor's request for ${name}. */

import { afterEach, expect, it } from "vitest";
import { ${requestOf(name)} } from "../../server/protocol/protocol";
import { pullingClient, rangeOf, Session, URI } from "./support";

let session: Session | undefined;
afterEach(() => session?.dispose());

const ask = () =>
  session?.connection.sendRequest(${requestOf(name)}, { textDocument: { uri: URI } });

it("gives the range of each stanza", async () => {
  session = await Session.start(pullingClient);
  const text = "<message/>\\n<presence/>\\n";
  await session.open(text);
  expect(await ask()).toEqual([rangeOf(text, "<message/>"), rangeOf(text, "<presence/>")]);
});

it("gives nothing for a document that is not open", async () => {
  session = await Session.start(pullingClient);
  expect(await ask()).toBeNull();
});
`;
}
