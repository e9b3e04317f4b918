/** Work in slices: others have their turns in between, however much of it there is at a time. */

import { describe, expect, it } from "vitest";
import type { Steps } from "../../server/core/text/steps";
import { inEnglish } from "../../server/core/text/translate";
import { codeLensesOf } from "../../server/features/codeLens";
import { documentLinksOf } from "../../server/features/documentLinks";
import { foldingRangesOf } from "../../server/features/folding";
import { OpenDocument } from "../../server/features/openDocument";
import { symbolsOf } from "../../server/features/symbols";
import type { Host } from "../../server/handlers/context";
import { DocumentReader } from "../../server/handlers/documentReader";
import { ServerConfigurations } from "../../server/settings/serverConfigurations";
import { SettingsCache } from "../../server/settings/settings";
import { pullingClient, Session, URI } from "./support";

const never = { isCancellationRequested: false };

/** A reader whose clock goes on by a millisecond whenever it is asked, and the turns that it left to others. */
function reader() {
  let now = 0;
  const counter = { turns: 0 };
  const host: Host = {
    now: () => now++,
    turn: () =>
      new Promise((resolve) =>
        setImmediate(() => {
          counter.turns++;
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
  return { reader: new DocumentReader(host, settings, () => undefined), counter };
}

const stanza = "<message type='chat' id='1'><body>a</body></message>\n";
const text = stanza.repeat(1000);
const open = (times = 1) => new OpenDocument("untitled:a", "xmpp-stanza", 1, text.repeat(times));

it("gives way while a text is cut into stanzas, and does so once", async () => {
  const { reader: some, counter } = reader();
  const document = open(20);
  await some.read(document, never);
  const { turns } = counter;
  expect(turns).toBeGreaterThan(10);
  await some.read(document, never);
  expect(counter.turns).toBe(turns);
});

it("cuts a text that is edited meanwhile by its new content", async () => {
  const { reader: some } = reader();
  const document = open(20);
  const reading = some.read(document, never);
  await new Promise((resolve) => setImmediate(resolve));
  const start = { line: 0, character: 0 };
  document.change([{ range: { start, end: start }, text: "<presence/>\n" }], 2);
  await reading;
  expect(document.views[0]?.stanzas.stanzaSpans()).toEqual(
    new OpenDocument("untitled:b", "xmpp-stanza", 1, document.text).views[0]?.stanzas.stanzaSpans(),
  );
});

describe("in a turn of the event loop it works for a slice", () => {
  /** Maximum number of steps of such tasks in one turn, and the number of turns. */
  async function stepsPerTurn(
    use: (work: (count: number) => Promise<unknown>) => Promise<unknown>,
  ): Promise<{ maxSteps: number; turns: number }> {
    const { reader: some } = reader();
    let turn = 0;
    let isDone = false;
    const count = () => {
      turn++;
      if (!isDone) setImmediate(count);
    };
    const steps = new Map<number, number>();
    function* work(length: number) {
      for (let step = 0; step < length; step++) {
        steps.set(turn, (steps.get(turn) ?? 0) + 1);
        yield;
      }
      return length;
    }
    setImmediate(count);
    await use(async (length) => {
      expect(await some.inSlices(open(), work(length), never)).toBe(length);
    });
    isDone = true;
    return { maxSteps: Math.max(...steps.values()), turns: steps.size };
  }

  it("however many works run at once", async () => {
    const { maxSteps, turns } = await stepsPerTurn((work) =>
      Promise.all([work(300), work(300), work(300)]),
    );
    // Ten milliseconds, by a clock that goes on with each step; who comes too late has one step.
    expect(maxSteps).toBeLessThanOrEqual(13);
    expect(turns).toBeGreaterThan(30);
  });

  it("which works one after the other share", async () => {
    const { maxSteps, turns } = await stepsPerTurn(async (work) => {
      for (let i = 0; i < 40; i++) await work(8);
    });
    expect(maxSteps).toBeLessThanOrEqual(13);
    expect(turns).toBeGreaterThan(20);
  });
});

it("answers requests for a document that was just opened", async () => {
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

it("has steps for each request for a whole document", () => {
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
