/** The functions of the package for programs. */

import { describe, expect, it } from "vitest";
import * as inBrowsers from "../../server/api/browser";
import {
  applyFix,
  type CheckOptions,
  check,
  checkFile,
  createErrorReply,
  type Finding,
  fixAll,
  type ReplyOptions,
  stanzas,
} from "../../server/api/index";
import type { ReportedFinding } from "../../server/core/check/report";
import { sourceNames } from "../../server/core/sources/names";
import { Folder } from "../support/commandLine";

const request =
  "<iq type='get' id='a1' from='a@example.org/b'><query xmlns='jabber:iq:roster'/></iq>";
const untyped = `<iq type='error' id='a1' to='a@example.org/b'>
  <error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>
</iq>`;

/** What JavaScript may pass, whatever the types say. */
const loose = (options: unknown) => options as CheckOptions;

describe("check", () => {
  it("finds nothing in stanzas that are right, and in texts without stanzas", () => {
    expect(check(request)).toEqual([]);
    expect(check("")).toEqual([]);
    expect(check("words")).toEqual([]);
  });

  it("gives each finding with its place and its fixes", () => {
    const found = check(untyped);
    expect(found).toMatchObject([
      {
        ...{ file: "<text>", rule: "error-type-missing", severity: "error" },
        ...{ line: 2, column: 4, endLine: 2, endColumn: 9, stanzaLine: 1 },
      },
    ]);
    expect(found[0]?.fixes[0]).toMatchObject({ preferred: true, safe: true });
  });

  it("compares the requests and replies of a text", () => {
    const found = check(
      `${request}\n${untyped.replace("to='a@", "to='c@").replace("<error>", "<error type='cancel'>")}`,
    );
    expect(found.map(({ rule }) => rule)).toEqual(["reply-address"]);
    expect(found[0]?.related).toMatchObject([{ line: 1 }]);
  });

  it("takes severities and limits", () => {
    const rules = { "error-type-missing": "warning" } as const;
    expect(check(untyped, { rules })).toMatchObject([{ severity: "warning" }]);
    expect(check(untyped, { rules: { "error-type-missing": "off" } })).toEqual([]);
    const limits = { stanzaLength: 10 };
    expect(check(untyped, { limits })).toMatchObject([{ rule: "limit-exceeded" }]);
  });

  it.each([
    ["markdown", "a.md", "# A\n\n```xml\n<iq type='get'/>\n```\n", 4],
    ["javascript", "a.ts", "const stanza = `<iq type='get'/>`;\n", 1],
    ["python", "a.py", "STANZA = \"<iq type='get'/>\"\n", 1],
    ["scansion", "a.scs", "[Client] Romeo\n\tjid: a@b\n\nRomeo sends:\n\t<iq type='get'/>\n", 5],
    ["xep", "xep.xml", "<xep><example><![CDATA[\n<iq type='get'/>\n]]></example></xep>\n", 2],
    ["transcript", "a.log", "SENT: <iq type='get'/>\nRECV: <presence/>\n", 1],
  ] as const)("reads %s by its name, or because it is told so", (source, filename, text, line) => {
    const sources = { javascript: true, python: true };
    for (const options of [{ filename, sources }, { source }]) {
      const found = check(text, options);
      expect(found.map(({ rule }) => rule)).toContain("iq-id-missing");
      expect(new Set(found.map((one) => one.line))).toEqual(new Set([line]));
    }
  });

  it("looks for stanzas in programs, unless the source is off", () => {
    const text = "const stanza = `<iq type='chart' id='1'/>`;\n";
    expect(check(text, { filename: "a.ts" })).not.toEqual([]);
    expect(check(text, { filename: "a.ts", sources: { javascript: false } })).toEqual([]);
    expect(check(`/* ${text} */`, { filename: "a.go" })).toEqual([]);
    expect(check("s := \"<iq type='chart' id='1'/>\"\n", { filename: "a.go" })).not.toEqual([]);
  });

  it.each([
    [
      { rules: { "iq-id-mising": "off" } },
      'unknown rule "iq-id-mising"; did you mean iq-id-missing?',
    ],
    [{ rules: { "iq-id-missing": "of" } }, 'severity of iq-id-missing "of"; did you mean off?'],
    [{ rules: ["iq-id-missing"] }, "expected an object with names of rules, not an array"],
    [{ rule: {} }, 'unknown option "rule"; did you mean rules?'],
    [{ configFile: false }, 'unknown option "configFile"'],
    [{ limits: { depth: 0 } }, "the limit depth must be a whole number above 0, but is 0"],
    [
      { limits: { deep: 1 } },
      'unknown limit "deep"; use one of stanzaLength, depth, attributes, findings',
    ],
    [{ sources: { python: "yes" } }, 'the source python must be true or false, but is "yes"'],
    [{ source: "cobol" }, 'unknown source "cobol"'],
    [{ filename: 1 }, "filename must be a string, but is 1"],
    [null, "expected an object with names of options, not null"],
  ])("refuses %j", (options, message) => {
    expect(() => check(request, loose(options))).toThrow(TypeError);
    expect(() => check(request, loose(options))).toThrow(message);
  });

  it("refuses what is no text", () => {
    expect(() => check(undefined as unknown as string)).toThrow("the text must be a string");
    expect(() => check(Buffer.from(request) as unknown as string)).toThrow(
      "the text must be a string, but is an object",
    );
  });
});

