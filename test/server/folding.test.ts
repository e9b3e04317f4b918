import fc from "fast-check";
import { afterEach, expect, it, test } from "vitest";
import type { FoldingRange } from "vscode-languageserver/node";
import { runToCompletion } from "../../server/core/text/steps";
import { foldingRangesOf } from "../../server/features/folding";
import { OpenDocument } from "../../server/features/openDocument";
import { editOf, pieces, rawEdit, runs } from "../support/random";
import { ask } from "./editing";
import { pullingClient, Session } from "./support";

let session: Session | undefined;
afterEach(() => session?.dispose());

async function folds(text: string, foldingRange: object = { lineFoldingOnly: true }) {
  session = await Session.start({ ...pullingClient, textDocument: { foldingRange } });
  await session.open(text);
  return ask<FoldingRange[]>(session, "textDocument/foldingRange");
}

/** First and last line of what folds, and the kind of it, if it has one. */
const short = (ranges: readonly FoldingRange[]) =>
  ranges.map(({ startLine, endLine, kind }) => [startLine, endLine, ...(kind ? [kind] : [])]);

it("folds stanzas and elements, with visible end tags", async () => {
  const text = `<iq
    type='error'>
  <query>
    <item/>
  </query>
  <error
  /></iq>
<presence/>`;
  expect(short(await folds(text))).toEqual([
    [0, 5],
    [2, 3],
    [5, 6],
  ]);
});

it("folds wrappers, closed or not", async () => {
  expect(short(await folds("<doc>\n<s>\n<iq>\n</iq>\n</s>\n</doc>"))).toEqual([
    [0, 4],
    [1, 3],
  ]);
  expect(short(await folds("<stream>\n<iq>\n\n</iq>\n"))).toEqual([
    [0, 4],
    [1, 2],
  ]);
});

it("folds comments and regions", async () => {
  const text = `<!-- a
b -->
<!-- #region one -->
<iq>
  <!-- c
  d
  --><x/>
</iq>
<!-- #endregion -->`;
  expect(short(await folds(text))).toEqual([
    [0, 1, "comment"],
    [2, 8, "region"],
    [3, 6],
    [4, 6, "comment"],
  ]);
});

it("folds broken stanzas by their tags", async () => {
  const text = "<iq>\n<a>\n<b>\n\n</b>\n<c>\n<d\n</a>\n<e>\n\n\n<message>\n</message>";
  expect(short(await folds(text))).toEqual([
    [0, 8],
    [1, 6],
    [2, 3],
  ]);
});

it("gives exact places to a client that can fold within lines", async () => {
  expect(await folds("C: <iq\nid='a'>\n  <x/></iq>", {})).toEqual([
    { startLine: 1, startCharacter: 7, endLine: 2, endCharacter: 6 },
  ]);
});

it("gives the outermost ranges within the client's limit", async () => {
  const text = "<iq>\n<a>\n<b>\n\n</b>\n</a>\n</iq>\n<iq>\n<c>\n\n</c>\n</iq>";
  const limited = await folds(text, { lineFoldingOnly: true, rangeLimit: 3 });
  expect(short(limited)).toEqual([
    [0, 5],
    [1, 4],
    [7, 10],
  ]);
});

it("gives at most one range for a line", async () => {
  expect(short(await folds("<iq><a>\n\n</a>\n</iq>"))).toEqual([[0, 2]]);
});

it("gives null for a document that is not open, so that its editor folds by indentation", async () => {
  session = await Session.start(pullingClient);
  expect(await ask(session, "textDocument/foldingRange")).toBeNull();
});

it("gives at most 5,000 ranges to a client without a limit", async () => {
  const text = `<s>\n${"<iq>\n<a>\n\n</a>\n</iq>\n".repeat(6000)}</s>`;
  const ranges = await folds(text);
  // The wrapper, and then the first stanzas.
  expect(short(ranges)).toEqual([
    [0, 30_000],
    ...Array.from({ length: 4999 }, (_, index) => [1 + 5 * index, 4 + 5 * index]),
  ]);
  session?.dispose();
  expect(await folds(text, { lineFoldingOnly: true, rangeLimit: 20_000 })).toHaveLength(12_001);
});

test("cached folds of moved stanzas equal freshly computed ones", () => {
  const some = ["\n", "\r\n", "\r", "<!-- #region -->", "<!-- #endregion -->", "<!-- a\nb -->"];
  const text = fc
    .array(fc.constantFrom(...pieces, ...some, ...some), { maxLength: 40 })
    .map((parts) => parts.join(""));
  const open = (opened: string) => new OpenDocument("file:///a.stanza", "xmpp-stanza", 1, opened);
  const limits = [
    { lineFoldingOnly: true, rangeLimit: 1000 },
    { lineFoldingOnly: false, rangeLimit: 3 },
  ];
  const rangesOf = ({ views }: OpenDocument) =>
    limits.map((one) => runToCompletion(foldingRangesOf(views[0]!, one)));
  fc.assert(
    fc.property(text, fc.array(rawEdit, { maxLength: 5 }), (opened, edits) => {
      const document = open(opened);
      rangesOf(document);
      for (const raw of edits) {
        const { span, newText } = editOf(raw, document.text);
        document.change([{ range: document.rangeOf(span), text: newText }], 2);
        expect(rangesOf(document)).toEqual(rangesOf(open(document.text)));
      }
    }),
    { numRuns: runs(300) },
  );
});
