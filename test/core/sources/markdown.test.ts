/** Markdown and reStructuredText: which blocks are scopes, and how they are repaired in place. */

import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../server/core/rules/edits";
import markdown from "../../../server/core/sources/markdown";
import {
  expectMarked,
  openSource,
  proveRobust,
  proveRoundTrip,
  regionTexts,
} from "../../support/sources";

const texts = (text: string) => regionTexts(text, markdown);
const rst = { path: "a/b.rst" };

describe("the blocks of Markdown", () => {
  it("are fences of XML, and of no language where they begin with one", () => {
    const fence = (info: string, code: string) => `\`\`\`${info}\n${code}\n\`\`\`\n\n`;
    const iq = "<iq/>";
    for (const info of ["", "xml", "XML title=a", "xmpp", "xmpp-stanza", "{.xml .numbered}"]) {
      expect(texts(`Text:\n\n${fence(info, iq)}`), info).toEqual([iq]);
    }
    for (const info of ["html", "xmlrpc", "js", "xml-foo"]) {
      expect(texts(fence(info, iq)), info).toEqual([]);
    }
    for (const info of ["{#id .xml}", "{code-block} xml", "language-xml", "Stanza", "text/xml"]) {
      expect(texts(fence(info, `words ${iq}`)), info).toEqual([`words ${iq}`]);
    }
    expect(texts(fence("xml", "<a><b/></a>"))).toEqual([]);
    expect(texts(fence("xml", "<?xml version='1.0'?>\n<!-- a -->\nC: <iq/>"))).toHaveLength(1);
    expect(texts("An `<iq/>` and\n<iq/>\n\n<iq/>\n")).toEqual([]);
  });

  it("are fences of text with a stream, a wrapper, or the lines of a log", () => {
    const stanza = "<message to='ann@one.example'/>";
    const heads = [
      "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>\n",
      "<?xml version='1.0'?>\n<enable xmlns='urn:xmpp:sm:3'/>\n",
      "<body xmlns='http://jabber.org/protocol/httpbind'>",
      "Connected to one.example.\n",
      "INFO connected\nDEBUG net: SENT: ",
      "POST /http-bind HTTP/1.1\nHost: one.example\n\n",
    ];
    for (const info of ["", "text", "log", "{.txt}"]) {
      for (const head of heads) {
        const [text] = texts(`\`\`\`${info}\n${head}${stanza}\n\`\`\`\n`);
        expect(text, `${info}: ${head}`).toContain(stanza);
      }
      expect(texts(`\`\`\`${info}\nSend a ${stanza} and wait.\n\`\`\`\n`), info).toEqual([]);
    }
    for (const head of heads) expect(texts(`\`\`\`sh\n${head}${stanza}\n\`\`\`\n`)).toEqual([]);
  });

  it("are fences in admonitions and tabs, which the parser takes for code or a paragraph", () => {
    const iq = "<iq>\n  <b/>\n\n</iq>";
    const inside = (indentation: string, info = "xml") =>
      `\`\`\`${info}\n${iq}\n\`\`\`\n`.replace(/^(?=.)/gm, indentation);
    expect(texts(`!!! note "a"\n\n    Words.\n\n${inside("    ")}\nb\n`)).toEqual([iq]);
    expect(texts(`??? tip\n${inside("    ")}`)).toEqual([iq]);
    expect(texts(`=== "One"\n\n    !!! note\n\n${inside("        ", "")}`)).toEqual([iq]);
    expect(texts(`=== "One"\n\n${inside("    ")}\n=== "Two"\n\n${inside("    ")}`)).toEqual([
      iq,
      iq,
    ]);
    expect(texts(`> !!! note\n>\n${inside("    ").replace(/^/gm, "> ")}`)).toEqual([iq]);
    expect(texts(`!!! note\n\n${inside("    ", "python")}`)).toEqual([]);
    expect(texts("!!! note\n\n    ```xml\n    <iq/>\n\nb <message/>\n")).toEqual(["<iq/>"]);
  });

  it("are indented code too, and fences of tildes, of any length, never closed", () => {
    expect(texts("a\n\n    <iq>\n      <b/>\n\n    </iq>\n\nb")).toEqual(["<iq>\n  <b/>\n\n</iq>"]);
    expect(texts("~~~~ xml\n<iq/>\n~~~\n<message/>\n~~~~\n")).toEqual(["<iq/>\n~~~\n<message/>"]);
    expect(texts("```\n<iq/>\n")).toEqual(["<iq/>"]);
  });

  it("are without the marks of the enclosing quotation or list", () => {
    expect(texts("1. a\n\n   ```xml\n   <iq>\n     <b/>\n   </iq>\n   ```\n")).toEqual([
      "<iq>\n  <b/>\n</iq>",
    ]);
    expect(texts("> - ```\r\n>   <iq>\r\n>     <b/>\r\n>   </iq>\r\n>   ```\r\n")).toEqual([
      "<iq>\r\n  <b/>\r\n</iq>",
    ]);
    expect(texts("> ```xml\n> S: <iq>\n> S:   <b/>\n> S: </iq>\n> ```")).toEqual([
      "<iq>\n  <b/>\n</iq>",
    ]);
  });
});

