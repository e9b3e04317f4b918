/** Broken invariants are reported with their reason, and are never passed over in silence. */

import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { lintStanza } from "../../server/core/check/lint";
import { messageOf, relatedMessageOf } from "../../server/core/check/messages";
import { expectDefined } from "../../server/core/text/invariant";
import { isLocated, locateFailure } from "../../server/core/xml/locate";

/** Messages of saxes that no stanza leads to, by the reason. */
const impossible: Readonly<Record<string, readonly string[]>> = {
  "a parser is made anew after each mistake, and closed once": ["cannot write after close"],
  "strictReader.ts handles it": [
    "undefined entity.",
    "inappropriately located doctype declaration.",
  ],
  "a stanza begins with its start tag, never with a declaration": [
    "XML declaration is incomplete.",
    "XML declaration must contain a version.",
    "did not expect any more name/value pairs.",
    "expected the name ",
    "expected one of ",
    "value required.",
    "value must be quoted.",
    "version number must match",
    "encoding value must match",
    "standalone value must match",
    "whitespace required.",
    "The character ? is disallowed anywhere in XML declarations.",
    "processing instructions are not allowed before root.",
  ],
  "saxes reads fragments, and the text of a stanza ends with its end tag": [
    "text data outside of root node.",
    "documents may contain only one root.",
    "document must contain a root element.",
    "unexpected end.",
    "unexpected close tag.",
  ],
  "builder.open says so before the parser is closed": ["unclosed tag: "],
  "the namespace handling of saxes is off": [
    "invalid attempt to undefine prefix in XML 1.0",
    "malformed name: ",
    'tags may not have "xmlns" as prefix.',
    "unbound namespace prefix: ",
  ],
};

/** The beginnings of all messages that saxes has, up to the first value in them. */
function messagesOfSaxes(): string[] {
  const source = readFileSync("node_modules/saxes/saxes.js", "utf8");
  const literals = /(["`])((?:\\[\s\S]|(?!\1)[^\\])*)\1/;
  const calls = [...source.matchAll(/this\.fail\(([\s\S]*?)\);\n/g)];
  expect(calls.length).toBe(source.split("this.fail(").length - 1);
  return calls.flatMap(([, argument = ""]) => {
    const found = [...argument.matchAll(new RegExp(literals, "g"))].map(([, , text = ""]) => text);
    expect(found.length, argument).toBeGreaterThan(0);
    return found.map((text) =>
      text.split("${", 1)[0]!.replaceAll("\\\n", "").replaceAll('\\"', '"'),
    );
  });
}

describe("a message of saxes", () => {
  const messages = [...new Set(messagesOfSaxes())];

  it.each(messages)("%j has a place of its own, or no stanza leads to it", (message) => {
    const excepted = Object.values(impossible).flat();
    const isImpossible = excepted.some((beginning) => message.startsWith(beginning));
    expect(isLocated(message) !== isImpossible).toBe(true);
  });

  it("is known of all that are excepted", () => {
    for (const beginning of Object.values(impossible).flat()) {
      expect(
        messages.some((one) => one.startsWith(beginning)),
        beginning,
      ).toBe(true);
    }
  });

  it("that is unknown is reported where saxes noticed, as unknown", () => {
    const failure = { message: "something new", position: 5, tokenStart: 0, open: undefined };
    expect(locateFailure("<iq a/>", failure)).toEqual({
      code: "unknown-syntax",
      subject: "a",
      span: { start: 4, end: 5 },
    });
  });
});

test("a message key that a rule does not have is a mistake, not an empty text", () => {
  const [finding] = lintStanza("<iq/>", undefined, defaultConfiguration);
  expect(messageOf(finding!)).not.toBe("");
  expect(() => messageOf({ ...finding!, messageKey: "nope" })).toThrow("the message nope");
  expect(() => relatedMessageOf(finding!, "nope")).toThrow("the message nope");
});

test("a missing value is named with the reason why it must exist", () => {
  expect(expectDefined(0, "it is a number")).toBe(0);
  expect(() => expectDefined(undefined, "it was just added")).toThrow("it was just added");
});
