/** Texts that the snippets insert, with their default values and with every other that they offer. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { familySnippets } from "../../scripts/generate/familySnippets";
import { payloadSnippets } from "../../scripts/generate/payloadSnippets";
import type { Snippet } from "../../scripts/generate/snippet";
import { StanzaDocument } from "../../server/core/document/document";
import { parse } from "../../server/core/xml/parse";
import { childElements, type XmlElement } from "../../server/core/xml/tree";
import {
  conditions,
  errorTypes,
  findCondition,
  isExpectedType,
} from "../../server/core/xmpp/conditions";
import { STREAMS_NAMESPACE } from "../../server/core/xmpp/namespaces";
import { findPayloadElement, payloadElements } from "../../server/core/xmpp/payloads";
import { everyRule, formattingOf, judge } from "../support/documents";
import { type Answers, expandSnippet } from "./expandSnippet";

const snippets: Record<string, Snippet> = JSON.parse(
  readFileSync("snippets/xmpp-stanza.code-snippets", "utf8"),
);
const kinds = ["iq", "message", "presence"];
const names = conditions.map(({ name }) => name);

/** The rules, every one of them on, that a stanza breaks which is all of the text. */
function brokenBy(stanza: string): string[] {
  judge(stanza);
  const document = new StanzaDocument(stanza, everyRule);
  expect(document.stanzaSpans()).toEqual([{ start: 0, end: stanza.length }]);
  return document.findings().map(({ finding }) => finding.rule.id);
}

/** All answers that differ in one choice; `[{}]` for a snippet without any. */
function everyChoice({ body }: Snippet): Answers[] {
  const choices = [...body.join("\n").matchAll(/\$\{(\d+)\|([^|]*)\|\}/g)];
  return [
    {},
    ...choices.flatMap(([, number = "", values = ""]) =>
      values.split(",").map((_, index) => ({ choices: { [number]: index } })),
    ),
  ];
}

it("there is one for each condition, one for each reply, and the requests", () => {
  const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
  expect(prefixes.slice(0, 44)).toEqual([
    ...names.map((name) => `xmpp-${name}`),
    ...names.map((name) => `xmpp-${name}-reply`),
  ]);
  expect(prefixes.slice(44)).toEqual([
    ...familySnippets.map(([, { prefix }]) => prefix),
    "xmpp-iq-get",
    "xmpp-iq-set",
    "xmpp-iq-result",
    "xmpp-message-chat",
    "xmpp-message-groupchat",
    "xmpp-presence",
    "xmpp-presence-subscribe",
    "xmpp-ping",
    "xmpp-disco-info",
    "xmpp-disco-items",
    "xmpp-version",
    "xmpp-roster-get",
    "xmpp-roster-set",
    ...payloadSnippets.map(([, { prefix }]) => prefix),
  ]);
  const documents = payloadSnippets.map(
    ([, { description }]) => /XEP-\d{4}/.exec(description)?.[0],
  );
  expect(new Set(documents).size).toBeGreaterThanOrEqual(20);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});

describe.each(familySnippets)("%s", (_, { prefix, body, description }) => {
  it.each([
    ["with its text", {}],
    ["without a text", { delete: /^\n/ }],
  ])("is one error without a finding, %s", (_name, answers) => {
    const text = expandSnippet(body, answers);
    const isOfStream = text.startsWith("<stream:");
    const wrapper = `<stream:stream xmlns:stream='${STREAMS_NAMESPACE}'>${text}</stream:stream>`;
    judge(isOfStream ? wrapper : text);
    const { pieces, ...document } = openFamily(text);
    expect(pieces).toEqual([[true, { start: 0, end: text.length }]]);
    expect(document.broken).toEqual([]);
    expect(text.includes("<text")).toBe(!("delete" in answers) && body.join("").includes("<text"));
  });

  it("is named and described", () => {
    expect(prefix).toMatch(/^xmpp-[a-z0-9]+-[a-z-]+$/);
    expect(description).toMatch(/\((?:RFC 6120 §[\d.]+|XEP-\d{4}(?: §[\d.]+)?)\)\.$/);
  });
});

function openFamily(text: string) {
  const document = new StanzaDocument(text, everyRule);
  return {
    pieces: document.pieces.map(({ isElement, span }) => [isElement, span]),
    broken: document.findings().map(({ finding }) => finding.rule.id),
  };
}

