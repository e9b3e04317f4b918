/** Completion of what extensions define: their conditions, and their namespaces. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type CompletionItem,
  CompletionItemKind,
  type MarkupContent,
  type TextEdit,
} from "vscode-languageserver/node";
import { findNamespace } from "../../server/core/xmpp/extensions";
import {
  complete,
  inError,
  labels,
  NOT_FOUND,
  preselected,
  STANZAS,
  taken as takenIn,
  withCursor,
} from "./completing";
import { endClients, startClients } from "./completionClients";
import type { Session } from "./support";

let snippets: Session;
let plain: Session;
beforeAll(async () => {
  [snippets, plain] = await startClients();
});
afterAll(() => endClients([snippets, plain]));

const PUBSUB = "http://jabber.org/protocol/pubsub";
const ERRORS = `${PUBSUB}#errors`;

const taken = (marked: string, label: string, session = plain) => takenIn(session, marked, label);

const namespaceOf = (item: CompletionItem) =>
  /xmlns='([^']*)'\S*(?: \S+='[^']*')*\/>$/.exec((item.textEdit as TextEdit).newText)?.[1];

/** The namespaces of the application-specific conditions that are offered, in order, each once. */
async function offeredNamespaces(marked: string): Promise<(string | undefined)[]> {
  const items = await complete(plain, marked);
  const own = items.filter(({ kind }) => kind === CompletionItemKind.Constant).map(namespaceOf);
  return [...new Set(own)];
}

