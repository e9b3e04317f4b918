/** A request without a reply: where that is certain, and what makes it uncertain. */

import { expect, test } from "vitest";
import { ChunkedChecker } from "../../server/core/document/chunkedText";
import { StanzaDocument } from "../../server/core/document/document";
import { applyEdits } from "../../server/core/rules/edits";
import type { DirectionRange } from "../../server/core/text/directions";
import { configurationFor } from "../support/documents";

const configuration = configurationFor("request-unanswered");
const ping = "<ping xmlns='urn:xmpp:ping'/>";
const get = (id: string) => `<iq type='get' id='${id}'>${ping}</iq>`;
const result = (id: string) => `<iq type='result' id='${id}'/>`;

/** Opens lines that may begin with the word for a sender and a colon. */
function transcript(lines: readonly string[]): StanzaDocument {
  const directions: DirectionRange[] = [];
  let text = "";
  for (const line of lines) {
    const [, sender, stanza] = /^(?:(\w+): )?(.*)$/s.exec(line)!;
    if (sender) directions.push({ start: text.length, direction: { stream: "", sender } });
    text += `${stanza}\n`;
  }
  return new StanzaDocument(text, configuration, undefined, { directions });
}

/** The ids of the requests that are reported. */
function unanswered(document: StanzaDocument): string[] {
  return document
    .findings()
    .filter(({ finding }) => finding.rule.id === "request-unanswered")
    .map(({ stanzaStart }) => /id='([^']*)'/.exec(document.text.slice(stanzaStart))![1]!);
}

test("where directions are marked, each request without a reply is reported", () => {
  const lines = [`client: ${get("a")}`, `server: ${result("a")}`, `client: ${get("b")}`];
  expect(unanswered(transcript(lines))).toEqual(["b"]);
  expect(unanswered(transcript([...lines, `server: ${get("c")}`]))).toEqual(["b", "c"]);
});

test.each([
  ["answered out of order", [`server: ${result("b")}`]],
  ["answered by an error", [`server: ${result("b").replace("result", "error")}`]],
  ["answered, perhaps, by a reply without an id", ["server: <iq type='result'/>"]],
  ["answered, perhaps, by a reply whose id is a placeholder", [`server: ${result("{id}")}`]],
  ["answered, perhaps, by one whose type is a placeholder", ["server: <iq type='{t}' id='b'/>"]],
  ["answered, perhaps, by a stanza that is broken", ["server: <iq type='result' id='b'"]],
  ["answered, perhaps, in what was left out", ["..."]],
  ["answered from the wrong side", [`client: ${result("b")}`]],
])("not one that is %s", (_, more) => {
  const lines = [`server: ${get("a")}`, `client: ${get("b")}`, ...more];
  expect(unanswered(transcript(lines))).not.toContain("b");
});

test("not where only one side is shown, nor where nobody knows who sends what", () => {
  expect(unanswered(transcript([`client: ${get("a")}`, `client: ${get("b")}`]))).toEqual([]);
  expect(unanswered(transcript([get("a"), get("b"), result("b")]))).toEqual([]);
});

test("a reply before the request answers nothing", () => {
  const lines = [`server: ${result("a")}`, `client: ${get("a")}`];
  expect(unanswered(transcript(lines))).toEqual(["a"]);
});

test("an edit that brings or takes a reply is seen, however far away", () => {
  const others = Array.from({ length: 500 }, () => "<presence/>");
  const document = transcript([
    `client: ${get("a")}`,
    ...others,
    `server: ${get("b")}`,
    result("x"),
  ]);
  expect(unanswered(document)).toEqual(["a", "b"]);
  const at = document.text.indexOf("'x'") + 1;
  document.edit({ span: { start: at, end: at + 1 }, newText: "a" });
  expect(unanswered(document)).toEqual(["b"]);
  document.edit({ span: { start: at, end: at + 1 }, newText: "x" });
  expect(unanswered(document)).toEqual(["a", "b"]);
  const end = document.text.length;
  document.edit({ span: { start: end, end }, newText: "...\n" });
  expect(unanswered(document)).toEqual([]);
  document.edit({ span: { start: end, end: end + 4 }, newText: "" });
  expect(unanswered(document)).toEqual(["a", "b"]);
});

test("the later request that is answered is named", () => {
  const to = "from='lea@a.example/d' to='b.example'";
  const back = "to='lea@a.example/d' from='b.example'";
  const lines = [get("a"), get("b"), result("b")];
  const text = lines
    .map((line) => line.replace("<iq", `<iq ${line.includes("get") ? to : back}`))
    .join("\n");
  const document = new StanzaDocument(text, configuration);
  const [found] = document.findings();
  expect(found?.finding.values).toEqual({ type: "get" });
  expect(found?.related.map(({ span }) => span.start)).toEqual([text.indexOf("\n") + 2]);
  expect(document.fixes(found!)).toEqual([]);
  expect(applyEdits(text, document.repairs())).toBe(text);
  // In parts an answer may stand in any later one.
  const parts = new ChunkedChecker(configuration, { part: 1 });
  expect([parts.add(text), parts.end()].flatMap((part) => part?.findings ?? [])).toEqual([]);
});
