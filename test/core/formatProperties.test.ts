/** Properties of formatting, for texts of all sorts. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../../server/core/xml/parse";
import { isBlank, type XmlElement } from "../../server/core/xml/tree";
import { everyRule, judge, open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { pieces, runs } from "../support/random";
import { format } from "./formatting";

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

/** Findings with the words that they are about. */
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
