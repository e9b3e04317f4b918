/** *Create Error Reply*: what the user chooses is what the server is asked for. */

import { beforeEach, expect, test, vi } from "vitest";

interface Item {
  readonly label: string;
  readonly picked?: boolean;
}

/** Answers of the user, in order: labels in a list, text in a box; undefined cancels. */
let answers: (string | readonly string[] | undefined)[] = [];
let lists: Item[][] = [];
const told: string[] = [];

vi.mock("vscode", () => ({
  l10n: { t: (text: string, ...values: unknown[]) => text.replace("{0}", String(values[0])) },
  QuickPickItemKind: { Separator: -1 },
  Range: class {},
  Uri: { parse: String },
  workspace: { applyEdit: async () => true },
  window: {
    visibleTextEditors: [],
    async showInputBox() {
      return answers.shift();
    },
    async showInformationMessage(message: string) {
      told.push(message);
    },
    async showWarningMessage(message: string) {
      told.push(message);
    },
    async showQuickPick(items: Item[]) {
      lists.push(items);
      const answer = answers.shift();
      if (answer === undefined) return undefined;
      const find = (label: string) => items.find((one) => one.label === label);
      return typeof answer === "string" ? find(answer) : answer.map(find);
    },
  },
}));

// Another test in the same worker may have loaded them with another `vscode`.
vi.resetModules();
const { createReply } = await import("../../client/errorReply");

const target = { uri: "file:///a.stanza", position: { line: 0, character: 0 } };
const choices = [
  { name: "conflict", meaning: "", type: "cancel", group: "Common conditions" },
  { name: "As Prosody 0.12.3 sends it", meaning: "", type: "", group: "Answers", as: "prosody" },
];

/** Parameters of the last request for a reply. */
async function asked(...given: typeof answers): Promise<object | undefined> {
  answers = given;
  const requests: Record<string, unknown>[] = [];
  const client = {
    async sendRequest(method: string, params: Record<string, unknown>) {
      if (method === "xmppStanza/conditions") return choices;
      requests.push(params);
      return requests.length === 1 ? {} : { edit: {}, notes: ["a note"] };
    },
    protocol2CodeConverter: { asWorkspaceEdit: async () => ({}) },
  };
  await createReply(client as never, target);
  const [, last] = requests;
  if (!last) return undefined;
  const { uri: _uri, position: _position, ...rest } = last;
  return rest;
}

beforeEach(() => {
  lists = [];
  told.length = 0;
});

test("a condition alone", async () => {
  expect(await asked("conflict")).toEqual({ condition: "conflict" });
  expect(told).toEqual(["a note"]);
});

test("the answer of a server", async () => {
  expect(await asked("As Prosody 0.12.3 sends it")).toEqual({ as: "prosody" });
});

test("what else the reply says, value by value; an empty value is none", async () => {
  const more = [
    "Text for people",
    "Legacy code",
    "Children of the stanza after the error",
    "No id",
  ];
  expect(await asked("Options…", more, "Taken", "", "conflict")).toEqual({
    condition: "conflict",
    text: "Taken",
    payload: "after",
    omitId: true,
  });
});

test("choices that were made are there when the list is opened again", async () => {
  const first = ["Options…", ["Sender of the reply"], "a.example"];
  expect(await asked(...first, "Options…", undefined, "conflict")).toEqual({
    condition: "conflict",
    from: "a.example",
  });
  const picked = lists[3]?.filter((one) => one.picked).map(({ label }) => label);
  expect(picked).toEqual(["Sender of the reply"]);
});

test("nothing, if the user cancels", async () => {
  expect(await asked(undefined)).toBeUndefined();
  expect(await asked("Options…", ["Legacy code"], undefined, undefined)).toBeUndefined();
});
