/** Formatting. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../server/core/rules/edits";
import { parse } from "../../server/core/xml/parse";
import { isBlank, type XmlElement } from "../../server/core/xml/tree";
import { everyRule, judge, open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { pieces, runs } from "../support/random";

function format(text: string, unit = "  ", span?: { start: number; end: number }): string {
  const document = open(text, everyRule);
  return applyEdits(text, span ? document.format(unit, span) : document.format(unit));
}

/** The element as it reads without white space between the elements of one that holds no words. */
function meaning(element: XmlElement): unknown {
  const words = element.children.some((one) => one.kind === "text" && !isBlank(one.value));
  const elements = element.children.some((one) => one.kind !== "text");
  const children = element.children
    .filter((one) => one.kind !== "text" || words || !elements)
    .map((one) => (one.kind === "element" ? meaning(one) : [one.kind, one.value]));
  const attributes = element.attributes.map(({ name, value }) => [name, value]);
  return [element.name, element.namespace, attributes, children];
}

function meanings(text: string): unknown[] {
  const document = open(text, everyRule);
  return document.pieces.map(({ isStanza, scope, start, end }) => {
    const source = text.slice(start, end);
    const parsed = isStanza ? parse(source, scope) : undefined;
    return parsed?.root ? meaning(parsed.root) : source;
  });
}

/** What is found, and about which words. */
function findings(text: string): unknown[] {
  return open(text, everyRule)
    .findings()
    .map(({ finding, span }) => [
      finding.rule.id,
      finding.messageKey,
      finding.values,
      text.slice(span.start, span.end).replace(/\s+/g, ""),
    ]);
}

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
    expect(open("<iq>\n <a/>\n\t<b/>\n</iq>").format("  ")).toEqual([
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

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";
const directive = fc
  .tuple(
    fc.constantFrom("disable-next-line", "disable-next-line", "expect", "disable", "enable"),
    fc.constantFrom("iq-payload", "condition-multiple", "error-type-missing", "text-multiple"),
  )
  .map(([word, rule]) => `<!-- xmpp-stanza-${word} ${rule} -->`);
const space = fc.constantFrom("", "", " ", "\n", "\n  ", "\n\n", "\n\n\n", " \n\t", "\t", "\r");
const comment = fc.oneof(fc.constant("<!-- x -->"), fc.constant("<!-- a\n  b -->"), directive);
const attributes = fc
  .array(
    fc.tuple(
      fc.constantFrom(" ", "\n", "\n    ", "  \n\n ", "\t"),
      fc.constantFrom("type='error'", "type='get'", "id='a'", "x='1'", 'y="a > b"', "z='\n'"),
    ),
    { maxLength: 3 },
  )
  .map((all) => all.filter(([, one], i) => all.findIndex(([, other]) => other[0] === one[0]) === i))
  .map((all) => all.flat().join(""));
const name = fc.constantFrom("query", "x", "error", "text", "body", "gone", "message", "iq");
const namespace = fc.constantFrom(
  "",
  "",
  ` xmlns='${STANZAS}'`,
  " xmlns='urn:x'",
  " xml:space='preserve'",
);
const words = fc.constantFrom(
  "words",
  "a &amp; b",
  "{x}",
  "&x;",
  "<![CDATA[<iq>]]>",
  "&#32;",
  "<?pi?>",
);

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(name, namespace, attributes, fc.constantFrom("", "", "\n", " "), tie("content"))
    .map(([tag, xmlns, rest, last, content]) =>
      content === ""
        ? `<${tag}${xmlns}${rest}${last}/>`
        : `<${tag}${xmlns}${rest}${last}>${content}</${tag}>`,
    ),
  content: fc
    .array(
      fc.tuple(
        space,
        fc.oneof(
          { maxDepth: 4, depthIdentifier: "xml" },
          { weight: 3, arbitrary: comment },
          { weight: 1, arbitrary: words },
          { weight: 6, arbitrary: tie("element") },
        ),
      ),
      { maxLength: 4, depthIdentifier: "xml" },
    )
    .chain((parts) => space.map((last) => parts.flat().join("") + (parts.length ? last : ""))),
}));
const stanza = fc
  .tuple(
    fc.constantFrom("iq", "message", "presence"),
    attributes,
    fc.array(fc.tuple(space, element)),
  )
  .map(([kind, rest, content]) => `<${kind}${rest}>${content.flat().join("")}</${kind}>`);

const fixtureStanzas = fixtures.flatMap(({ text }) =>
  open(text)
    .stanzaSpans()
    .map(({ start, end }) => text.slice(start, end)),
);

const between = fc.oneof(
  fc.constantFrom(
    "\n",
    "\n\n",
    "\n  ",
    "\nC: ",
    " ",
    "\n<doc>\n",
    "\n</doc>\n",
    "\n<s xmlns='jabber:client'>",
  ),
  directive.map((one) => `\n${one}\n`),
);
const text = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 6, arbitrary: stanza },
          { weight: 3, arbitrary: fc.constantFrom(...fixtureStanzas) },
          { weight: 1, arbitrary: fc.constantFrom(...pieces) },
        ),
        between,
      ),
      { maxLength: 8 },
    ),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([parts, lineEnd]) => parts.flat().join("").replace(/\r?\n/g, lineEnd));

/** The texts that formatting has something to say about come often enough to mean something. */
describe("of any text, formatting", () => {
  const unit = fc.constantFrom("  ", "    ", "\t");
  const check = (holds: (text: string, formatted: string, unit: string) => void) =>
    fc.assert(
      fc.property(text, unit, (source, one) => {
        holds(source, format(source, one), one);
      }),
      { numRuns: runs(300) },
    );

  it("changes white space only", () => {
    let changed = 0;
    check((source, formatted) => {
      if (source !== formatted) changed++;
      expect(formatted.replace(/[ \t\r\n]/g, "")).toBe(source.replace(/[ \t\r\n]/g, ""));
    });
    expect(changed).toBeGreaterThan(100);
  });

  it("does not change the parsed stanzas", () => {
    check((source, formatted) => expect(meanings(formatted)).toEqual(meanings(source)));
  });

  it("does not change the findings", () => {
    check((source, formatted) => expect(findings(formatted)).toEqual(findings(source)));
  });

  it("has no more to do the second time", () => {
    check((_, formatted, one) => expect(format(formatted, one)).toBe(formatted));
  });

  it("gives text that the independent judge accepts", () => {
    fc.assert(
      fc.property(element, (xml) => {
        const source = `<iq xmlns='jabber:client'>${xml.replaceAll("&x;", "")}</iq>`;
        fc.pre(parse(source, undefined).root !== undefined);
        judge(format(source));
      }),
      { numRuns: runs(100) },
    );
  });
});
