/** XEP sources: which blocks are scopes, where their findings stand, and how they are repaired. */

import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../server/core/rules/edits";
import { readEntities } from "../../../server/core/sources/entityDeclarations";
import xep from "../../../server/core/sources/xep";
import {
  expectMarked,
  openSource,
  pairsOf,
  proveRobust,
  proveRoundTrip,
  regionTexts,
} from "../../support/sources";

const head = `<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE xep SYSTEM 'xep.dtd' [
  <!ENTITY % ents SYSTEM 'xep.ent'>
  <!ENTITY ns 'urn:xmpp:example:0'>
  <!-- <!ENTITY old 'never'> -->
  <!ENTITY bracket "a ]b">
  <!ENTITY shown "&lt;x xmlns='&ns;'/&gt;">
  <!ENTITY loop "&loop;">
%ents;
]>
<?xml-stylesheet type='text/xsl' href='xep.xsl'?>
`;

const document = (content: string) => `${head}<xep>\n<section1>${content}</section1>\n</xep>\n`;
const texts = (content: string) => regionTexts(document(content), xep);

describe("the blocks of a XEP", () => {
  it("are the text of a CDATA section", () => {
    expect(
      texts("<p>An <tt>&lt;iq/&gt;</tt>.</p><example caption='1'><![CDATA[\n<iq/>\n]]></example>"),
    ).toEqual(["\n<iq/>\n"]);
    expect(texts("<code class='x'>\n <![CDATA[<message/>]]>\n</code>")).toEqual(["<message/>"]);
  });

  it("are one text with several sections and text between them", () => {
    expect(
      texts("<code><![CDATA[<iq xmlns:a=']]>&ns;<![CDATA['><b/]]>&gt;<![CDATA[</iq>]]></code>"),
    ).toEqual(["<iq xmlns:a='urn:xmpp:example:0'><b/></iq>"]);
  });

  it("are one scope for each section where a line break parts them", () => {
    expect(texts("<example><![CDATA[<iq/>]]>\n  <![CDATA[<message/>]]></example>")).toEqual([
      "<iq/>",
      "<message/>",
    ]);
    expect(texts("<example><![CDATA[<iq/>]]> <![CDATA[<message/>]]></example>")).toEqual([
      "<iq/> <message/>",
    ]);
  });

  it("are their content with references resolved where there is no section", () => {
    expect(
      texts("<code>&lt;message to=&quot;a&#x62;&#99;&quot;&gt;&shown;&#60;/message&#62;</code>"),
    ).toEqual([`<message to="abc"><x xmlns='urn:xmpp:example:0'/></message>`]);
  });

  it("hold placeholders for undeclared entities, and for endless ones", () => {
    const text = "<code>&lt;iq id='&other;&old;&loop;&#xD800;'/&gt;</code>";
    expect(texts(text)).toEqual(["<iq id='{other}{old}{loop}\ufffd'/>"]);
    expect(
      regionTexts(document(text), xep, {
        entities: readEntities("<!ENTITY other 'known'><!ENTITY ns 'not asked'>"),
      }),
    ).toEqual(["<iq id='known{old}{loop}\ufffd'/>"]);
  });

  it("do not exceed the maximum length of a string, however long entities are", () => {
    const long = `<!DOCTYPE xep [<!ENTITY a '${"x".repeat(20_000)}'>]>`;
    const [text] = regionTexts(
      `${long}<xep><code>&lt;iq/>${"&a;".repeat(30_000)}</code></xep>`,
      xep,
    );
    // No regular expression: its loops over this length exceed the stack on some runs.
    const expanded = text!.lastIndexOf("x") + 1;
    expect(expanded).toBeGreaterThan("<iq/>".length);
    expect(text!.slice(0, expanded).replaceAll("x", "")).toBe("<iq/>");
    expect(text!.length).toBeGreaterThan(expanded);
    expect(text!.slice(expanded).replaceAll("{a}", "")).toBe("");
  });

  it("are not read in comments, or without a stanza", () => {
    expect(texts("<!-- <code><![CDATA[<iq/>]]></code> --><code><![CDATA[<c/>]]></code>")).toEqual(
      [],
    );
    expect(texts("<code/><example><!-- <![CDATA[<iq/>]]> --></example>")).toEqual([]);
  });

  it("are read as far as they are typed", () => {
    expect(texts("<code><![CDATA[<iq")).toEqual([]);
    expect(texts("<example><![CDATA[<iq>]]")).toHaveLength(1);
    expect(texts("<example>&lt;iq>&am")).toHaveLength(1);
  });
});