describe("findings in Markdown", () => {
  it("stand at their place in a quotation in a list", () => {
    expectMarked(
      `# 👩‍👩‍👧\r
- > \`\`\`xml\r
  > <⟦iq⟧{iq-id-missing} type='get'>\r
  >   <ping xmlns='urn:xmpp:ping'/>\r
  > </iq>\r
  > <message type='⟦chart⟧{stanza-type-invalid}'/>\r
  > \`\`\`\r
`,
      markdown,
    );
  });

  it("are none for sketches", () => {
    expectMarked(
      "```xml\n<iq/>\n<message><c ver='x' .../></message>\n<presence ...>\n</presence>\n```\n",
      markdown,
    );
    expectMarked(
      "```xml\n<message to='x'\n  ...\n</message>\n<message ⟦/⟧{xml-not-well-formed} ...></message>\n```",
      markdown,
    );
  });

  it("are silenced by comments between blocks, which are reported if they have no effect", () => {
    const iq = "```xml\n<iq type='get' id='1'/>\n```\n";
    expectMarked(`<!-- xmpp-stanza-expect iq-payload: shown -->\n\n${iq}`, markdown);
    expectMarked(`<!--xmpp-stanza-disable-next-line iq-payload-->\n${iq}`, markdown);
    expectMarked(
      `<!-- xmpp-stanza-expect ⟦jid-invalid⟧{suppression-unused}, iq-payload -->\n${iq}`,
      markdown,
    );
  });
});

describe("findings in Markdown that was not read before", () => {
  it("stand at their places in an admonition", () => {
    expectMarked(
      "!!! note\n\n    ```xml\n    <⟦iq⟧{iq-id-missing} type='get'>\n      <ping xmlns='urn:xmpp:ping'/>\n    </iq>\n    ```\n",
      markdown,
    );
  });

  it("stand at their places in a log with escaped quotes", () => {
    expectMarked(
      '```\nGot: "<⟦iq⟧{iq-id-missing} type=\\"result\\" from=\\"one.example\\"/>"\n```\n',
      markdown,
    );
  });
});

