/** Formatting. */

import { describe, expect, it } from "vitest";
import { formattingOf, open } from "../support/documents";
import { format } from "./formatting";

describe("formatting", () => {
  it("puts elements on lines of their own", () => {
    expect(
      format(
        "<iq type='error' id='a'><query xmlns='urn:x'/><error type='cancel'><gone xmlns='urn:y'/></error></iq>",
      ),
    ).toBe(`<iq type='error' id='a'>
  <query xmlns='urn:x'/>
  <error type='cancel'>
    <gone xmlns='urn:y'/>
  </error>
</iq>`);
  });

  it("indents by tabs too", () => {
    expect(format("<iq>\n    <a>\n<b/></a></iq>", "\t")).toBe(
      "<iq>\n\t<a>\n\t\t<b/>\n\t</a>\n</iq>",
    );
  });

  it("leaves stanzas in their columns, and the text between them", () => {
    const between = "The question:\n<!-- of\n  old -->\n\n\n";
    expect(format(`${between}    C: <iq>\n<a/></iq>  \nS: <iq/>\nend`)).toBe(
      `${between}    C: <iq>\n      <a/>\n    </iq>  \nS: <iq/>\nend`,
    );
  });

  it("leaves text alone, and elements in it", () => {
    const text = "<message><body>a  <b> <c/> </b>\n d</body><x>\n<![CDATA[ ]]><y/></x></message>";
    expect(format(text)).toBe(
      "<message>\n  <body>a  <b> <c/> </b>\n d</body>\n  <x>\n<![CDATA[ ]]><y/></x>\n</message>",
    );
  });

  it.each(["body", "subject", "status", "text", "thread"])("leaves %s alone", (name) => {
    expect(format(`<message><${name}> <a/> </${name}></message>`)).toBe(
      `<message>\n  <${name}> <a/> </${name}>\n</message>`,
    );
  });

  it("leaves XHTML alone", () => {
    const body = "<p xmlns='http://www.w3.org/1999/xhtml'><em/> <em/></p>";
    expect(format(`<message><html>${body}</html></message>`)).toBe(
      `<message>\n  <html>\n    ${body}\n  </html>\n</message>`,
    );
  });

  it("leaves elements with xml:space='preserve' alone", () => {
    const kept = "<a xml:space='preserve'>\n<b> <c/></b></a>";
    expect(format(`<iq>${kept}</iq>`)).toBe(`<iq>\n  ${kept}\n</iq>`);
    const wrapped = "<doc xml:space='preserve'><iq><a/></iq></doc>";
    expect(format(wrapped)).toBe(wrapped);
    expect(format(`${wrapped}\n<iq><a/></iq>`)).toBe(`${wrapped}\n<iq>\n  <a/>\n</iq>`);
  });

  it("leaves alone what is unknown: entities, character references, processing instructions", () => {
    for (const content of ["<a/>&x;<b/>", "<a/>&#10;<b/>"]) {
      expect(format(`<iq><c>${content}</c></iq>`)).toBe(`<iq>\n  <c>${content}</c>\n</iq>`);
    }
    expect(format("<iq><a/><?x?> <b/></iq>")).toBe("<iq><a/><?x?> <b/></iq>");
  });

  it("leaves a stanza alone that is not well-formed, and only that", () => {
    const broken = "<iq><a></iq>";
    expect(format(`${broken}\n<iq><a/></iq>`)).toBe(`${broken}\n<iq>\n  <a/>\n</iq>`);
  });

  it("leaves comments beside what they are about", () => {
    expect(format("<iq><!-- 1 --><a/> <!-- 2 -->\n<!-- 3\n4 -->\n<b/></iq>")).toBe(
      "<iq><!-- 1 --><a/> <!-- 2 -->\n  <!-- 3\n4 -->\n  <b/>\n</iq>",
    );
  });

  it("keeps one empty line of several", () => {
    expect(format("<iq>\n\n\n<a/>\n \n<b/></iq>")).toBe("<iq>\n\n  <a/>\n\n  <b/>\n</iq>");
  });

  it("aligns attributes below the first, or indents them", () => {
    expect(
      format("C: <iq id='1'\ntype='get'\n  >\n<a\n x='1'\n\ty='2'/><b\tx='1'\n y=''/></iq>"),
    ).toBe(
      "C: <iq id='1'\n       type='get'\n>\n  <a\n    x='1'\n    y='2'/>\n  <b\tx='1'\n    \ty=''/>\n</iq>",
    );
  });

  it("keeps line ends, and takes them for new lines", () => {
    expect(format("<iq>\r\n<a><b/></a></iq>\r\n")).toBe(
      "<iq>\r\n  <a>\r\n    <b/>\r\n  </a>\r\n</iq>\r\n",
    );
    expect(format("x\r\n<iq><a/></iq>")).toBe("x\r\n<iq>\r\n  <a/>\r\n</iq>");
  });

  it("breaks no line that a comment silences", () => {
    const text = `<!-- xmpp-stanza-disable-next-line iq-payload -->
<iq type='get' id='a'><a/><b/></iq>
<iq type='set' id='b'>
<!-- xmpp-stanza-disable-next-line condition-missing --><c><d/></c>
<e><f/></e>
<g><h/></g>
</iq>`;
    expect(format(text)).toBe(`<!-- xmpp-stanza-disable-next-line iq-payload -->
<iq type='get' id='a'><a/><b/></iq>
<iq type='set' id='b'>
  <!-- xmpp-stanza-disable-next-line condition-missing --><c><d/></c>
  <e><f/></e>
  <g>
    <h/>
  </g>
</iq>`);
  });

  it("formats the stanzas that a range touches, whole", () => {
    const one = "<iq><a/></iq>";
    const text = `${one}\n${one}\n${one}`;
    const at = text.indexOf("a", one.length);
    const formatted = "<iq>\n  <a/>\n</iq>";
    expect(format(text, "  ", { start: at, end: at })).toBe(`${one}\n${formatted}\n${one}`);
    expect(format(text, "  ", { start: at, end: text.length })).toBe(
      `${one}\n${formatted}\n${formatted}`,
    );
  });

  it("makes no edit larger than it must be", () => {
    expect(formattingOf(open("<iq>\n <a/>\n\t<b/>\n</iq>"), "  ")).toEqual([
      { span: { start: 6, end: 6 }, newText: " " },
      { span: { start: 11, end: 12 }, newText: "  " },
    ]);
  });

  it("copes with any depth", () => {
    const depth = 5000;
    const text = `<iq>${"<a>".repeat(depth)}<b/>${"</a>".repeat(depth)}</iq>`;
    const formatted = format(text);
    expect(format(formatted)).toBe(formatted);
    expect(formatted.replace(/\s/g, "")).toBe(text);
  });

  it("does not move stanzas whose framing depends on indentation", () => {
    // With the attribute indented, the line of the second stanza would be no less so than its child.
    const text = "<iq\n type='error'></iq> <iq>\n  <iq/>&</iq>";
    const before = open(text).stanzaSpans().length;
    expect(open(format(text)).stanzaSpans()).toHaveLength(before);
  });
});
