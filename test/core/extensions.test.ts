/** The tables of documents, namespaces and conditions of applications. */

import { describe, expect, it, test } from "vitest";
import { readTables } from "../../scripts/facts/tables";
import { explainName } from "../../server/core/explain/explainName";
import { inEnglish } from "../../server/core/text/translate";
import {
  appConditions,
  appConditionsFor,
  appConditionsNamed,
  findAppCondition,
} from "../../server/core/xmpp/appConditions";
import { textOf } from "../../server/core/xmpp/appConditionTexts";
import {
  definingExtension,
  findExtension,
  findNamespace,
  knownNamespaces,
} from "../../server/core/xmpp/extensions";
import { translatorFor } from "../../server/l10n/localise";

const ERRORS = "http://jabber.org/protocol/pubsub#errors";
const tables = readTables(process.cwd());

describe("the tables of the product", () => {
  test("have all entries of data/", () => {
    expect([...knownNamespaces()].map(({ namespace }) => namespace).sort()).toEqual(
      tables.namespaces.map(({ namespace }) => namespace).sort(),
    );
    for (const { namespace, document, newer } of tables.namespaces) {
      const known = findNamespace(namespace);
      const row = tables.documents.find((one) => one.document === document)!;
      expect(known?.newer ?? "").toBe(newer);
      expect(known?.extension).toMatchObject({ title: row.title, status: row.status });
    }
    const declared = tables.conditions.filter(({ status }) => status === "declared");
    expect(declared).toHaveLength(125);
    expect(appConditions()).toHaveLength(declared.length);
    for (const { namespace, name, meaning, anchor } of declared) {
      const condition = findAppCondition(namespace, name);
      expect(condition && textOf(condition)).toEqual({ meaning, anchor });
    }
  });

  test("list the defined conditions and the required attributes of a condition", () => {
    expect(findAppCondition(ERRORS, "not-subscribed")?.pairs).toEqual([
      { condition: "unexpected-request", type: "cancel" },
      { condition: "unexpected-request", type: "modify" },
      { condition: "not-authorized", type: "auth" },
    ]);
    expect(findAppCondition(ERRORS, "max-items-exceeded")?.pairs).toEqual([
      { condition: "not-allowed", type: undefined },
    ]);
    const [feature] = findAppCondition(ERRORS, "unsupported")!.attributes;
    expect(feature?.name).toBe("feature");
    expect(feature?.values).toHaveLength(44);
    expect(findAppCondition("urn:xmpp:http:upload:0", "retry")?.isOpen).toBe(true);
    expect(appConditionsNamed("handled-count-too-high")[0]?.carrier).toBe("stream-error");
    expect(findAppCondition(ERRORS, "constructor")).toBeUndefined();
  });

  test("list the conditions that a request can fail with", () => {
    const namespaces = (namespace: string) => [
      ...new Set(appConditionsFor([namespace]).map((one) => one.namespace)),
    ];
    expect(namespaces("http://jabber.org/protocol/pubsub#owner")).toEqual([ERRORS]);
    expect(namespaces("urn:xmpp:jingle:1")).toEqual(["urn:xmpp:jingle:errors:1"]);
    expect(namespaces("urn:xmpp:ping")).toEqual([]);
    expect(namespaces("urn:example:own")).toEqual([]);
  });

  test("recognise other versions of a namespace by the part before the number", () => {
    expect(definingExtension("urn:xmpp:mam:77")?.document).toBe("XEP-0313");
    expect(findNamespace("urn:xmpp:mam:77")).toBeUndefined();
    expect(definingExtension("urn:xmpp:mamma:1")).toBeUndefined();
    expect(findExtension("RFC 6120")?.url).toBe("https://www.rfc-editor.org/rfc/rfc6120");
  });
});

describe("a name in a search", () => {
  const explain = (name: string) => explainName(name, inEnglish);

  it.each([
    ["item-not-found", /^item-not-found · defined condition\n\nThere is no such JID or item\./],
    ["<item-not-found/>", /^item-not-found · defined condition/],
    ["cancel", /^cancel · error type, do not retry/],
    ["closed-node", /^closed-node · application-specific condition[\s\S]*not-allowed \(cancel\)/],
    ["pubsub#errors", /^http:\S+#errors\n\nXEP-0060 · [\s\S]*closed-node, configuration-required/],
    [ERRORS, /^http:\S+#errors\n\nXEP-0060 · /],
    ["pubsub#errors#closed-node", /^closed-node · /],
    [`${ERRORS}#unsupported`, /^unsupported · /],
    ["commands/bad-action", /^bad-action · /],
    ["jingle:errors", /^urn:xmpp:jingle:errors:1\n\n/],
    ["XEP-0060", /^XEP-0060 · Publish-Subscribe \(pubsub\) · status: Stable\n\nNamespaces: /],
    ["xep-60", /^XEP-0060 · /],
    ["60", /^XEP-0060 · /],
    ["pubsub", /^XEP-0060 · /],
    ["rfc6121", /^RFC 6121 · /],
    ["tos", /^tos · Terms of Services/],
    ["urn:xmpp:mam:77", /^urn:xmpp:mam:77\n\nXEP-0313 · [\s\S]*Another version/],
    ["handled-count-too-high", /It is for stream errors/],
  ])("is explained: %s", (name, expected) => {
    const text = explain(name);
    expect(text).toMatch(expected);
    expect(text).not.toMatch(/[`*]|\]\(/);
  });

  it("is explained as each thing that it is", () => {
    expect(explain("retry")?.match(/^retry · /gm)).toHaveLength(2);
  });

  it.each(["", "   ", "no-such-name", "urn:example:own", "XEP-9999", "#", "pubsub#errors#odd"])(
    "is not: %j",
    (name) => {
      expect(explain(name)).toBeUndefined();
    },
  );

  it("is explained in the user's language", async () => {
    expect(explainName("closed-node", await translatorFor("zh-cn"))).toContain(
      "该节点只允许其白名单上的实体。",
    );
  });
});