describe("application-specific conditions", () => {
  it("bring the defined condition and the type that they go with", async () => {
    expect(await taken(inError("<|", ""), "closed-node")).toBe(
      inError(`<not-allowed xmlns='${STANZAS}'/>\n    <closed-node xmlns='${ERRORS}'/>`),
    );
    // The one that has the type which is there.
    expect(await taken(inError("|", " type='auth'"), "not-subscribed")).toBe(
      inError(
        `<not-authorized xmlns='${STANZAS}'/>\n    <not-subscribed xmlns='${ERRORS}'/>`,
        " type='auth'",
      ),
    );
  });

  it("are those for the defined condition, where there is one", async () => {
    const offered = await labels(plain, inError(`${NOT_FOUND}<|`));
    expect(offered).toContain("unknown-session");
    expect(offered).not.toContain("closed-node");
    const refused = `<not-allowed xmlns='${STANZAS}'/>`;
    expect(await taken(inError(`${refused}\n    <clo|`), "closed-node")).toBe(
      inError(`${refused}\n    <closed-node xmlns='${ERRORS}'/>`),
    );
  });

  it("are not offered beside an application-specific condition, nor outside of an error", async () => {
    const own = "<odd xmlns='urn:example:own'/>";
    expect(await labels(plain, inError(`${own}<|`))).not.toContain("closed-node");
    expect(await labels(plain, "<iq type='get' id='1'><|</iq>")).not.toContain("closed-node");
  });

  it("are first those of the request that the error answers", async () => {
    const request = (namespace: string) =>
      `<iq type='set' id='r1' from='a@example.net' to='b.example'><q xmlns='${namespace}'/></iq>\n`;
    const reply = inError("<|").replace("id='a1'", "id='r1' from='b.example' to='a@example.net'");
    const first = async (namespace: string) =>
      (await offeredNamespaces(request(namespace) + reply))[0];
    expect(await first(PUBSUB)).toBe(ERRORS);
    expect(await first(`${PUBSUB}#owner`)).toBe(ERRORS);
    expect(await first("urn:xmpp:jingle:1")).toBe("urn:xmpp:jingle:errors:1");
    expect(await first("http://jabber.org/protocol/commands")).toBe(
      "http://jabber.org/protocol/commands",
    );
    expect(await first("urn:xmpp:http:upload:0")).toBe("urn:xmpp:http:upload:0");
    // A request with another id is not answered.
    const other = reply.replace("id='r1'", "id='r2'");
    const unrelated = (await offeredNamespaces(other))[0];
    expect((await offeredNamespaces(request("urn:xmpp:jingle:1") + other))[0]).toBe(unrelated);
  });

  it("are first those of the payload that the error stanza repeats", async () => {
    const echoed = inError("<|").replace("\n", "\n  <si xmlns='http://jabber.org/protocol/si'/>\n");
    const [si, other] = await offeredNamespaces(echoed);
    expect(si).toBe("http://jabber.org/protocol/si");
    expect(other).toBeDefined();
    // A proposal is offered where it is asked for, and nowhere else.
    const terms = "urn:xmpp:tos:0";
    const about = inError("<|").replace("\n", `\n  <terms xmlns='${terms}'/>\n`);
    expect((await offeredNamespaces(about))[0]).toBe(terms);
    expect(await offeredNamespaces(inError("<|"))).not.toContain(terms);
  });

  it("come after the defined conditions, and before unrelated ones", async () => {
    const about = inError("<|").replace("\n", `\n  <pubsub xmlns='${PUBSUB}'/>\n`);
    const order = await labels(plain, about);
    expect(order.indexOf("bad-request")).toBeLessThan(order.indexOf("closed-node"));
    expect(order.indexOf("closed-node")).toBeLessThan(order.indexOf("text"));
    expect(order.indexOf("text")).toBeLessThan(order.indexOf("unknown-session"));
  });

  it("of no request are first the usual ones, and none of documents that were withdrawn", async () => {
    const namespaces = await offeredNamespaces(inError("<|"));
    expect(namespaces.slice(0, 4)).toEqual([
      ERRORS,
      "urn:xmpp:errors",
      "urn:xmpp:blocking:errors",
      "urn:xmpp:http:upload:0",
    ]);
    const statuses = namespaces.map((one) => findNamespace(one!)?.extension.status);
    for (const status of ["Retracted", "Rejected", "Obsolete", "Deprecated"]) {
      expect(statuses).not.toContain(status);
    }
    // XEP-0325 was retracted; what asks by it is still answered by it.
    const control = "urn:xmpp:iot:control";
    expect(namespaces).not.toContain(control);
    const about = inError("<|").replace("\n", `\n  <set xmlns='${control}'/>\n`);
    expect((await offeredNamespaces(about))[0]).toBe(control);
  });

  it("have the attributes that they have to have, with their values", async () => {
    const control = "<set xmlns='urn:xmpp:iot:control'/>";
    const items = await complete(snippets, inError("<|").replace("\n", `\n  ${control}\n`));
    const text = (label: string) =>
      (items.find((one) => one.label === label)!.textEdit as TextEdit).newText;
    expect(text("unsupported")).toContain(`xmlns='${ERRORS}' feature='\${1|access-authorize,`);
    expect(text("paramError")).toMatch(/<paramError xmlns='urn:xmpp:iot:control' var='\$1'\/>$/);
  });

  it("rename an element of their namespace", async () => {
    const written = inError(`<clos|e xmlns='${ERRORS}'></close>`);
    expect(await taken(written, "closed-node")).toBe(
      inError(`<closed-node xmlns='${ERRORS}'></closed-node>`),
    );
    expect(await labels(plain, written)).not.toContain("tie-break");
  });

  it("have documentation", async () => {
    const item = (await complete(plain, inError("<|"))).find(
      ({ label }) => label === "closed-node",
    )!;
    expect(item.detail).toBe("The node admits only entities on its whitelist.");
    expect(item.labelDetails).toEqual({ description: "pubsub#errors" });
    const resolved: CompletionItem = await plain.connection.sendRequest(
      "completionItem/resolve",
      item,
    );
    const { value } = resolved.documentation as MarkupContent;
    expect(value).toContain("It goes with: not-allowed (cancel)");
    // The detail stands above the documentation.
    expect(value).not.toContain(item.detail);
  });
});

