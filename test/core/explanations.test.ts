/** Explanations of names. */

import { describe, expect, it } from "vitest";
import { explainName } from "../../server/core/explain/explainName";
import {
  code,
  explainAppCondition,
  explainNamespace,
  withoutMarkdown,
} from "../../server/core/explain/explanations";
import { inEnglish } from "../../server/core/text/translate";
import type { AppCondition } from "../../server/core/xmpp/appConditions";

const explain = (name: string) => explainName(name, inEnglish);
const paragraphs = (name: string) => explain(name)?.split("\n\n") ?? [];

describe("a defined condition", () => {
  it("names who was seen to send it, and in which situations", () => {
    const text = explainName("jid-malformed", inEnglish);
    expect(text).toContain(
      "Servers that were seen to send it: Prosody 0.12.3 (to-malformed, to-two-at, to-too-long); ejabberd 23.01 (",
    );
    expect(explainName("feature-not-implemented", inEnglish)).toMatch(
      /Clients that were seen to send it: slixmpp 1\.8\.3, .* more\n/,
    );
    expect(explainName("redirect", inEnglish)).not.toContain("seen to send");
  });

  it("has its meaning, the error types that it expects, and its section", () => {
    const [title, , expected, ...rest] = paragraphs("conflict");
    expect(title).toBe("conflict · defined condition");
    expect(expected).toMatch(/^Expected error types: cancel \(.+\)$/);
    expect(rest).toContain(
      "RFC 6120 §8.3.3.2: https://www.rfc-editor.org/rfc/rfc6120#section-8.3.3.2",
    );
  });

  it("may have a namesake among the conditions of streams and of SASL", () => {
    const titles = (name: string) => paragraphs(name).filter((one) => one.includes(" · "));
    expect(titles("not-authorized")).toEqual([
      "not-authorized · defined condition",
      "not-authorized · stream error",
      "not-authorized · SASL failure",
    ]);
    expect(paragraphs("account-disabled")).toEqual([
      "account-disabled · SASL failure",
      "The account has been disabled.",
      "urn:ietf:params:xml:ns:xmpp-sasl",
      "RFC 6120 §6.5.2: https://www.rfc-editor.org/rfc/rfc6120#section-6.5.2",
    ]);
  });

  it("may go with every error type", () => {
    expect(explain("undefined-condition")).toContain("It goes with every error type.");
    expect(explain("conflict")).not.toContain("every error type");
  });

  it("is known in capitals, as an element and with space around it", () => {
    for (const name of ["CONFLICT", "<conflict/>", "<conflict>", " conflict "]) {
      expect(explain(name), name).toBe(explain("conflict"));
    }
  });
});

describe("an error type", () => {
  it("has the conditions that expect it, without those that go with every type", () => {
    const text = explain("auth");
    expect(text).toContain("auth · error type, ");
    expect(text).toContain("Conditions that expect it: ");
    expect(text).toContain("not-authorized");
    expect(text).not.toContain("undefined-condition");
  });

  it("may be one that no condition expects", () => {
    expect(explain("continue")).toContain("No condition expects it.");
  });
});

