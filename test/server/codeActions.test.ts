import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CodeActionKind } from "vscode-languageserver/node";
import { conditions } from "../../server/core/xmpp/conditions";
import { applied, pullingClient, rangeOf, Session } from "./support";

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";
const errorReply = (condition: string) => `<message type='error' id='a1'>
  <error>
    <${condition} xmlns='${STANZAS}'/>
    <detail xmlns='http://example.org/detail'/>
  </error>
</message>
`;

let session: Session;
beforeEach(async () => {
  session = await Session.start(pullingClient);
});
afterEach(() => session.dispose());

describe("the quick fix for a missing error type", () => {
  for (const { name, expectedTypes } of conditions) {
    it(`inserts ${expectedTypes[0]} for ${name} as the preferred one`, async () => {
      const text = errorReply(name);
      await session.open(text);
      const actions = await session.actions(rangeOf(text, "error>"));
      const preferred = actions.filter((action) => action.isPreferred);
      expect(preferred).toHaveLength(1);
      const repaired = applied(text, preferred[0]!);
      expect(repaired).toBe(text.replace("<error>", `<error type='${expectedTypes[0]}'>`));
      await session.change(2, [{ text: repaired }]);
      const left = (await session.diagnostics()).map(({ code }) => code);
      expect(left).not.toContain("error-type-missing");
      expect(left).not.toContain("error-type-unusual");
    });
  }

  it("offers the other four types after it, each with its meaning", async () => {
    const text = errorReply("policy-violation");
    await session.open(text);
    const titles = (await session.actions(rangeOf(text, "error>"))).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith("Insert type="))).toEqual([
      "Insert type='modify' (retry after changing the data)",
      "Insert type='wait' (retry later)",
      "Insert type='auth' (retry after providing credentials)",
      "Insert type='cancel' (do not retry)",
      "Insert type='continue' (only a warning)",
    ]);
  });
});

describe("the quick fixes for an unknown condition", () => {
  it.each([
    ["not-implemented", "feature-not-implemented"],
    ["server-error", "internal-server-error"],
    ["malformed-jid", "jid-malformed"],
  ])("are all 22 for %s, %s first and preferred", async (name, first) => {
    const text = errorReply(name).replace("<error>", "<error type='cancel'>");
    await session.open(text);
    const actions = await session.actions(rangeOf(text, name));
    const changes = actions.filter(({ title }) => title.startsWith("Change to "));
    const offered = changes.map(({ title }) => title.slice("Change to ".length));
    expect([...offered].sort()).toEqual(conditions.map((condition) => condition.name).sort());
    expect([offered[0], offered.at(-1)]).toEqual([first, "undefined-condition"]);
    expect(actions.filter(({ isPreferred }) => isPreferred)).toEqual([changes[0]]);
    expect(applied(text, changes[0]!)).toBe(text.replace(name, first));
  });

  it("give a missing type too, that of the condition that was meant", async () => {
    const text = errorReply("timeout");
    await session.open(text);
    const [insertion] = await session.actions(rangeOf(text, "error>"));
    expect(insertion?.title).toBe("Insert type='wait' (retry later)");
    expect(insertion?.isPreferred).toBe(true);
  });
});