describe("namespaces", () => {
  const find = async (marked: string, value: string) =>
    (await complete(plain, marked)).find(({ label }) => label === value);

  it("are found by number, short name and title, everywhere in a stanza", async () => {
    for (const marked of [
      "<iq type='get'><query xmlns='|'/></iq>",
      "<message><x xmlns='http|'><y/></x></message>",
      "<iq type='set'><a xmlns='urn:a'><b xmlns='|'/></a></iq>",
      "<iq type='set'><p:a xmlns:p='|'/></iq>",
    ]) {
      const item = await find(marked, PUBSUB);
      expect(item?.filterText, marked).toBe(`${PUBSUB} XEP-0060 pubsub Publish-Subscribe`);
      expect(item?.labelDetails).toEqual({ description: "XEP-0060 Publish-Subscribe" });
      expect(item?.detail).toBeUndefined();
    }
    const written = "<iq type='get'><ping xmlns='0199|'/></iq>";
    expect(await taken(written, "urn:xmpp:ping")).toBe(
      "<iq type='get'><ping xmlns='urn:xmpp:ping'/></iq>",
    );
  });

  it.each([
    ["0045", "http://jabber.org/protocol/muc"],
    ["xep-0045", "http://jabber.org/protocol/muc"],
    ["0030", "http://jabber.org/protocol/disco#info"],
    ["30", "http://jabber.org/protocol/disco#info"],
    ["muc", "http://jabber.org/protocol/muc"],
    ["MUC", "http://jabber.org/protocol/muc"],
    ["pubsub", PUBSUB],
    ["http://jabber.org/protocol/pubs", PUBSUB],
    ["urn:xmpp:pi", "urn:xmpp:ping"],
    ["carb", "urn:xmpp:carbons:2"],
    ["disco#i", "http://jabber.org/protocol/disco#info"],
    ["multi-user ch", "http://jabber.org/protocol/muc"],
  ])("that %s may mean begin with %s", async (typed, namespace) => {
    const items = await complete(plain, `<message><x xmlns='${typed}|'/></message>`);
    expect(items[0]?.label).toBe(namespace);
    // The filter text begins with the typed text, so that no item is scored above another.
    for (const { label, filterText = label } of items) {
      expect(filterText.toLowerCase().startsWith(typed.toLowerCase()), label).toBe(true);
    }
  });

  it("are ordered by number, short name, address and title; then by status", async () => {
    const offered = await labels(plain, "<message><x xmlns='pubsub|'/></message>");
    const places = [PUBSUB, "urn:xmpp:pubsub-attachments:1", "urn:xmpp:openpgp:pubsub:0"].map(
      (one) => offered.indexOf(one),
    );
    expect(places[0]).toBe(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const all = await labels(plain, "<message><x xmlns='http://jabber.org/protocol/|'/></message>");
    expect(all.every((one) => one.startsWith("http://jabber.org/protocol/"))).toBe(true);
    const statuses = all.map((one) => findNamespace(one)!.extension.status);
    expect(new Set(statuses.slice(0, 25))).toEqual(new Set(["Final", "Stable", "Active"]));
    expect(statuses.indexOf("Experimental")).toBeLessThan(statuses.indexOf("Deferred"));
  });

  it("are a list that more text makes another, also after a slash", async () => {
    const written = "<message><x xmlns='http:/|'/></message>";
    const { text, position } = withCursor(written);
    await plain.open(text, "file:///search.stanza");
    const answer = await plain.connection.sendRequest("textDocument/completion", {
      textDocument: { uri: "file:///search.stanza" },
      position,
      context: { triggerKind: 2, triggerCharacter: "/" },
    });
    expect(answer).toMatchObject({ isIncomplete: true });
    const offered = (await complete(plain, written, "xmpp-stanza", "/")).map(({ label }) => label);
    expect(offered).toContain(PUBSUB);
    expect(offered.filter((one) => !one.startsWith("http:/"))).toEqual([]);
  });

  it("are all offered where the text means none, for the client to compare", async () => {
    const offered = await labels(plain, "<message><x xmlns='dscinfo|'/></message>");
    expect(offered).toContain("http://jabber.org/protocol/disco#info");
    expect(offered).toContain(PUBSUB);
  });

  it("are first those that have the element's name, and last those that are no more", async () => {
    const order = await labels(plain, "<iq type='get'><ping xmlns='|'/></iq>");
    expect(order[0]).toBe("urn:xmpp:ping");
    expect(order.indexOf("jabber:iq:version")).toBeLessThan(order.indexOf("urn:xmpp:carbons:0"));
  });

  it("of an application-specific condition are those that have one, its own first", async () => {
    const items = await complete(plain, inError(`${NOT_FOUND}<unknown-session xmlns='|'/>`));
    expect(items[0]?.label).toBe("urn:xmpp:jingle:errors:1");
    expect(preselected(items)).toEqual(["urn:xmpp:jingle:errors:1"]);
    expect(items.map(({ label }) => label)).not.toContain("urn:xmpp:ping");
    const about = inError("<own xmlns='|'/>").replace("\n", `\n  <pubsub xmlns='${PUBSUB}'/>\n`);
    expect((await labels(plain, about))[0]).toBe(ERRORS);
  });

  it("are not offered outside of stanzas", async () => {
    expect(await labels(plain, "<log xmlns='|'>\n<iq/></log>")).toEqual([]);
  });
});