describe("checkFile", () => {
  it("has the configuration of the folder, and the options before it", async () => {
    using folder = new Folder({
      "xmpp-stanza.json":
        '{ "rules": { "error-type-missing": "warning", "condition-missing": "off" } }',
      "a.stanza": untyped,
    });
    const path = `${folder.path}/a.stanza`;
    expect(await checkFile(path)).toMatchObject([{ file: path, severity: "warning" }]);
    const rules = { "error-type-missing": "information" } as const;
    expect(await checkFile(path, { rules })).toMatchObject([{ severity: "information" }]);
    expect(await checkFile(path, { configFile: false })).toMatchObject([{ severity: "error" }]);
  });

  it("finds nothing in a file that is ignored", async () => {
    using folder = new Folder({ "xmpp-stanza.json": '{ "ignore": ["a.*"] }', "a.stanza": untyped });
    expect(await checkFile(`${folder.path}/a.stanza`)).toEqual([]);
  });

  it("says what is wrong with a file or a configuration, and where", async () => {
    using folder = new Folder({
      "a/xmpp-stanza.json": '{ "rules": { "no-rule": "off" } }',
      "a/a.stanza": untyped,
      "b.stanza": Uint8Array.of(0x3c, 0xff),
    });
    await expect(checkFile(`${folder.path}/a/a.stanza`)).rejects.toThrow(/json:1:14: .*no-rule/);
    await expect(checkFile(`${folder.path}/b.stanza`)).rejects.toThrow(
      "b.stanza:1:2: is not UTF-8 text",
    );
    await expect(checkFile(`${folder.path}/c.stanza`)).rejects.toThrow("c.stanza: ");
    await expect(checkFile(1 as unknown as string)).rejects.toThrow("the path must be a string");
  });

  it("says in a browser that there are no files", async () => {
    await expect(inBrowsers.checkFile("a.stanza")).rejects.toThrow("needs Node.js");
    expect(inBrowsers.check).toBe(check);
  });
});

