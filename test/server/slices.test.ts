/** Work in slices: others have their turns in between, however much of it there is at a time. */

import { expect, it } from "vitest";
import type { Host } from "../../server/context";
import type { Steps } from "../../server/core/steps";
import { inEnglish } from "../../server/core/translate";
import { DocumentReader } from "../../server/documentReader";
import { codeLensesOf } from "../../server/features/codeLens";
import { documentLinksOf } from "../../server/features/documentLinks";
import { foldingRangesOf } from "../../server/features/folding";
import { OpenDocument } from "../../server/features/openDocument";
import { symbolsOf } from "../../server/features/symbols";
import { ServerConfigurations } from "../../server/serverConfigurations";
import { SettingsCache } from "../../server/settings";
import { pullingClient, Session, URI } from "./support";

const never = { isCancellationRequested: false };

/** A reader whose clock goes on by a millisecond whenever it is asked, and the turns that it left to others. */
function reader() {
  let now = 0;
  const told = { turns: 0 };
  const host: Host = {
    now: () => now++,
    turn: () =>
      new Promise((resolve) =>
        setImmediate(() => {
          told.turns++;
          resolve();
        }),
      ),
  };
  const connection = {} as ConstructorParameters<typeof SettingsCache>[0];
  const settings = new SettingsCache(
    connection,
    new ServerConfigurations(() => undefined),
    () => {},
  );
  return { reader: new DocumentReader(host, settings, () => undefined), told };
}

const stanza = "<message type='chat' id='1'><body>a</body></message>\n";
const text = stanza.repeat(1000);
const open = (times = 1) => new OpenDocument("untitled:a", "xmpp-stanza", 1, text.repeat(times));

it("gives way while a text is cut into stanzas, and does so once", async () => {
  const { reader: some, told } = reader();
  const document = open(20);
  await some.read(document);
  const { turns } = told;
  expect(turns).toBeGreaterThan(10);
  await some.read(document);
  expect(told.turns).toBe(turns);
});

it("cuts a text that is edited meanwhile as the text that it has become", async () => {
  const { reader: some } = reader();
  const document = open(20);
  const reading = some.read(document);
  await new Promise((resolve) => setImmediate(resolve));
  const start = { line: 0, character: 0 };
  document.change([{ range: { start, end: start }, text: "<presence/>\n" }], 2);
  await reading;
  expect(document.views[0]?.stanzas.stanzaSpans()).toEqual(
    new OpenDocument("untitled:b", "xmpp-stanza", 1, document.text).views[0]?.stanzas.stanzaSpans(),
  );
});

it("has one slice in a turn of the event loop, whoever works", async () => {
  const { reader: some } = reader();
  let turn = 0;
  let isDone = false;
  const count = () => {
    turn++;
    if (!isDone) setImmediate(count);
  };
  const workers = new Map<number, Set<string>>();
  function* work(name: string) {
    for (let step = 0; step < 300; step++) {
      workers.set(turn, (workers.get(turn) ?? new Set()).add(name));
      yield;
    }
    return name;
  }
  setImmediate(count);
  const names = ["a", "b", "c"];
  const done = names.map((name) => some.inSlices(open(), work(name), never));
  expect(await Promise.all(done)).toEqual(names);
  isDone = true;
  // The first slices are taken at once, before anybody has waited.
  workers.delete(0);
  expect(workers.size).toBeGreaterThan(30);
  for (const names of workers.values()) expect([...names]).toHaveLength(1);
});

it("answers what is asked of a document that is just opened", async () => {
  const session = await Session.start(pullingClient);
  await session.open(text.repeat(10));
  const position = { line: 5000, character: 2 };
  const textDocument = { uri: URI };
  const [hover, folds, found] = await Promise.all([
    session.connection.sendRequest("textDocument/hover", { textDocument, position }),
    session.connection.sendRequest("textDocument/foldingRange", { textDocument }),
    session.diagnostics(),
  ]);
  expect(hover).not.toBeNull();
  expect(folds).toEqual([]);
  expect(found).toEqual([]);
  session.dispose();
});

it("has steps for whatever is asked of a whole document", () => {
  const [view] = open().views;
  const limits = { lineFoldingOnly: true, rangeLimit: 5000 };
  const steps = {
    framing: open().source.framing(),
    check: open().source.check(),
    lenses: codeLensesOf(view!),
    folds: foldingRangesOf(view!, limits),
    links: documentLinksOf(view!, inEnglish),
    outline: symbolsOf(view!, inEnglish),
  };
  for (const [what, some] of Object.entries<Steps<unknown>>(steps)) {
    expect([...some].length, what).toBeGreaterThanOrEqual(text.length / stanza.length / 50);
  }
});