describe.each(names)("xmpp-%s", (name) => {
  const { body } = snippets[`${name} error`]!;
  const within = (kind: string, error: string) =>
    `<${kind} type='error' id='x1'>\n${error}\n</${kind}>`;

  it.each(kinds)("has no finding in %s", (kind) => {
    const error = expandSnippet(body);
    expect(error).toContain(`<${name} xmlns=`);
    expect(error).toContain("xml:lang='en'");
    expect(brokenBy(within(kind, error))).toEqual([]);
  });

  it.each(kinds)("has none in %s without its text", (kind) => {
    const error = expandSnippet(body, { delete: /^\s*<text/ });
    expect(error).not.toContain("text");
    expect(error).not.toMatch(/\n\s*\n/);
    expect(brokenBy(within(kind, error))).toEqual([]);
  });

  it("offers all error types, the expected ones first", () => {
    const offered = errorTypes.map((_, index) => {
      const error = expandSnippet(body, { choices: { 1: index } });
      const type = errorTypes.find((one) => error.includes(`type='${one.type}'`))!.type;
      const expected = isExpectedType(name, type) ? [] : ["error-type-unusual"];
      expect(brokenBy(within("iq", error))).toEqual(expected);
      return type;
    });
    expect(new Set(offered).size).toBe(errorTypes.length);
    const { expectedTypes } = findCondition(name)!;
    expect(offered.slice(0, expectedTypes.length)).toEqual(expectedTypes);
  });
});

describe.each(names)("xmpp-%s-reply", (name) => {
  const { body } = snippets[`${name} reply`]!;

  it.each(kinds)("has no finding as %s, with its text or without", (kind) => {
    const choices = { 1: kinds.indexOf(kind) };
    for (const answers of [{ choices }, { choices, delete: /^\s*<text/ }]) {
      const stanza = expandSnippet(body, answers);
      expect(stanza).toMatch(new RegExp(`^<${kind} type='error' id='[^']+' from='[^']+' to='`));
      expect(stanza.endsWith(`\n</${kind}>`)).toBe(true);
      expect(stanza).toContain(`<${name} xmlns=`);
      expect(stanza).not.toMatch(/\n\s*\n/);
      expect(brokenBy(stanza)).toEqual([]);
    }
  });

  it("is indented as formatting would", () => {
    const document = new StanzaDocument(expandSnippet(body), everyRule);
    expect(formattingOf(document, "  ")).toEqual([]);
  });
});

/** What the tables of payloads do not know, and what they miss. */
function unknownIn(element: XmlElement): string[] {
  const { namespace, local, attributes } = element;
  const known = findPayloadElement(namespace, local);
  const inner = childElements(element).flatMap(unknownIn);
  if (payloadElements(namespace).length === 0 || namespace === "jabber:client") return inner;
  if (!known) return [local, ...inner];
  const names = attributes.map(({ name }) => name).filter((name) => name !== "xmlns");
  return [
    ...names.filter((name) => !known.attributes.some((one) => one.name === name)),
    ...known.attributes
      .filter((one) => one.required && !names.includes(one.name))
      .map(({ name }) => name),
    ...childElements(element)
      .filter((child) => child.namespace === namespace && !known.children.includes(child.local))
      .map((child) => child.local),
    ...inner,
  ];
}

const requests = Object.entries(snippets).slice(44 + familySnippets.length);

describe.each(requests)("%s", (_, snippet) => {
  it("has no finding, whatever is chosen", () => {
    for (const answers of everyChoice(snippet)) {
      expect(brokenBy(expandSnippet(snippet.body, answers))).toEqual([]);
    }
  });

  it("is indented as formatting would", () => {
    const document = new StanzaDocument(expandSnippet(snippet.body), everyRule);
    expect(formattingOf(document, "  ")).toEqual([]);
  });

  it("has in its payloads only what is known of them", () => {
    for (const answers of everyChoice(snippet)) {
      const { root } = parse(expandSnippet(snippet.body, answers), undefined);
      expect(unknownIn(root!)).toEqual([]);
    }
  });

  it("is described", () => {
    expect(snippet.description).toMatch(/\((?:RFC 612[01] §[\d.]+|XEP-\d{4})\)\.?$/);
  });
});