describe("repairs in Markdown", () => {
  it("keep the marks on every line", () => {
    const text =
      "> - ```xml\n>   <message type='error'>\n>     <body>a</body>\n>   </message>\n>   ```\n";
    const open = openSource(text, markdown);
    const [found] = open.findings();
    const [fix] = open.fixes(found!);
    expect(applyEdits(text, fix!.edits)).toMatch(
      /^> - ```xml\n(?:> {3}.*\n)+> {5}<error type='[a-z]+'>\n> {7}<[a-z-]+ xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'\/>\n> {5}<\/error>\n> {3}<\/message>\n> {3}```\n$/,
    );
  });

  it("remove a comment between blocks", () => {
    const text = "<!-- xmpp-stanza-expect iq-id-missing -->\n\n```xml\n<message/>\n```\n";
    const open = openSource(text, markdown);
    const [fix] = open.fixes(open.findings()[0]!);
    expect(applyEdits(text, fix!.edits).trimStart()).toBe("```xml\n<message/>\n```\n");
  });

  it("are kept from each other by nothing", () => {
    const fence = "```xml\n<message><body>a & b</body></message>\n```\n";
    const open = openSource(`${fence}\n- a\n\n  ${fence.replaceAll("\n", "\n  ")}`, markdown);
    const text = applyEdits(open.text, open.repairs());
    expect(text).toBe(open.text.replaceAll("&", "&amp;"));
  });
});

describe("the blocks of reStructuredText", () => {
  const texts = (text: string) => regionTexts(text, markdown, rst);

  it("are the bodies of directives and of literal blocks after two colons", () => {
    expect(texts("A::\n\n  <iq>\n\n  </iq>\n\nb <iq/>")).toEqual(["  <iq>\n\n  </iq>"]);
    expect(texts(".. code-block:: xml\n   :linenos:\n\n   <iq/>\n\nb\n")).toEqual(["   <iq/>"]);
    expect(texts(".. code-block:: python\n\n   <iq/>\n")).toEqual([]);
    expect(texts(".. note::\n\n   <iq/>\n")).toEqual([]);
    expect(texts("::\n\n  text <iq/>\n")).toEqual([]);
  });

  it("are checked and repaired in place", () => {
    const marked = `.. xmpp-stanza-expect iq-id-missing

.. code:: xml\r

   <iq type='get'>\r
     <a xmlns='⟦&⟧{xml-not-well-formed}'/>\r
   </iq>\r
`;
    const open = expectMarked(marked, markdown, rst);
    expect(applyEdits(open.text, open.repairs())).toContain("<a xmlns='&amp;'/>");
  });
});

const stanzas = (prefix: string) =>
  [
    "<iq type='get'>",
    "  <query xmlns='urn:x'/>",
    "</iq>",
    "<message type='chart'><body>a & b</body></message>",
    "<message type='error'>",
    "  <error><gone/></error>",
    "</message>",
  ]
    .map((line) => `${prefix}${line}\n`)
    .join("");

const hosts = [
  `# a\n\n\`\`\`xml\n${stanzas("")}\`\`\`\n\n- > \`\`\`\n${stanzas("  > ")}  > \`\`\`\n`,
  `<!-- xmpp-stanza-expect iq-payload -->\n\n    ${stanzas("    ").trimStart()}\nb\n`,
  `1. a\n\n   ~~~xmpp\n${stanzas("   C: ")}   ~~~\n`.replaceAll("\n", "\r\n"),
];
const literal = `a::\n\n${stanzas("   ")}\nb\n\n.. code:: xml\n\n${stanzas("\t")}`;

describe("fixes in Markdown", () => {
  it("give the stanza that they give without it", () => {
    const proved = hosts.map((host) => proveRoundTrip(openSource(host, markdown)));
    proved.push(proveRoundTrip(openSource(literal, markdown, rst)));
    expect(proved.map(({ fixes, written }) => fixes - written)).toEqual([0, 0, 0, 0]);
    expect(proved.map(({ written }) => written > 5)).toEqual([true, true, true, true]);
  });
});

describe("Markdown that is broken", () => {
  it("is read as far as it goes, with places within it", () => {
    const fragments = ["```", "~~~", "> ", "- ", "\t", "    ", "\n\n", "C: ", "\r\n> "];
    proveRobust(markdown, hosts, fragments);
    proveRobust(markdown, [literal], ["::\n", ".. code::", "  ", "\n", ".. "], rst);
  });
});
