/**
 * Stanzas of one shape: what is said of one of them without parsing it is what the rules say of it, and where it ends
 * is where one that is read in the usual way ends.
 */

import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type Configuration, defaultConfiguration } from "../../server/core/check/config";
import { checkStanza, lintStanza } from "../../server/core/check/lint";
import { FramedText } from "../../server/core/document/framedText";
import { knownShapes } from "../../server/core/document/knownShapes";
import { rules } from "../../server/core/rules";
import { applyEdits } from "../../server/core/rules/edits";
import type { Rule } from "../../server/core/rules/rule";
import { EditableText } from "../../server/core/text/editableText";
import { Framer } from "../../server/core/xml/frame";
import { noParseLimits } from "../../server/core/xml/limits";
import { parseStrictly } from "../../server/core/xml/parse";
import { MAX_ATTRIBUTES, MAX_DEPTH } from "../../server/core/xml/plainTags";
import { lookupNamespace, openScope, type Scope } from "../../server/core/xml/scope";
import { ShapeReader } from "../../server/core/xml/shapeReader";
import { type Shape, ShapeTemplates } from "../../server/core/xml/shapeTemplates";
import type { Stanza } from "../../server/core/xmpp/stanza";
import { shapedStanzas } from "../../server/core/xmpp/stanzaShape";
import type { StanzaSummary } from "../../server/core/xmpp/summary";
import { generateStanzas } from "../bench/generate";
import { checkOf } from "../support/checks";
import { noCorpus, readCorpus } from "../support/corpus";
import { everyRule, open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { framesOf } from "../support/frames";
import { editOf, pieces, rawEdit, runs } from "../support/random";

const stream = openScope(undefined, "stream:stream", {
  namespaces: new Map([["", "jabber:client"]]),
  language: "en",
});

function shapeOf(source: string, scope?: Scope, templates = new ShapeTemplates()) {
  return new ShapeReader(source, shapedStanzas, templates).read(0, scope);
}

/** The values that are told of a shape: id, from and to. */
function valuesOf(source: string, { values }: Shape): (string | undefined)[] {
  return [0, 2, 4].map((i) =>
    values[i]! < 0 ? undefined : source.slice(values[i]!, values[i + 1]!),
  );
}

const gone = "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>";
const text = (attributes: string, words: string) =>
  `<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'${attributes}>${words}</text>`;
const error = (content: string) =>
  `<iq type='error' id='1'><error type='cancel'>${content}</error></iq>`;

describe("of one shape are stanzas with", () => {
  test.each([
    ["another id", "<iq id='1' type='get'/>", "<iq id='another' type='get'/>"],
    ["other addresses", "<iq from='a@b' to='c'/>", "<iq from='d@e/f' to='g@h'/>"],
    [
      "other words",
      "<message><body>a</body></message>",
      "<message><body>b &amp; c</body></message>",
    ],
    ["no words", "<message><body>a</body></message>", "<message><body></body></message>"],
    ["other content", "<iq><q xmlns='u'><a/></q></iq>", "<iq><q xmlns='u'>\n <b c='d'/>e</q></iq>"],
    ["other values in a child", "<iq><q xmlns='u' a='1'/></iq>", "<iq><q xmlns='u' a='2'/></iq>"],
    ["other attributes in a child", "<iq><q xmlns='u'/></iq>", "<iq><q a='b' xmlns='u'/></iq>"],
    ["other values of other attributes", "<message n='1'/>", "<message n='2'/>"],
    ["other words of an error", error(gone + text("", "a")), error(gone + text("", "b"))],
  ])("%s", (_, one, other) => {
    expect(shapeOf(one)?.key).toBeDefined();
    expect(shapeOf(other)?.key).toBe(shapeOf(one)?.key);
  });
});

describe("of another shape is a stanza with", () => {
  test.each([
    ["another name", "<iq id='1'/>", "<message id='1'/>"],
    ["another type", "<iq type='get'/>", "<iq type='set'/>"],
    ["an attribute more", "<iq/>", "<iq id='1'/>"],
    ["another namespace", "<iq xmlns='jabber:client'/>", "<iq xmlns='jabber:server'/>"],
    ["another language", "<iq xml:lang='en'/>", "<iq xml:lang='de'/>"],
    ["another child", "<iq><a/></iq>", "<iq><b/></iq>"],
    ["a child of another namespace", "<iq><a xmlns='u'/></iq>", "<iq><a xmlns='v'/></iq>"],
    ["a child of none", "<iq><a xmlns='u'/></iq>", "<iq><a/></iq>"],
    ["a child more", "<iq><a/></iq>", "<iq><a/><a/></iq>"],
    ["children in another order", "<iq><a/><b/></iq>", "<iq><b/><a/></iq>"],
    ["a child in a child", "<iq><a/><b/></iq>", "<iq><a><b/></a></iq>"],
    ["an error child", "<iq/>", "<iq><error/></iq>"],
    ["anything else in its error child", error(gone), error(`${gone}<a/>`)],
    ["an attribute more of its words", error(text("", "a")), error(text(" xml:lang='en'", "a"))],
    ["an element among its words", error(text("", "a")), error(text("", "a<b/>"))],
    ["words in its condition", error("<gone>a</gone>"), error("<gone>b</gone>")],
  ])("%s", (_, one, other) => {
    expect(shapeOf(one)).toBeDefined();
    expect(shapeOf(other)).toBeDefined();
    expect(shapeOf(other)!.key).not.toBe(shapeOf(one)!.key);
  });

  test("other surroundings", () => {
    const inside = (namespace: string, language?: string) =>
      openScope(undefined, "a", { namespaces: new Map([["", namespace]]), language });
    const scopes = [
      undefined,
      inside("jabber:client"),
      inside("jabber:server"),
      inside("", "en"),
      inside("", ""),
      inside("jabber:client", ""),
      inside("jabber:client", "\n"),
      inside("jabber:client", "en"),
      inside("jabber:client", '"en"'),
    ];
    const keys = scopes.map((scope) => shapeOf("<iq/>", scope)?.key);
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(scopes.length);
  });
});

test("a separator inside a namespace does not mix it up with the language", () => {
  const templates = new ShapeTemplates();
  const read = (namespace: string, language?: string) => {
    const scope = openScope(undefined, "a", { namespaces: new Map([["", namespace]]), language });
    return shapeOf("<iq/>", scope, templates);
  };
  for (let i = 0; i < 3; i++) expect(read("jabber:client")).toBeDefined();
  expect(read("jabber:client\n", "")).toBeUndefined();
});

test("with long namespaces around it no stanza has a shape", () => {
  const scope = openScope(undefined, "a", { namespaces: undefined, language: "x".repeat(5000) });
  expect(shapeOf("<iq/>", scope)).toBeUndefined();
});

test.each([
  ["a comment", "<iq><!--a--></iq>"],
  ["a CDATA section", "<iq><a><![CDATA[a]]></a></iq>"],
  ["an instruction", "<iq><?a?></iq>"],
  ["a character reference", "<iq><a>&#65;</a></iq>"],
  ["an entity that is none of the five", "<iq><a b='&nope;'/></iq>"],
  ["a bare ampersand", "<iq><a>a & b</a></iq>"],
  ["a reference in its id", "<iq id='a&amp;b'/>"],
  ["a line end in its id", "<iq id='a\nb'/>"],
  ["a carriage return in its id", "<iq id='a\rb'/>"],
  ["a tab in its id", "<iq id='a\tb'/>"],
  ["a name beyond ASCII", "<iq><ö/></iq>"],
  ["a prefix", "<a:iq xmlns:a='jabber:client'/>"],
  ["a prefix in it", "<iq><stream:a/></iq>"],
  ["a declared prefix", "<iq xmlns:a='u'/>"],
  ["a name that begins with a digit", "<iq><1/></iq>"],
  ["a less-than sign in a value", "<iq a='<'/>"],
  ["a value without quotes", "<iq a=b/>"],
  ["an attribute without value", "<iq a/>"],
  ["attributes that touch", "<iq a='b'c='d'/>"],
  ["the same attribute twice", "<iq a='b' a='c'/>"],
  ["the same attribute twice in it", "<iq><a bc='b' d='' bc='c'/></iq>"],
  ["a slash in a tag", "<iq / ></iq>"],
  ["an end tag of something else", "<iq><a></b></iq>"],
  ["an end tag that is longer", "<iq><a></ab></iq>"],
  ["an end tag with more in it", "<iq></iq a>"],
  ["an element that is open", "<iq><a></iq>"],
  ["no end", "<iq><a/>"],
  ["words of its own", "<iq>a</iq>"],
  ["words in its error child", "<iq><error>a</error></iq>"],
  ["a hole in the words of its error child", error(text("", "{words}"))],
  ["the end of a CDATA section", "<iq><a>]]></a></iq>"],
  ["a control character", "<iq><a>\u0001</a></iq>"],
  ["no character", "<iq><a>\uffff</a></iq>"],
  ["half a surrogate pair", "<iq><a>\ud800</a></iq>"],
  ["a namespace that nobody may declare", "<iq><a xmlns='http://www.w3.org/2000/xmlns/'/></iq>"],
  [
    "the namespace of XML as the default",
    "<iq><a><b xmlns='http://www.w3.org/XML/1998/namespace'/></a></iq>",
  ],
  ["no words in the text of its error child", error(text("", ""))],
  ["white space there", error(text("", " \n"))],
  ["a stanza in it", "<iq><a><message/></a></iq>"],
  ["an error child with a stanza in it", "<iq><error><iq/></error></iq>"],
  ["another namespace", "<iq xmlns='urn:x'/>"],
  ["another name", "<query/>"],
  ["no namespace where there is one", "<iq xmlns=''/>", stream],
  [
    "more attributes than are looked through",
    `<iq${[..."abcdefghijklm"].map((a) => ` ${a}=''`).join("")}/>`,
  ],
  ["deep content", `<iq>${"<a>".repeat(40)}${"</a>".repeat(40)}</iq>`],
  ["nothing", ""],
])("a stanza with %s has no shape", (_, source, scope: Scope | undefined = undefined) => {
  expect(shapeOf(source, scope)).toBeUndefined();
});

test("any other well-formed stanza has a shape with its values", () => {
  const source = `<iq\n\ttype = 'result'\r\n to="it's" id='' from='a"b' xml:lang='en' >
    <query xmlns='urn:x' ver="'"><item a = '&lt;'/> &amp; <b >c ]] ></b\n></query></iq\t>`;
  const shape = shapeOf(`${source}<iq/>`)!;
  expect(shape.length).toBe(source.length);
  expect(valuesOf(source, shape)).toEqual(["", 'a"b', "it's"]);
});

/** Texts with stanzas of all sorts, right and wrong. */
const sources = [
  ...fixtures.map((one) => one.text),
  ...rules.flatMap(({ bad, good }) => [bad, good]),
  generateStanzas(20_000, 3),
  generateStanzas(20_000, 2),
];

const files = readCorpus();

/** All that is known of a summary, as data. */
function dataOf(summary: StanzaSummary | undefined): unknown {
  if (!summary) return undefined;
  const { kind, type, isTypeUnknown, id, from, to, nameSpan, payload, payloadNamespace } = summary;
  const names = { payload, payloadNamespace, error: summary.error };
  return { kind, type, isTypeUnknown, id, from, to, nameSpan, ...names };
}

/** True if the findings of the rule depend on other stanzas, so that none are in a stanza alone. */
const looksAtOthers = ({ check: { on } }: Rule) => on === "reply" || on === "request";

/** Expects of a text what one gets that looks at each stanza of it. */
function expectSame(source: string, configuration: Configuration): void {
  const usual = framesOf(new Framer(source, shapedStanzas));
  const framed = new FramedText(new EditableText(source));
  const frames = framed.pieces.map(({ kind, start, end, scope, reach }) => {
    return { kind, start, end, scope, reach };
  });
  expect(frames, source).toEqual(usual);
  const document = open(source, configuration);
  const found = document.findings().filter(({ finding }) => !looksAtOthers(finding.rule));
  const stanzas = usual.filter(({ kind }) => kind === "stanza");
  // What a reply answers may excuse a finding, which the stanza alone does not show.
  const isThere = (rule: Rule, at: number) =>
    found.some(({ finding, span }) => finding.rule === rule && span.start === at);
  const expected = stanzas.flatMap(({ start, end, scope }) =>
    lintStanza(source.slice(start, end), scope, configuration)
      .filter(({ rule, span }) => !rule.isExcused || isThere(rule, span.start + start))
      .map(({ rule, span, messageKey }) => {
        return { rule: rule.id, start: span.start + start, messageKey };
      }),
  );
  const actual = found.map(({ finding, span }) => {
    return { rule: finding.rule.id, start: span.start, messageKey: finding.messageKey };
  });
  expect(actual, source).toEqual(expected);
  for (const [i, { summary }] of document.stanzas().entries()) {
    const { start, end, scope } = stanzas[i]!;
    const read = checkStanza(source.slice(start, end), scope, configuration).summary;
    expect(dataOf(summary), source.slice(start, end)).toEqual(dataOf(read));
  }
}

/** Comments that silence are for the document. */
const isPlain = (source: string) => !source.includes("xmpp-stanza-");

test.each([
  ["usual", defaultConfiguration],
  ["all", everyRule],
])("with the %s rules, all texts have the findings and summaries of their stanzas", (_, all) => {
  // More than once: at first shapes are learned.
  for (let round = 0; round < 3; round++) {
    for (const source of sources.filter(isPlain)) expectSame(source, all);
  }
});

test.skipIf(files.length === 0)(`so do those of the collection ${noCorpus}`, () => {
  for (const one of files) if (isPlain(one.text)) expectSame(one.text, defaultConfiguration);
});

const stanzas = sources.flatMap((source) => {
  const document = open(source);
  return document.stanzaSpans().map(({ start, end }) => source.slice(start, end));
});

/** Stanzas, whole and edited at random. */
const edited = fc
  .tuple(fc.constantFrom(...stanzas), fc.array(rawEdit, { maxLength: 2 }))
  .map(([source, edits]) =>
    edits.reduce((now, raw) => applyEdits(now, [editOf(raw, now)]), source),
  );

test("a stanza with a shape is well-formed, and its shape does not depend on earlier stanzas", () => {
  const templates = new ShapeTemplates();
  for (const source of [...stanzas, ...stanzas]) shapeOf(source, stream, templates);
  fc.assert(
    fc.property(edited, (source) => {
      const fresh = shapeOf(source, stream);
      for (let i = 0; i < 3; i++) {
        const shape = shapeOf(source, stream, templates);
        expect(shape && { ...shape, isNew: true }).toEqual(fresh);
      }
      if (!fresh) return;
      const element = source.slice(0, fresh.length);
      const { root } = parseStrictly(element, stream, noParseLimits);
      expect(root?.span.end, element).toBe(fresh.length);
    }),
    { numRuns: runs(5000) },
  );
});

test("edited stanzas have the same findings as alone", () => {
  const some = fc.array(edited, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(some, (parts) => {
      // The iq makes the text one of XMPP; without such a sign elements in others are no stanzas.
      const source = [...parts, "<iq type='result' id='last'/>"].join("\n");
      if (isPlain(source)) expectSame(source, everyRule);
    }),
    { numRuns: runs(500) },
  );
});

test("any stanzas have the same findings together as alone", () => {
  const parts = fc.array(fc.constantFrom(...pieces, "<a>", "</a>", "<iq id='a'>"), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(parts, (some) => {
      const source = `<iq type='get'>${some.join("")}</iq>`;
      if (isPlain(source)) expectSame(source, everyRule);
    }),
    { numRuns: runs(1000) },
  );
});

describe("values of a known shape are judged:", () => {
  const right = "<iq type='get' id='1' from='a@b/c' to='d'><q xmlns='u'/></iq>";
  test.each([
    ["id='1'", "id=''", "iq-id-missing"],
    ["from='a@b/c'", "from='@b'", "jid-invalid"],
    ["to='d'", "to='a@-b'", "jid-invalid"],
    ["to='d'", "to=''", "jid-invalid"],
  ])("%s as %s breaks %s", (was, is, rule) => {
    const document = open(`${right}\n${right}\n${right.replace(was, is)}`);
    expect(document.findings().map(({ finding }) => finding.rule.id)).toEqual([rule]);
  });

  test.each(["id='{id}'", "id='...'"])("nothing is known of %s", (id) => {
    const [, , third] = open(`${right}\n${right}\n${right.replace("id='1'", id)}`).stanzas();
    expect(third?.summary?.id).toBeUndefined();
  });
});

describe("a rule that reads more than the shape keeps its findings:", () => {
  const check = checkOf("iq-payload", "stanza");
  const inError = (words: string) => error(gone + text(" xml:lang='en'", words));

  function lookAt(isWrong: (stanza: Stanza) => boolean): void {
    const spy = vi.spyOn(check, "run").mockImplementation((stanza, report) => {
      if (isWrong(stanza)) report(stanza.element.nameSpan, "none");
    });
    onTestFinished(() => spy.mockRestore());
  }

  test.each<[string, string, string, Parameters<typeof lookAt>[0]]>([
    [
      "an attribute",
      "<message n='1'/>",
      "<message n='2'/>",
      ({ element }) => element.attributes[0]?.value === "2",
    ],
    ["an id", "<message id='1'/>", "<message id='2'/>", ({ id }) => id?.value === "2"],
    [
      "words",
      "<message><a>1</a></message>",
      "<message><a>2</a></message>",
      ({ payload: [a] }) => a?.children[0]?.kind === "text" && a.children[0].value === "2",
    ],
    [
      "an attribute of a child",
      "<message><a b='1'/></message>",
      "<message><a b='2'/></message>",
      ({ payload: [a] }) => a?.attributes[0]?.value === "2",
    ],
    [
      "the text",
      "<message><a> </a></message>",
      "<message><a>\n</a></message>",
      ({ source }) => source.includes("\n"),
    ],
    [
      "words of an error",
      inError("1"),
      inError("2"),
      ({ errors: [one] }) => {
        const word = one?.texts[0]?.children[0];
        return word?.kind === "text" && word.value === "2";
      },
    ],
    [
      "how long a value is",
      "<message id='1'/>",
      "<message id='12'/>",
      ({ id }) => id!.valueEnd - id!.valueStart > 1,
    ],
    [
      "how long the stanza is",
      "<message><a>1</a></message>",
      "<message><a>12</a></message>",
      ({ element: { span } }) => span.end > 27,
    ],
    [
      "how long a child is",
      "<message><a>1</a></message>",
      "<message><a>12</a></message>",
      ({ payload: [a] }) => a!.endTag!.start - a!.startTag.end > 1,
    ],
    [
      "how long the words of an error are",
      inError("1"),
      inError("12"),
      ({ errors: [one] }) => one!.texts[0]!.endTag!.start - one!.texts[0]!.startTag.end > 1,
    ],
    [
      "how long an error is",
      inError("1"),
      inError("12"),
      ({ errors: [one] }) => one!.element.span.end > inError("1").length - "</iq>".length,
    ],
    [
      "whether there are words in an error",
      inError("1"),
      inError(""),
      ({ errors: [one] }) => one?.texts[0]?.children.length === 0,
    ],
    [
      "the language of a child",
      "<message><a xml:lang='en'/></message>",
      "<message><a xml:lang='de'/></message>",
      ({ payload: [a] }) => a?.language?.value === "de",
    ],
    [
      "an attribute of the stanza, seen from a condition",
      error(gone).replace("id=", "n='1' id="),
      error(gone).replace("id=", "n='2' id="),
      ({ errors: [one] }) =>
        one?.conditions[0]?.parent?.parent?.attributes.some(({ value }) => value === "2") === true,
    ],
    [
      "a prefix that is declared around it",
      "<a xmlns:b='u'><message to='a'/></a>",
      "<a xmlns:b='v'><message to='a'/></a>",
      ({ scope }) => lookupNamespace(scope, "b") === "v",
    ],
    [
      "the name of what is around it",
      "<a xmlns:b='u'><message to='a'/></a>",
      "<c xmlns:b='u'><message to='a'/></c>",
      ({ scope }) => scope?.name === "c",
    ],
  ])("%s", (_, one, other, isWrong) => {
    // Of such stanzas not each is looked at by a rule that looks at nothing.
    let asked = 0;
    lookAt(() => {
      asked++;
      return false;
    });
    open(`${one}\n`.repeat(9), { ...defaultConfiguration }).findings();
    expect(asked).toBeLessThan(9);
    lookAt(isWrong);
    const document = open(`${one}\n${one}\n${one}\n${other}`, { ...defaultConfiguration });
    const found = document.findings().filter(({ finding }) => finding.rule.check === check);
    expect(found).toHaveLength(1);
  });

  test("a rule that throws on the second run keeps the shape out of the cache", () => {
    let asked = 0;
    lookAt(() => {
      asked++;
      if (asked > 2) throw new Error("asked once more");
      return false;
    });
    const failures: unknown[] = [];
    const onRuleFailure = (failure: unknown) => failures.push(failure);
    const document = open("<message asked-again=''/>\n".repeat(3), {
      ...defaultConfiguration,
      onRuleFailure,
    });
    document.findings();
    // For the second one, when its shape would have been remembered, and for the third one.
    expect([asked, failures.length]).toEqual([4, 1]);
  });
});

test("the addresses of a stanza that was recognised move with it", () => {
  const stanza = "<message from='a@b' to='c@d'/>\n";
  const document = open(stanza.repeat(4));
  const { summary } = document.stanzas()[3]!;
  for (const newText of ["<presence/>\n", "words\n", ""]) {
    expect([summary?.from?.value, summary?.to?.value]).toEqual(["a@b", "c@d"]);
    document.edit({ span: { start: 0, end: newText === "" ? 5 : 0 }, newText });
    expect(document.stanzas().at(-1)?.summary).toBe(summary);
  }
  expect([summary?.from?.value, summary?.to?.value]).toEqual(["a@b", "c@d"]);
});

test("with limits that a shape may exceed there is no cache of shapes", () => {
  const { limits } = defaultConfiguration;
  const known = (some: object) =>
    knownShapes({ ...defaultConfiguration, limits: { ...limits, ...some } });
  expect(known({ depth: MAX_DEPTH, attributes: MAX_ATTRIBUTES })).toBeDefined();
  expect(known({ depth: MAX_DEPTH - 1 })).toBeUndefined();
  expect(known({ attributes: MAX_ATTRIBUTES - 1 })).toBeUndefined();
  const deep = (depth: number) =>
    `<message>${"<a>".repeat(depth - 1)}${"</a>".repeat(depth - 1)}</message>`;
  expect(shapeOf(deep(MAX_DEPTH + 1))).toBeUndefined();
  const wide = (count: number) =>
    `<iq${Array.from({ length: count }, (_, i) => ` a${i}=''`).join("")}/>`;
  expect(shapeOf(wide(MAX_ATTRIBUTES))).toBeDefined();
  expect(shapeOf(wide(MAX_ATTRIBUTES + 1))).toBeUndefined();
});

test("where all stanzas are unlike, few are looked at for their shapes, until some are alike again", () => {
  const unlike = Array.from({ length: 2000 }, (_, i) => `<iq><a xmlns='urn:${i}'/></iq>`);
  const alike = Array.from({ length: 500 }, (_, i) => `<iq id='${i}'><a xmlns='urn:a'/></iq>`);
  const source = [...unlike, ...alike].join("\n");
  const reader = new ShapeReader(source, shapedStanzas, new ShapeTemplates());
  const frames = framesOf(new Framer(source, shapedStanzas, reader));
  expect(frames).toHaveLength(2500);
  const count = (some: typeof frames) => some.filter(({ shape }) => shape).length;
  expect(count(frames.slice(0, 2000))).toBeLessThan(300);
  expect(count(frames.slice(-200))).toBe(200);
});

test("a shape is worth keeping when it is met again, and in a long text at once, as long as few are kept", () => {
  const unlike = Array.from({ length: 200 }, (_, i) => `<iq><a xmlns='urn:${i}'/></iq>`).join("");
  const areNew = (source: string) => {
    const reader = new ShapeReader(source, shapedStanzas, new ShapeTemplates());
    return framesOf(new Framer(source, shapedStanzas, reader)).map(({ shape }) => shape?.isNew);
  };
  expect(areNew("<iq/><iq/>")).toEqual([true, false]);
  const kept = areNew(unlike + " ".repeat(100_000));
  expect(kept.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => false));
  expect(kept[100]).toBe(true);
});
