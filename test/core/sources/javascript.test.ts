// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are JavaScript that holds templates.
/** JavaScript and TypeScript: which literals are regions, and how repairs are escaped in them. */

import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../server/core/rules/edits";
import javascript from "../../../server/core/sources/javascript";
import {
  expectMarked,
  openSource,
  proveRobust,
  proveRoundTrip,
  regionTexts,
} from "../../support/sources";

const texts = (text: string, path = "a.ts") => regionTexts(text, javascript, { path });

describe("the literals of JavaScript", () => {
  it("are regions where they begin with a stanza, or have a tag of XML and hold one", () => {
    expect(texts("f('<iq/>', \"<p><iq/></p>\", `\n <message/>`, `x <iq/>`);")).toEqual([
      "<iq/>",
      "\n <message/>",
    ]);
    expect(texts("stx`<a><iq/></a>`; m.html`<iq/>`; svg`<iq/>`; String.raw`<iq/>`")).toEqual([
      "<a><iq/></a>",
      "<iq/>",
    ]);
    expect(texts("// '<iq/>'\n/* '<iq/>' */ const r = /'<iq>'/; // '")).toEqual([]);
  });

  it("have placeholders for substitutions", () => {
    expect(texts("`<iq id='${f(`<iq/>`)}'>${'}'}</iq>`")).toEqual(["<iq id='{…}'>{…}</iq>"]);
    expect(texts('y + \'<iq id="\' + x.y() + `">${z}` + "</iq>" + 1')).toEqual([
      '<iq id="{…}">{…}</iq>{…}',
    ]);
    for (const sum of ["'<iq>' + x + '</iq>' === y", "y == '<iq>' + x + '</iq>'"]) {
      expect(texts(`f(${sum})`), sum).toEqual(["<iq>{…}</iq>"]);
    }
  });

  it("are regions where they are a part of a stream with a stanza in it", () => {
    const body = "<body rid='1' xmlns='http://jabber.org/protocol/httpbind'>";
    expect(texts(`f("${body}<iq/></body>", "${body}</body>", "<body><iq/></body>")`)).toEqual([
      `${body}<iq/></body>`,
    ]);
    expect(
      texts("f('<stream:stream>' + '<success xmlns=\"urn:ietf:params:xml:ns:xmpp-sasl\"/><iq/>')"),
    ).toEqual(['<success xmlns="urn:ietf:params:xml:ns:xmpp-sasl"/><iq/>']);
  });

  it("are read with their escapes resolved", () => {
    expect(texts("'<iq a=\\'\\x41\\u0042\\u{1F600}\\n\\\n\\q\\0\\'/>'")).toEqual([
      "<iq a='AB😀\nq\0'/>",
    ]);
    expect(texts("'<iq a=\"\\X41\\U0042\\xe9\\xE9\"/>'")).toEqual(['<iq a="X41U0042éé"/>']);
    expect(texts("`<iq>\\`\\${}\\\\</iq>`")).toEqual(["<iq>`${}\\</iq>"]);
  });

  it("are found in all dialects", () => {
    expect(texts("const a = <T,>(b: T): b is T => `<iq/>`;")).toEqual(["<iq/>"]);
    expect(texts("const a = <p>{`<iq/>`}it's</p>;", "a.jsx")).toEqual(["<iq/>"]);
    expect(texts("const a: X = <p>{`<iq/>`}it's</p>;", "a.tsx")).toEqual(["<iq/>"]);
  });
});

describe("findings in JavaScript", () => {
  it("stand at their place between escapes", () => {
    expectMarked(
      "const 👩 = '<message \\\n  type=\\'⟦ch\\x61rt⟧{stanza-type-invalid}\\'/><⟦iq⟧{iq-payload} type=\\'get\\' id=\\'' + 1 + '\\'/>';\r\n",
      javascript,
    );
  });

  it("are none for sketches, holes in a tag, and pieces", () => {
    expectMarked(
      "a(stx`<iq/>`, `<iq ${all}/>`, `<iq type='get' .../>`, '<iq>'); s += '<message to=\"'; '</iq>'",
      javascript,
    );
  });

  it("are silenced by comments", () => {
    expectMarked(
      "// xmpp-stanza-disable-next-line iq-payload: shown\nf(`<iq type='get' id='1'/>`);\n/* xmpp-stanza-expect ⟦jid-invalid⟧{suppression-unused} */\nf('<message/>')",
      javascript,
    );
  });
});

const hosts = [
  "/* xmpp-stanza-expect iq-id-missing */\nconst a = stx`\n  <message type='error'>\n    <body>${x}</body>\n  </message>`;\nf('<iq type=\\'get\\'>\\n</iq>');",
  "const b = '<message type=\"error\">' +\n  \"<error \" + 'type=\\'x\\'><gone/>' + x + `</error>` + '</message>';\r\nf(`<message type='chart'/>`);",
];

describe("repairs in JavaScript", () => {
  it("are escaped as their literal needs it", () => {
    const repaired = (text: string) => {
      const open = openSource(text, javascript);
      return applyEdits(text, open.fixes(open.findings()[0]!)[0]!.edits);
    };
    const error = "<message type=\\'error\\'/>";
    expect(repaired(`f('${error}')`)).toMatch(
      /^f\('<message type=\\'error\\'>.*xmlns=\\'urn.*'\)$/,
    );
    expect(repaired(`f('${error}')`)).not.toMatch(/[^\\(]'.*[^\\]'\)$/);
    const [region] = javascript.read("`<iq/>` + '<iq/>'", {});
    expect(region?.write({ span: { start: 1, end: 1 }, newText: "`$\\${" })?.[0]?.newText).toBe(
      "\\`$\\\\\\${",
    );
    expect(region?.write({ span: { start: 6, end: 6 }, newText: "'\n\\" })?.[0]?.newText).toBe(
      "\\'\\n\\\\",
    );
  });

  it("give the stanza that they give without it", () => {
    const proved = hosts.map((host) => proveRoundTrip(openSource(host, javascript)));
    expect(proved.map(({ fixes, written }) => fixes - written)).toEqual([0, 0]);
    expect(proved.map(({ written }) => written > 1)).toEqual([true, true]);
  });
});

describe("JavaScript that is broken", () => {
  it("is read as far as it goes, with places within it", () => {
    proveRobust(javascript, hosts, [
      "`",
      "'",
      '"',
      "\\",
      "${",
      "}",
      " + ",
      "/*",
      "//",
      "\\u{",
      "\n",
    ]);
  });
});