describe("directions in the examples of a XEP", () => {
  const talk = `<example><![CDATA[
U: <iq type='get'
U:     to='one.example' id='1'>
U:   <a xmlns='b'/>
U: </iq>
S: <⟦iq⟧{iq-id-missing} type='result'
S:     to='ann@one.example'/>
]]></example>`;

  it("are removed from stanzas if more than half of the lines have a direction", () => {
    expectMarked(document(talk), xep);
    expectMarked(document(talk.replaceAll("U:", "C:").replaceAll("S:", "RECV:")), xep);
    const escaped =
      "<example>\nC: &lt;message\nC:   type='⟦chart⟧{stanza-type-invalid}'/&gt;\n</example>";
    expectMarked(document(escaped), xep);
  });

  it("stay if fewer lines have a direction, and state the senders", () => {
    const text =
      "\nC: <iq type='get'\n  id='1'>\n  <a xmlns='b'/>\n</iq>\nS: <iq type='result'\n  id='1'/>\n";
    const host = document(`<example><![CDATA[${text}]]></example>`);
    expect(regionTexts(host, xep)).toEqual([text]);
    const [pairs] = pairsOf(openSource(host, xep));
    expect(pairs?.passages.map((one) => one?.sender)).toEqual(["client", "server"]);
  });

  it("are written before each line that a fix adds", () => {
    const host = document(
      "<example><![CDATA[\nS: <message type='error'>\nS:   <body>a</body>\nS: </message>\n]]></example>",
    );
    const open = openSource(host, xep);
    const [fix] = open.fixes(open.findings()[0]!);
    const lines = applyEdits(host, fix!.edits).split("\n");
    const added = lines.slice(
      lines.indexOf("S: <message type='error'>"),
      lines.indexOf("S: </message>"),
    );
    expect(added.length).toBeGreaterThan(3);
    expect(added.filter((line) => !line.startsWith("S: "))).toEqual([]);
    expect(proveRoundTrip(open).written).toBeGreaterThan(3);
  });
});

describe("findings in a XEP", () => {
  it("have their places in a section", () => {
    expectMarked(
      document(`<example><![CDATA[
<⟦iq⟧{iq-id-missing} type='get'><ping xmlns='urn:xmpp:ping'/></iq>
<!-- between 👩‍👩‍👧 -->\r
<message type='⟦chart⟧{stanza-type-invalid}'/>
]]></example>`),
      xep,
    );
  });

  it("have their places between references, and cover a whole reference", () => {
    expectMarked(
      document(`<code>&lt;message type='⟦error⟧{error-child-missing}'&gt;
  &lt;body>&amp;amp;&lt;/body>&lt;/message&gt;
&lt;presence type=&#39;⟦&lt;⟧{xml-not-well-formed}&#39;/>
&lt;⟦iq⟧{iq-payload} type=&quot;get&quot; id='1'/></code>`),
      xep,
    );
  });

  it("are reported at a wrong entity, and not at an unknown one", () => {
    expectMarked(
      document(
        `<code><![CDATA[<message type=']]>⟦&ns;⟧{stanza-type-invalid}<![CDATA['/><presence type=']]>&any;<![CDATA['/>]]></code>`,
      ),
      xep,
    );
  });

  it("pair requests and replies within a block only", () => {
    const request = `<iq type='get' id='1' from='a@b/c' to='d'><q xmlns='u'/></iq>`;
    const error = `<⟦message⟧{reply-kind-mismatch} type='error' id='1' to='a@b/c' from='d'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>`;
    const plain = error.replace(/⟦|⟧\{.*?\}/g, "");
    expectMarked(document(`<code><![CDATA[${request}${error}]]></code>`), xep);
    expectMarked(
      document(`<code><![CDATA[${request}]]></code><code><![CDATA[${plain}]]></code>`),
      xep,
    );
  });

  it("are silenced by comments in the block", () => {
    expectMarked(
      document(
        "<code><![CDATA[<!-- xmpp-stanza-expect iq-id-missing, iq-payload -->\n<iq type='get'/>]]></code>",
      ),
      xep,
    );
  });

  it("are not reported for a bare stanza, but for an ellipsis in a tag", () => {
    expectMarked(document("<code>&lt;iq/> &lt;iq>&lt;/iq> &lt;iq> ... &lt;/iq></code>"), xep);
    expectMarked(
      document("<code><![CDATA[<message><c ⟦.⟧{xml-not-well-formed}../></message>]]></code>"),
      xep,
    );
  });
});

