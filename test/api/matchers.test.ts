/** The matchers, in the frameworks that they are for. */

import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import { xml } from "@xmpp/xml";
import { expect as chaiExpect, use } from "chai";
import { expect as jestExpect } from "expect";
import { parse as parseLtx } from "ltx";
import { describe, expect, it } from "vitest";
import { xmppStanza } from "../../server/api/matchers/chai";
import { matchers as forJest } from "../../server/api/matchers/jest";
import { textOf } from "../../server/api/matchers/textOf";
import { matchers } from "../../server/api/matchers/vitest";

expect.extend(matchers);
jestExpect.extend(forJest);
use(xmppStanza);

/** The matchers as they are declared in the package, which the tests of the package compile. */
interface Matchers {
  toBeValidStanza(options?: object): void;
  toHaveFinding(rule: string, options?: object): void;
  readonly not: Matchers;
}
const vitest = (value: unknown) => expect(value) as unknown as Matchers;
const jest = (value: unknown) => jestExpect(value) as unknown as Matchers;
const chai = (value: unknown): Matchers => {
  // biome-ignore lint/suspicious/noExplicitAny: the package of chai knows nothing of the plugin
  const assertion = (isNegated: boolean): any =>
    isNegated ? chaiExpect(value).not : chaiExpect(value);
  const of = (isNegated: boolean) => ({
    toBeValidStanza: (options?: object) => assertion(isNegated).to.be.a.validStanza(options),
    toHaveFinding: (rule: string, options?: object) =>
      assertion(isNegated).have.finding(rule, options),
  });
  return { ...of(false), not: of(true) as Matchers };
};

const right = "<iq type='get' id='a'><query xmlns='jabber:iq:roster'/></iq>";
const wrong =
  "<iq type='error' id='a'><error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
const advised = wrong.replace("<error>", "<error type='wait'>");

describe.each([
  ["vitest", vitest],
  ["jest", jest],
  ["chai", chai],
])("the matchers of %s", (_, expects) => {
  it("pass for what is so", () => {
    expects(right).toBeValidStanza();
    expects(wrong).not.toBeValidStanza();
    expects(wrong).toBeValidStanza({ rules: { "error-type-missing": "off" } });
    expects(wrong).toHaveFinding("error-type-missing");
    expects(right).not.toHaveFinding("error-type-missing");
    expects(wrong).not.toHaveFinding("error-type-missing", {
      rules: { "error-type-missing": "off" },
    });
  });

  it("take advice for an error only where they are told to", () => {
    expects(advised).toBeValidStanza();
    expects(advised).not.toBeValidStanza({ severity: "information" });
  });

  it("show what is wrong at its place", () => {
    const message = `expected a valid stanza, but:

1:26 error <error/> has no type. Add type='cancel', as conflict expects (RFC 6120 §8.3.2) (error-type-missing)
1 | ${wrong}
  |                          ^^^^^`;
    expect(messageOf(() => expects(wrong).toBeValidStanza())).toContain(message);
    expect(messageOf(() => expects(wrong).toHaveFinding("text-multiple"))).toContain(
      "expected a finding of text-multiple, but there are others only:\n\n1:26 error",
    );
    expect(messageOf(() => expects(right).toHaveFinding("text-multiple"))).toContain(
      `expected a finding of text-multiple, but nothing is wrong with:\n\n${right}`,
    );
    expect(messageOf(() => expects(wrong).not.toHaveFinding("error-type-missing"))).toContain(
      "expected no finding of error-type-missing, but:\n\n1:26 error",
    );
    expect(messageOf(() => expects(right).not.toBeValidStanza())).toContain(
      `expected an invalid stanza, but nothing is wrong with:\n\n${right}`,
    );
  });

  it("want one stanza", () => {
    expects("words").not.toBeValidStanza();
    expect(messageOf(() => expects("words").toBeValidStanza())).toContain(
      "expected one stanza, but there is none in:\n\nwords",
    );
    expect(messageOf(() => expects(right + right).toBeValidStanza())).toContain(
      "expected one stanza, but there are 2 in:",
    );
  });

  it("refuse rules that do not exist, and what has no XML", () => {
    expect(() => expects(right).toHaveFinding("text-multipl")).toThrow(
      'unknown rule "text-multipl"; did you mean text-multiple?',
    );
    expect(() => expects(right).toBeValidStanza({ severity: "fatal" })).toThrow("unknown severity");
    expect(() => expects({ name: "iq" }).toBeValidStanza()).toThrow(
      "expected a string, or an element that can be serialised, but got another object",
    );
    expect(() => expects(null).toBeValidStanza()).toThrow("but got null");
  });

  it("show the first line of a finding over several lines, and what is in the text as data", () => {
    const message = messageOf(() =>
      expects("<iq type='get' id='a\u001b'>\n#{this}\n").toBeValidStanza(),
    );
    expect(message).toContain("(xml-not-well-formed)");
    expect(message).not.toContain("\u001b");
  });
});

function messageOf(assert: () => void): string {
  try {
    assert();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("it passed");
}

describe("an element", () => {
  it("of @xmpp/xml is checked as it serialises itself", () => {
    const element = xml("iq", { type: "get", id: "a" }, xml("query", "jabber:iq:roster"));
    vitest(element).toBeValidStanza();
    vitest(xml("iq", { type: "get" })).toHaveFinding("iq-id-missing");
  });

  it("of ltx is checked as it serialises itself", () => {
    vitest(parseLtx(wrong)).toHaveFinding("error-type-missing");
  });

  it("of xmldom is checked as it serialises itself", () => {
    const { documentElement } = new DOMParser().parseFromString(wrong, "text/xml");
    vitest(documentElement).toHaveFinding("error-type-missing");
  });

  it("of a browser is serialised by its window, or by the global serializer, or as its outer XML", () => {
    const { documentElement } = new DOMParser().parseFromString(right, "text/xml");
    const ofBrowser = { nodeType: 1, toString: () => "[object Element]" };
    class Serializer {
      serializeToString(): string {
        return new XMLSerializer().serializeToString(documentElement!);
      }
    }
    const withWindow = {
      ...ofBrowser,
      ownerDocument: { defaultView: { XMLSerializer: Serializer } },
    };
    expect(textOf(withWindow)).toBe(new Serializer().serializeToString());
    expect(textOf({ ...ofBrowser, outerHTML: right })).toBe(right);
    expect(() => textOf(ofBrowser)).toThrow(TypeError);
  });
});
