import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rules } from "../../server/core/rules";
import {
  CHECK_REQUEST,
  DIAGNOSE_REQUEST,
  RULES_REQUEST,
  type RuleInfo,
} from "../../server/protocol/protocol";
import { pullingClient, Session, URI } from "./support";

const text = `C: before
<iq type='error' id='a1'><error>
  <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
</error></iq>
<message><body>not closed</message>
<presence type='error'><error type='auth'><forbiden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
`;

let session: Session;
beforeEach(async () => {
  session = await Session.start(pullingClient);
});
afterEach(() => session.dispose());

const ask = (request: string, parameters?: object): Promise<unknown> =>
  session.connection.sendRequest(request, parameters);

describe("a text that is not open", () => {
  it("is answered as the command line prints it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "checks-"));
    try {
      const file = join(folder, "a.stanza");
      writeFileSync(file, text);
      const run = () => execFileSync("node", ["dist/cli.js", "check", "--format", "json", file]);
      let printed = "";
      try {
        run();
      } catch (error) {
        // It ends with 1, as it should with errors found.
        printed = (error as { stdout: Buffer }).stdout.toString();
      }
      const findings = await ask(CHECK_REQUEST, { text, file });
      expect(findings).toEqual(JSON.parse(printed));
      expect(findings).toMatchObject([
        {
          rule: "error-type-missing",
          line: 2,
          column: 27,
          stanzaLine: 2,
        },
        { rule: "xml-not-well-formed" },
        { rule: "condition-unknown", documentation: expect.stringContaining("condition-unknown") },
      ]);
      const [{ fixes }] = findings as [{ fixes: object[] }];
      expect(fixes[0]).toEqual({
        title: "Insert type='cancel' (do not retry)",
        preferred: true,
        safe: true,
        edits: [{ line: 2, column: 32, endLine: 2, endColumn: 32, newText: " type='cancel'" }],
      });
      expect(fixes).toHaveLength(5);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("is checked with the settings for its address", async () => {
    session.settings = { rules: { "error-type-missing": "off", "condition-unknown": "warning" } };
    expect(await ask(CHECK_REQUEST, { text, uri: URI })).toMatchObject([
      { rule: "xml-not-well-formed" },
      { rule: "condition-unknown", severity: "warning" },
    ]);
  });

  it("has the diagnostics that it has when it is open", async () => {
    const closed = await ask(DIAGNOSE_REQUEST, { text, uri: URI });
    await session.open(text);
    expect(closed).toEqual(await session.diagnostics());
    expect(closed).toHaveLength(3);
  });

  it("leaves an open document alone", async () => {
    await session.open("<presence/>");
    expect(await ask(DIAGNOSE_REQUEST, { text, uri: URI })).toHaveLength(3);
    expect(await session.diagnostics()).toEqual([]);
  });

  it("may be anything", async () => {
    for (const one of ["", "<", "\0", "<iq", "]]>".repeat(1000)]) {
      expect(await ask(CHECK_REQUEST, { text: one })).toBeInstanceOf(Array);
      expect(await ask(DIAGNOSE_REQUEST, { text: one })).toBeInstanceOf(Array);
    }
    // A request that makes no sense is logged, and its answer says that there is none.
    expect(await ask(CHECK_REQUEST, {})).toBeNull();
    expect(session.logged.join()).toContain(CHECK_REQUEST);
  });
});

describe("the list of rules", () => {
  it("has each, in their order, with its page", async () => {
    const infos = (await ask(RULES_REQUEST)) as RuleInfo[];
    expect(infos.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { id, group, summary, page } of infos) {
      expect(page).toContain(`/${id}.md`);
      expect([group, summary]).not.toContain("");
    }
  });
});