describe("repairs in a XEP", () => {
  const repaired = (content: string) => {
    const open = openSource(document(content), xep);
    const text = applyEdits(open.text, open.repairs());
    return text.slice(head.length + "<xep>\n<section1>".length, -"</section1>\n</xep>\n".length);
  };

  it("are written verbatim in a section", () => {
    expect(repaired("<code><![CDATA[<message><body>a & b ]] > c</body></message>]]></code>")).toBe(
      "<code><![CDATA[<message><body>a &amp; b ]] > c</body></message>]]></code>",
    );
  });

  it("are escaped like the text around them", () => {
    expect(
      repaired("<code>&lt;message&gt;&lt;body&gt;a &amp; b&lt;/body&gt;&lt;/message&gt;</code>"),
    ).toBe("<code>&lt;message&gt;&lt;body&gt;a &amp;amp; b&lt;/body&gt;&lt;/message&gt;</code>");
    expect(repaired("<code>&#60;message>&#60;body>a &#38; b&#60;/body>&#60;/message></code>")).toBe(
      "<code>&#60;message>&#60;body>a &#38;amp; b&#60;/body>&#60;/message></code>",
    );
  });

  it("split a section where they would end it", () => {
    const [region] = xep.read("<code><![CDATA[<iq/>]]></code>", {});
    expect(region?.write({ span: { start: 1, end: 1 }, newText: "]]>" })?.[0]?.newText).toBe(
      "]]]]><![CDATA[>",
    );
  });

  it("are not offered at an entity", () => {
    const open = openSource(
      document("<code><![CDATA[<message type=']]>&ns;<![CDATA['/>]]></code>"),
      xep,
    );
    const [found] = open.findings();
    expect(open.fixes(found!)).toEqual([]);
    expect(
      open.regions()[0]?.document.fixes(open.regions()[0]!.document.findings()[0]!),
    ).not.toEqual([]);
  });
});

const error = (inner: string) => `<message type='error'><error>${inner}</error></message>`;
const condition = "<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>";
const hosts = [
  document(`<example caption='a'><![CDATA[
<iq type='get'>
  <query xmlns='urn:x'/>
</iq>
<message type='chart'><body>a & b</body></message>
${error(condition)}
]]></example><p>x</p><code><![CDATA[<iq type='error'><error xmlns=']]>&ns;<![CDATA['/>]]></code>`),
  document(
    `<code>${`<iq type='get'/>\n${error("<gone/>")}\n<message type="hi"><body>a &amp;&amp; b</body></message>`
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")}</code>`,
  ),
  document(`<example>&#60;iq id='' type=&quot;get&quot;&#62;&#60;/iq&#62;</example>`).replaceAll(
    "\n",
    "\r\n",
  ),
];

describe("a XEP that is broken", () => {
  const fragments = ["<example>", "</example>", "<code>", "</code>", "]]>", "<![CDATA[", "&lt;"];

  it("is read as far as it goes, with places within it", () => {
    proveRobust(xep, hosts, [...fragments, "&ns;", "&#x1F600;", "<!DOCTYPE", "]>", "<!ENTITY a '"]);
  });
});

describe("fixes in a XEP", () => {
  it("give the same stanza as in a plain file", () => {
    const proved = hosts.map((host) => proveRoundTrip(openSource(host, xep)));
    expect(proved.map(({ fixes, written }) => fixes - written)).toEqual([0, 0, 0]);
    expect(proved.map(({ written }) => written > 0)).toEqual([true, true, true]);
  });
});