describe("a condition of an application", () => {
  it("has its defined conditions, its document and a link", () => {
    const text = explain("closed-node") ?? "";
    expect(text).toContain("closed-node · application-specific condition");
    expect(text).toContain("It goes with: not-allowed");
    expect(text).toContain("XEP-0060: Publish-Subscribe, http://jabber.org/protocol/pubsub#errors");
    expect(text).toMatch(/XEP-0060: https:\/\/xmpp\.org\/extensions\/xep-0060\.html#/);
  });

  it("is found by the end of its namespace, too, with any separator", () => {
    for (const name of ["pubsub#errors#closed-node", "pubsub#errors/closed-node"]) {
      expect(explain(name), name).toBe(explain("closed-node"));
    }
    expect(explain("pubsub#errors#closed-door")).toBeUndefined();
  });
});

describe("the defined conditions of an application-specific condition", () => {
  const condition = {
    name: "too-late",
    namespace: "urn:example:late",
    document: "RFC 9999",
    pairs: [],
    attributes: [],
    isOpen: false,
    carrier: undefined,
  } as const;
  const told = (more: Partial<AppCondition>) =>
    explainAppCondition({ ...condition, ...more } as unknown as AppCondition, inEnglish)[2];
  const pairs = [
    { condition: "gone", type: undefined },
    { condition: "conflict", type: "cancel" },
    { condition: "conflict", type: "wait" },
  ] as unknown as AppCondition["pairs"];

  it("is each defined condition once, with the error types that are named", () => {
    expect(told({ pairs })).toBe("It goes with: `gone`, `conflict` (`cancel`, `wait`)");
  });

  it("is any, with examples if there are some", () => {
    expect(told({ isOpen: true })).toBe("It goes with any defined condition.");
    expect(told({ isOpen: true, pairs })).toMatch(
      /^It goes with any defined .+ Examples: `gone`, `conflict`/,
    );
  });

  it("is empty where no document lists conditions, and a carrier has a note instead", () => {
    expect(told({})).toBe("");
    expect(told({ carrier: "stream-error" } as Partial<AppCondition>)).toBe(
      "It is for stream errors, and not for the errors of stanzas.",
    );
  });

  it("has only the name of an unknown document", () => {
    expect(explainAppCondition(condition as unknown as AppCondition, inEnglish).slice(3)).toEqual([
      "",
      "RFC 9999",
    ]);
  });
});

describe("a namespace", () => {
  it("of the RFC has its meaning and its section", () => {
    const text = explain("urn:ietf:params:xml:ns:xmpp-stanzas") ?? "";
    expect(text).toContain("The namespace of the defined conditions and of text in an error.");
    expect(text).toMatch(/RFC 6120 §[\d.]+: https:/);
  });

  it("has the conditions that are defined in it", () => {
    const text = explain("http://jabber.org/protocol/pubsub#errors") ?? "";
    expect(text).toContain("Application-specific conditions: ");
    expect(text).toContain("closed-node");
    expect(text).toContain("status: ");
  });

  it("names its replacement", () => {
    expect(explain("urn:xmpp:mam:1")).toContain("In its place there is urn:xmpp:mam:2.");
    expect(explain("urn:xmpp:mam:2")).not.toContain("In its place");
  });

  it("of another version is named as such", () => {
    expect(explainNamespace("urn:xmpp:mam:99", inEnglish)).toContain(
      "Another version of this namespace is known.",
    );
    expect(explainNamespace("urn:example:nothing", inEnglish)).toBeUndefined();
  });
});

describe("a document", () => {
  it("is known by its number and its short name, however it is written", () => {
    const whole = explain("XEP-0060");
    expect(whole).toContain("XEP-0060 · Publish-Subscribe (pubsub) · status: ");
    expect(whole).toContain("Namespaces: http://jabber.org/protocol/pubsub");
    for (const name of ["60", "0060", "xep 60"]) expect(explain(name), name).toBe(whole);
  });

  it("of the IETF has no status", () => {
    const [title] = paragraphs("rfc 6121");
    expect(title).toMatch(/^RFC 6121 · /);
    expect(title).not.toContain("status");
  });
});

it("an unknown or empty name is not explained", () => {
  for (const name of ["", " ", "banana", "</>", "xep-9999"]) expect(explain(name)).toBeUndefined();
});

it("code may contain backquotes, and is one line", () => {
  expect(code("a\n b")).toBe("`a b`");
  expect(code("a`b")).toBe("`` a`b ``");
  expect(code("a``b```c")).toBe("```` a``b```c ````");
  expect(withoutMarkdown(`${code("a`b")} and ${code("c``d")}`)).toBe("a`b and c``d");
  expect(code("")).toBe("");
});
