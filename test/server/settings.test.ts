/** Settings of the reported findings and of inserted text. */

import { afterEach, describe, expect, it } from "vitest";
import { applied, pullingClient, rangeOf, Session } from "./support";

let session: Session;
afterEach(() => session.dispose());

describe("xmppStanza.maxProblems", () => {
  const text = "<iq type='result'/>\n".repeat(5);

  it("limits the diagnostics, of which the last says how many are left out", async () => {
    session = await Session.start(pullingClient, { maxProblems: 3 });
    await session.open(text);
    const [first, second, last, ...others] = await session.diagnostics();
    expect(others).toEqual([]);
    expect([first?.code, second?.code, last?.code]).toEqual([
      "iq-id-missing",
      "iq-id-missing",
      undefined,
    ]);
    expect(last?.message).toMatch(/^3 more findings/);
    expect(last?.range.start.line).toBe(2);
  });

  it("has no effect with fewer findings", async () => {
    session = await Session.start(pullingClient, { maxProblems: 5 });
    await session.open(text);
    const codes = (await session.diagnostics()).map(({ code }) => code);
    expect(codes).toEqual(Array(5).fill("iq-id-missing"));
  });
});

describe("xmppStanza.quoteStyle", () => {
  const text = `<iq type="error" id="a"><error><conflict/></error></iq>`;
  const fixed = async (quoteStyle: string) => {
    session = await Session.start(pullingClient, { quoteStyle });
    await session.open(text);
    const actions = await session.actions(rangeOf(text, "conflict"));
    return applied(text, actions.find(({ isPreferred }) => isPreferred)!);
  };

  it("follows the surrounding markup by default, and is fixed if it is set", async () => {
    expect(await fixed("auto")).toContain(`<conflict xmlns="urn:`);
    session.dispose();
    expect(await fixed("single")).toContain("<conflict xmlns='urn:");
    session.dispose();
    expect(await fixed("double")).toContain(`<conflict xmlns="urn:`);
  });

  it("applies to error replies, too", async () => {
    session = await Session.start(pullingClient, { quoteStyle: "double" });
    await session.open("<presence to='a.example'/>");
    const [action] = await session.actions(rangeOf("<presence", "presence"), {
      only: ["refactor"],
    });
    expect(applied("", action!)).toContain(`<presence type="error" from="a.example">`);
  });
});

describe("xmppStanza.textLanguage", () => {
  it("is the language of texts that are inserted", async () => {
    session = await Session.start(pullingClient, { textLanguage: "it" });
    const text =
      "<iq type='error' id='a'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>No</text></error></iq>";
    await session.open(text);
    const [action] = await session.actions(rangeOf(text, "text "));
    expect(applied(text, action!)).toContain("xml:lang='it'");
  });
});
