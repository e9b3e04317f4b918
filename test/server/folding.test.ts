import { afterEach, expect, it } from "vitest";
import type { FoldingRange } from "vscode-languageserver/node";
import { ask } from "./editing";
import { pullingClient, Session } from "./support";

let session: Session;
afterEach(() => session.dispose());

async function folds(text: string, foldingRange: object = { lineFoldingOnly: true }) {
  session = await Session.start({ ...pullingClient, textDocument: { foldingRange } });
  await session.open(text);
  return ask<FoldingRange[]>(session, "textDocument/foldingRange");
}

/** First and last line of what folds, and the kind of it, if it has one. */
const short = (ranges: readonly FoldingRange[]) =>
  ranges.map(({ startLine, endLine, kind }) => [startLine, endLine, ...(kind ? [kind] : [])]);

it("folds stanzas and elements, and leaves their end tags to be seen", async () => {
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

it("folds what is broken as far as its tags tell", async () => {
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

it("gives the outermost if not all are wanted", async () => {
  const text = "<iq>\n<a>\n<b>\n\n</b>\n</a>\n</iq>\n<iq>\n<c>\n\n</c>\n</iq>";
  const limited = await folds(text, { lineFoldingOnly: true, rangeLimit: 3 });
  expect(short(limited)).toEqual([
    [0, 5],
    [1, 4],
    [7, 10],
  ]);
});

it("gives one range for a line", async () => {
  expect(short(await folds("<iq><a>\n\n</a>\n</iq>"))).toEqual([[0, 2]]);
});

it("says nothing of a document that is not open, so that its editor folds by indentation", async () => {
  session = await Session.start(pullingClient);
  expect(await ask(session, "textDocument/foldingRange")).toBeNull();
});
