/** Rules that read more of a stanza than its shape, or a value of it, keep their findings. */

import { describe, expect, onTestFinished, test, vi } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { lookupNamespace } from "../../server/core/xml/scope";
import type { Stanza } from "../../server/core/xmpp/stanza";
import { checkOf } from "../support/checks";
import { open } from "../support/documents";
import { error, gone, text } from "./shapeTexts";

describe("values of a known shape are judged:", () => {
  const right = "<iq type='get' id='1' from='a@b/c' to='d'><q xmlns='u'/></iq>";
  test.each([
    ["id='1'", "id=''", "iq-id-missing"],
    ["from='a@b/c'", "from='@b'", "jid-invalid"],
    ["to='d'", "to='a@-b'", "jid-invalid"],
    ["to='d'", "to=''", "jid-invalid"],
  ])("%s as %s breaks %s", (was, is, rule) => {
    const document = open(`${right}\n${right}\n${right.replace(was, is)}`);
    expect(document.findings().map(({ finding }) => finding.rule.id)).toEqual([rule]);
  });

  test.each(["id='{id}'", "id='...'"])("nothing is known of %s", (id) => {
    const [, , third] = open(`${right}\n${right}\n${right.replace("id='1'", id)}`).stanzas();
    expect(third?.summary?.id).toBeUndefined();
  });
});