describe("fixes", () => {
  it("are applied one by one", () => {
    const [finding] = check(untyped);
    const fixed = applyFix(untyped, finding!.fixes[0]!);
    expect(fixed).toBe(untyped.replace("<error>", "<error type='cancel'>"));
    expect(check(fixed)).toEqual([]);
  });

  it("keep the ends of lines", () => {
    const text = untyped.replaceAll("\n", "\r\n");
    expect(applyFix(text, check(text)[0]!.fixes[0]!)).toBe(
      text.replace("<error>", "<error type='cancel'>"),
    );
  });

  it("are not applied to another text", () => {
    const [{ fixes }] = check(untyped) as [Finding];
    expect(() => applyFix("<iq/>", fixes[0]!)).toThrow(RangeError);
    expect(() => applyFix("<iq/>", fixes[0]!)).toThrow("the text has no place 2:9");
  });

  it("are applied together where they are safe", () => {
    expect(fixAll(`${untyped}\n${untyped}`)).toBe(
      `${untyped}\n${untyped}`.replaceAll("<error>", "<error type='cancel'>"),
    );
    expect(fixAll(request)).toBe(request);
    expect(fixAll(untyped, { rules: { "error-type-missing": "off" } })).toBe(untyped);
  });
});

describe("stanzas", () => {
  it("are listed with the request that each answers", () => {
    expect(stanzas(`${request}\n${untyped}`, { filename: "a.xmpp" })).toEqual([
      {
        ...{ file: "a.xmpp", line: 1, kind: "iq", type: "get", id: "a1", from: "a@example.org/b" },
        payload: { name: "query", namespace: "jabber:iq:roster" },
      },
      {
        ...{ file: "a.xmpp", line: 2, kind: "iq", type: "error", id: "a1", to: "a@example.org/b" },
        ...{ condition: "conflict", answers: 1 },
      },
    ]);
  });
});

describe("createErrorReply", () => {
  it("answers the first stanza that may be answered", () => {
    const options = { condition: "gone", address: "xmpp:a@example.org", by: "example.org" };
    expect(
      createErrorReply(`${untyped}\n${request}`, { ...options, type: "cancel", text: "No." }),
    ).toBe(
      `<iq type='error' id='a1' to='a@example.org/b'>
  <error by='example.org' type='cancel'>
    <gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>xmpp:a@example.org</gone>
    <text xml:lang='en' xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>No.</text>
  </error>
</iq>`,
    );
  });

  it("repeats the payload if it is asked to, before or after the error", () => {
    const place = (payload: boolean | "before" | "after") => {
      const reply = createErrorReply(request, { condition: "conflict", payload });
      return Math.sign(
        reply.indexOf("<query xmlns='jabber:iq:roster'/>") - reply.indexOf("<error"),
      );
    };
    expect([true, "before", "after"].map((one) => place(one as "after"))).toEqual([-1, -1, 1]);
    expect(createErrorReply(request, { condition: "conflict", payload: false })).not.toContain(
      "<query",
    );
  });

  it("has the addresses, the condition of the application and the code that it is given", () => {
    const options = {
      from: "b@example.org",
      to: "c@example.org",
      app: "{urn:example}busy",
      code: "409",
    };
    const reply = createErrorReply(request, { condition: "conflict", omitId: true, ...options });
    expect(reply).toMatch(/^<iq type='error' from='b@example.org' to='c@example.org'>/);
    expect(reply).toContain("code='409'");
    expect(reply).toContain("<busy xmlns='urn:example'/>");
  });

  it.each([
    ["", { condition: "conflict" }, "There is no stanza to answer."],
    [untyped, { condition: "conflict" }, "An error must not be answered"],
    [request, { condition: "conflic" }, 'Unknown condition "conflic".'],
    [request, { condition: "conflict", type: "stop" }, 'Unknown error type "stop".'],
    [request, { condition: "conflict", lang: "en" }, 'unknown option "lang"'],
  ])("refuses %j with %j", (text, options, message) => {
    expect(() => createErrorReply(text, options as ReplyOptions)).toThrow(message);
  });
});

/** The types that are published are those of the core, written down once more without what they are made of. */
describe("the published types", () => {
  it("are those of the core", () => {
    // The compiler compares them.
    const findings: ReportedFinding[] = check(untyped);
    const back = (one: ReportedFinding): Omit<Finding, "rule"> => one;
    const names: readonly NonNullable<CheckOptions["source"]>[] = sourceNames;
    expect([findings.map(back).length, names.length]).toEqual([1, 25]);
  });
});
