/** How an end tag waits for the cursor; that VS Code then inserts it is in test/vscode/structure.test.ts. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";

type Listener = (event: unknown) => void;

/** An event of VS Code, fired by the test. */
function createEvent() {
  const listeners = new Set<Listener>();
  const subscribe = (listener: Listener) => {
    listeners.add(listener);
    return { dispose: () => listeners.delete(listener) };
  };
  const fire = (event: unknown) => {
    for (const listener of [...listeners]) listener(event);
  };
  return { subscribe, fire, count: () => listeners.size };
}

const text = createEvent();
const cursor = createEvent();
const active = createEvent();
const vscodeWindow = {
  activeTextEditor: undefined as unknown,
  onDidChangeTextEditorSelection: cursor.subscribe,
  onDidChangeActiveTextEditor: active.subscribe,
};

vi.mock("vscode", () => ({
  window: vscodeWindow,
  workspace: {
    onDidChangeTextDocument: text.subscribe,
    getConfiguration: () => ({ get: (_: string, value: unknown) => value }),
  },
  Disposable: {
    from: (...all: { dispose(): void }[]) => ({
      dispose() {
        for (const one of all) one.dispose();
      },
    }),
  },
  SnippetString: class {
    constructor(readonly value: string) {}
  },
}));

// Another test in the same worker may have loaded it with another `vscode`.
vi.resetModules();
const { registerCloseTag } = await import("../../client/closeTag");

/** A position in the first line. */
const at = (character: number) => ({
  character,
  translate: (_: number, by: number) => at(character + by),
  isEqual: (other: { character: number }) => other.character === character,
});

const document = { languageId: "xmpp-stanza", version: 1, text: "<iq>" };
const insertSnippet = vi.fn();
const editor = { document, selection: { isEmpty: true, active: at(3) }, insertSnippet };
let answered: Promise<unknown>;
const client = {
  isRunning: () => true,
  code2ProtocolConverter: { asTextDocumentPositionParams: () => ({}) },
  protocol2CodeConverter: { asRange: (range: unknown) => range },
  sendRequest: () => {
    answered = Promise.resolve({ range: {}, snippet: { kind: "snippet", value: "$0</iq>" } });
    return answered;
  },
};

/** Types the `>` of `<iq>`; the server answers, and the cursor has not been reported yet. */
async function typeBracket(): Promise<void> {
  text.fire({ document, contentChanges: [{ range: { start: at(3) }, text: ">" }] });
  await vi.runAllTimersAsync();
  await answered;
}

/** Reports the cursor, and lets everything that waited for it go on. */
async function report(event: () => void): Promise<void> {
  event();
  await vi.runAllTimersAsync();
}

let registration: { dispose(): void };

beforeEach(() => {
  vi.useFakeTimers();
  insertSnippet.mockClear();
  document.version = 1;
  editor.selection = { isEmpty: true, active: at(3) };
  vscodeWindow.activeTextEditor = editor;
  registration = registerCloseTag(() => client as never);
});

afterEach(() => {
  registration.dispose();
  vi.useRealTimers();
  expect([text.count(), cursor.count(), active.count()]).toEqual([0, 0, 0]);
});

test("the end tag is inserted when the cursor has followed the text, however long that takes", async () => {
  await typeBracket();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(insertSnippet).not.toHaveBeenCalled();
  // The cursor of another editor says nothing.
  await report(() => cursor.fire({ textEditor: {} }));
  expect(insertSnippet).not.toHaveBeenCalled();
  editor.selection = { isEmpty: true, active: at(4) };
  await report(() => cursor.fire({ textEditor: editor }));
  expect(insertSnippet).toHaveBeenCalledOnce();
});

test("none is inserted where the cursor has gone elsewhere", async () => {
  await typeBracket();
  editor.selection = { isEmpty: true, active: at(0) };
  await report(() => cursor.fire({ textEditor: editor }));
  expect(insertSnippet).not.toHaveBeenCalled();
});

test("none is inserted after further typing", async () => {
  await typeBracket();
  document.version = 2;
  await report(() => text.fire({ document, contentChanges: [] }));
  editor.selection = { isEmpty: true, active: at(4) };
  await report(() => cursor.fire({ textEditor: editor }));
  expect(insertSnippet).not.toHaveBeenCalled();
});

test("none is inserted after a change to another editor", async () => {
  await typeBracket();
  await report(() => active.fire(undefined));
  expect(insertSnippet).not.toHaveBeenCalled();
});