describe("a rule that reads more than the shape keeps its findings:", () => {
  const check = checkOf("iq-payload", "stanza");
  const inError = (words: string) => error(gone + text(" xml:lang='en'", words));

  function lookAt(isWrong: (stanza: Stanza) => boolean): void {
    const spy = vi.spyOn(check, "run").mockImplementation((stanza, report) => {
      if (isWrong(stanza)) report(stanza.element.nameSpan, "none");
    });
    onTestFinished(() => spy.mockRestore());
  }

  test.each<[string, string, string, Parameters<typeof lookAt>[0]]>([
    [
      "an attribute",
      "<message n='1'/>",
      "<message n='2'/>",
      ({ element }) => element.attributes[0]?.value === "2",
    ],
    ["an id", "<message id='1'/>", "<message id='2'/>", ({ id }) => id?.value === "2"],
    [
      "words",
      "<message><a>1</a></message>",
      "<message><a>2</a></message>",
      ({ payload: [a] }) => a?.children[0]?.kind === "text" && a.children[0].value === "2",
    ],
    [
      "an attribute of a child",
      "<message><a b='1'/></message>",
      "<message><a b='2'/></message>",
      ({ payload: [a] }) => a?.attributes[0]?.value === "2",
    ],
    [
      "the text",
      "<message><a> </a></message>",
      "<message><a>\n</a></message>",
      ({ source }) => source.includes("\n"),
    ],
    [
      "words of an error",
      inError("1"),
      inError("2"),
      ({ errors: [one] }) => {
        const word = one?.texts[0]?.children[0];
        return word?.kind === "text" && word.value === "2";
      },
    ],
    [
      "how long a value is",
      "<message id='1'/>",
      "<message id='12'/>",
      ({ id }) => id!.valueEnd - id!.valueStart > 1,
    ],
    [
      "how long the stanza is",
      "<message><a>1</a></message>",
      "<message><a>12</a></message>",
      ({ element: { span } }) => span.end > 27,
    ],
    [
      "how long a child is",
      "<message><a>1</a></message>",
      "<message><a>12</a></message>",
      ({ payload: [a] }) => a!.endTag!.start - a!.startTag.end > 1,
    ],
    [
      "how long the words of an error are",
      inError("1"),
      inError("12"),
      ({ errors: [one] }) => one!.texts[0]!.endTag!.start - one!.texts[0]!.startTag.end > 1,
    ],
    [
      "how long an error is",
      inError("1"),
      inError("12"),
      ({ errors: [one] }) => one!.element.span.end > inError("1").length - "</iq>".length,
    ],
    [
      "whether there are words in an error",
      inError("1"),
      inError(""),
      ({ errors: [one] }) => one?.texts[0]?.children.length === 0,
    ],
    [
      "the name of a child",
      "<message><a/></message>",
      "<message><b/></message>",
      ({ payload: [a] }) => a?.local === "b",
    ],
    [
      "the namespace of a child",
      "<message><a xmlns='urn:a'/></message>",
      "<message><a xmlns='urn:b'/></message>",
      ({ payload: [a] }) => a?.namespace === "urn:b",
    ],
    [
      "the prefix of a child",
      "<message xmlns:b='urn:b'><a/></message>",
      "<message xmlns:b='urn:b'><b:a/></message>",
      ({ payload: [a] }) => a?.prefix === "b",
    ],
    [
      "whether a child has an end tag",
      "<message><a/></message>",
      "<message><a></a></message>",
      ({ payload: [a] }) => a?.endTag !== undefined,
    ],
    [
      "the language of a child",
      "<message><a xml:lang='en'/></message>",
      "<message><a xml:lang='de'/></message>",
      ({ payload: [a] }) => a?.language?.value === "de",
    ],
    [
      "an attribute of the stanza, seen from a condition",
      error(gone).replace("id=", "n='1' id="),
      error(gone).replace("id=", "n='2' id="),
      ({ errors: [one] }) =>
        one?.conditions[0]?.parent?.parent?.attributes.some(({ value }) => value === "2") === true,
    ],
    [
      "a prefix that is declared around it",
      "<a xmlns:b='u'><message to='a'/></a>",
      "<a xmlns:b='v'><message to='a'/></a>",
      ({ scope }) => lookupNamespace(scope, "b") === "v",
    ],
    [
      "the name of what is around it",
      "<a xmlns:b='u'><message to='a'/></a>",
      "<c xmlns:b='u'><message to='a'/></c>",
      ({ scope }) => scope?.name === "c",
    ],
  ])("%s", (_, one, other, isWrong) => {
    // Of such stanzas not each is looked at by a rule that looks at nothing.
    let asked = 0;
    lookAt(() => {
      asked++;
      return false;
    });
    open(`${one}\n`.repeat(9), { ...defaultConfiguration }).findings();
    expect(asked).toBeLessThan(9);
    lookAt(isWrong);
    const document = open(`${one}\n${one}\n${one}\n${other}`, { ...defaultConfiguration });
    const found = document.findings().filter(({ finding }) => finding.rule.check === check);
    expect(found).toHaveLength(1);
  });

  test("a rule that fails keeps the shape out of the cache", () => {
    let asked = 0;
    lookAt(() => {
      asked++;
      throw new Error("always");
    });
    const failures: unknown[] = [];
    const onRuleFailure = (failure: unknown) => failures.push(failure);
    const document = open("<message asked-again=''/>\n".repeat(3), {
      ...defaultConfiguration,
      onRuleFailure,
    });
    document.findings();
    expect([asked, failures.length]).toEqual([3, 3]);
  });
});

test("stanzas of one shape are checked once, with findings at the places of each", () => {
  const spy = vi.spyOn(checkOf("error-type-missing", "error"), "run");
  onTestFinished(() => spy.mockRestore());
  const wrong = (id: string, content: string) =>
    `<iq type='error' id='${id}'><q xmlns='urn:x'>${content}</q><error><gone xmlns='urn:y'/></error></iq>\n`;
  const source = wrong("1", "") + wrong("22", "<a/><b/>") + wrong("333", "words");
  const document = open(source);
  const found = document
    .findings()
    .filter(({ finding }) => finding.rule.id === "error-type-missing");
  expect(found.map(({ span }) => source.slice(span.start - 1, span.end + 1))).toEqual(
    Array(3).fill("<error>"),
  );
  expect(new Set(found.map(({ span }) => span.start)).size).toBe(3);
  expect(spy).toHaveBeenCalledTimes(1);
});