describe("code actions", () => {
  const text = errorReply("conflict");

  it("carry the diagnostic that they repair, as the client has it", async () => {
    await session.open(text);
    const diagnostics = await session.diagnostics();
    const actions = await session.actions(rangeOf(text, "error>"), { diagnostics });
    expect(actions[0]?.diagnostics).toEqual([diagnostics[0]]);
  });

  it("are filtered by the kind that is asked for", async () => {
    await session.open(text);
    const range = rangeOf(text, "error>");
    expect(await session.actions(range, { only: [CodeActionKind.Refactor] })).toEqual([]);
    const all = await session.actions(range, { only: [CodeActionKind.SourceFixAll] });
    expect(all.map(({ kind }) => kind)).toEqual(["source.fixAll.xmppStanza"]);
    const quick = await session.actions(range, { only: [CodeActionKind.QuickFix] });
    expect(new Set(quick.map(({ kind }) => kind))).toEqual(new Set([CodeActionKind.QuickFix]));
  });

  it("repair everything with a single right fix by source.fixAll", async () => {
    const two = errorReply("conflict") + errorReply("policy-violation");
    await session.open(two);
    const [all] = await session.actions(rangeOf(two, "error>"), {
      only: [CodeActionKind.SourceFixAll],
    });
    expect(applied(two, all!)).toBe(two.replace("<error>", "<error type='cancel'>"));
  });

  it("repair all findings of a rule, with an edit made when it is chosen", async () => {
    const two = errorReply("conflict") + errorReply("policy-violation");
    await session.open(two);
    const actions = await session.actions(rangeOf(two, "error>"));
    const all = actions.find(({ title }) => title === "Fix all error-type-missing in this file");
    expect(all?.edit).toBeUndefined();
    expect(applied(two, await session.resolve(all!))).toBe(
      two.replace("<error>", "<error type='cancel'>").replace("<error>", "<error type='modify'>"),
    );
  });

  it("open the rule's page", async () => {
    await session.open(text);
    const actions = await session.actions(rangeOf(text, "error>"));
    const open = actions.find(({ command }) => command);
    await session.connection.sendRequest("workspace/executeCommand", {
      command: open?.command?.command,
      arguments: open?.command?.arguments,
    });
    expect(session.shown).toEqual([expect.stringMatching(/\/error-type-missing\.md$/)]);
  });

  it("are none where nothing was found", async () => {
    await session.open(text);
    expect(await session.actions(rangeOf(text, "message"))).toEqual([]);
  });

  it("repair all findings of a rule about several stanzas at once", async () => {
    const stale = "<!-- xmpp-stanza-expect jid-invalid -->\n<presence/>\n";
    await session.open(stale + stale);
    const actions = await session.actions(rangeOf(stale, "jid-invalid"));
    const all = actions.find(({ title }) => title === "Fix all suppression-unused in this file");
    expect(applied(stale + stale, await session.resolve(all!))).toBe("<presence/>\n<presence/>\n");
  });

  it("repair all replies of a rule", async () => {
    const pair = (
      id: string,
    ) => `<iq type='get' id='${id}' from='a.example' to='b.example'><q xmlns='x:y'/></iq>
<iq type='result' id='${id}' from='c.example' to='a.example'/>
`;
    const wrong = pair("1") + pair("2");
    await session.open(wrong);
    const actions = await session.actions(rangeOf(wrong, "c.example"));
    const all = actions.find(({ title }) => title === "Fix all reply-address in this file");
    expect(applied(wrong, await session.resolve(all!))).toBe(
      wrong.replaceAll("c.example", "b.example"),
    );
  });
});

describe("comments that silence a finding in a log", () => {
  const open = (text: string) => session.open(text, undefined, "log");
  const comment = (directive: string) => `<!-- xmpp-stanza-${directive} error-child-missing -->\n`;

  const logs: readonly [string, string, string][] = [
    ["direction", "RECV: <iq type='error' id='q1'/>\n", "RECV: <iq type='result' id='q2'/>\n"],
    [
      "time and level",
      "10:00:00 DEBUG x: RECV: <iq type='error' id='q1'/>\n",
      "10:00:01 DEBUG x: SEND: <presence/>\n",
    ],
  ];

  it.each(logs)(
    "stand on lines of their own above the record with its %s",
    async (_, wrong, right) => {
      const text = right + wrong + right;
      await open(text);
      const actions = await session.actions(rangeOf(text, "type='error'"));
      const after = new Map<string, string>();
      for (const action of actions) {
        if (/^(?:Suppress|Expect)/.test(action.title))
          after.set(action.title, applied(text, action));
      }
      expect(after.get("Suppress error-child-missing here")).toBe(
        right + comment("disable-next-line") + wrong + right,
      );
      expect(after.get("Suppress error-child-missing as expected in this stanza")).toBe(
        right + comment("expect") + wrong + right,
      );
      expect(after.get("Suppress error-child-missing in this file")).toBe(
        comment("disable-file") + text,
      );
      let version = 1;
      for (const silenced of after.values()) {
        await session.change(++version, [{ text: silenced }]);
        expect(await session.diagnostics()).toEqual([]);
      }
    },
  );
});
