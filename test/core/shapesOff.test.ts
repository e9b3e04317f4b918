/**
 * Shapes make nothing different: a document in which stanzas are recognised says, also behind many edits, what a
 * fresh one says of the same text in which each stanza is read by saxes, and looked at by itself.
 */

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Configuration,
  defaultConfiguration,
  defaultLimits,
} from "../../server/core/check/config";
import { messageOf } from "../../server/core/check/messages";
import { conversationOf } from "../../server/core/conversation/conversation";
import { StanzaDocument } from "../../server/core/document/document";
import type { DirectionRange } from "../../server/core/text/directions";
import { inEnglish } from "../../server/core/text/translate";
import { openScope, type Scope } from "../../server/core/xml/scope";
import { everyRule } from "../support/documents";
import { editOf, rawEdit, runs } from "../support/random";
import { withoutReader } from "./shapeTexts";

/** All that is said of a document. */
function viewOf(document: StanzaDocument): string {
  const { pieces } = document;
  const findings = document.findings().map(({ finding, related, ...place }) => {
    return [finding.rule.id, finding.severity, messageOf(finding), place, related];
  });
  const summaries = document.stanzas().map(({ span, summary }) => {
    if (!summary) return [span];
    const { kind, type, isTypeUnknown, id, idValue, from, to, nameSpan, direction } = summary;
    const { payload, payloadNamespace, error } = summary;
    const names = [payload, payloadNamespace, error?.condition, error?.type];
    return [span, kind, type, isTypeUnknown, id, idValue, from, to, nameSpan, direction, names];
  });
  return JSON.stringify([
    pieces.map(({ start, end, isStanza, scope }) => [start, end, isStanza, scope?.name]),
    document.rest().offset,
    findings,
    summaries,
    document.exchanges.requestIndexes(),
    document
      .stanzas()
      .map((stanza) => document.exchanges.repliesTo(stanza).map(({ span }) => span.start)),
    conversationOf(document, inEnglish),
  ]);
}

/** The repairs, which take long. */
function repairsOf(document: StanzaDocument): string {
  const found = document.findings().slice(0, 4);
  return JSON.stringify([document.repairs(), found.map((one) => document.fixes(one))]);
}

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";

/** Values and words: plain, and others that might be mistaken for plain. */
const values = [
  ...["1", "2", "id-1", "a@b", "a@b/c d", "romeo@example.net/orchard", "", " ", "@b", "a@", "a@-b"],
  ...["{id}", "...", "…", "%s", "$x", "@x@", "a@@b", "&amp;", "&lt;b", "&#65;", "&nope;", "a & b"],
  ...["\n", "a\tb", "\r\n", "]]>", "]]", ">", "a>b", "/>", "=", "'", '"', "\u0001", "\ufffe", "👩"],
  ...["\ud83d", "<", "<b/>", "<!--a-->", "<![CDATA[a]]>", "x".repeat(80), "é", "\u0085", "\u00a0"],
];
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("1", "2", "a@b", "a@b/c", "romeo@example.net") },
  { weight: 1, arbitrary: fc.constantFrom(...values) },
);

const HOLE = "\u0003";
const attributes = fc.constantFrom(
  ...["", " id='\u0003'", " id='\u0003'", ' id="\u0003"', " from='\u0003'", " to='\u0003'"],
  ...[" n='\u0003'", " xml:lang='en'", " xml:lang='\u0003'", " xmlns='jabber:client'", " xmlns=''"],
  ...["\n\tid = '\u0003' ", " to='\u0003' from='\u0003'", " from='\u0003' id='\u0003'"],
);
const error = (content: string) => `<error type='cancel'>${content}</error>`;
const condition = `<gone xmlns='${STANZAS}'/>`;
const child = fc.constantFrom(
  ...["", "", "<body>\u0003</body>", "<q xmlns='urn:x' a='\u0003'/>", "<q xmlns='\u0003'/>"],
  ...["<q xmlns='urn:x'><a b='\u0003'>\u0003</a>\u0003</q>", "\n  <show>\u0003</show>\n", "\u0003"],
  ...[error(condition), error(`${condition}<text xmlns='${STANZAS}'>\u0003</text>`)],
  ...[error(`${condition}<text xmlns='${STANZAS}' xml:lang='en'>\u0003<b>\u0003</b></text>`)],
  ...[error(`<gone xmlns='${STANZAS}'>\u0003</gone>`), error(`\u0003${condition}`)],
  ...[`<error type='\u0003'>${condition}<b xmlns='urn:y' c='\u0003'/></error>`, "<a></a><a/>"],
  ...["<q><a xmlns='http://www.w3.org/XML/1998/namespace'/></q>", "<q><a xmlns='\u0003'/></q>"],
);
const kind = fc.constantFrom(
  ...["iq type='get'", "iq type='result'", "iq type='error'", "iq", "message", "presence"],
  ...["message type='error'", "iq type='\u0003'", "presence type='error'"],
);

/** A stanza with holes. */
const mould = fc
  .tuple(
    kind,
    fc.array(attributes, { maxLength: 3 }),
    fc.array(child, { maxLength: 3 }),
    fc.boolean(),
  )
  .map(([start, own, inside, isEmpty]) => {
    const tag = `<${start}${own.join("")}`;
    if (isEmpty && inside.length === 0) return `${tag}/>`;
    return `${tag}>${inside.join("")}</${start.split(" ")[0]}>`;
  });

/** Stanzas of the same shape. */
const batch = fc
  .tuple(
    mould,
    fc.array(fc.array(value, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
  )
  .map(([stanza, all]) =>
    all.map((some) => {
      let next = 0;
      return stanza.replaceAll(HOLE, () => some[next++ % some.length]!);
    }),
  );

const between = fc.constantFrom(
  "\n",
  "",
  "\r\n",
  " ",
  "\n\n",
  "words\n",
  "<w>",
  "</w>",
  "<!-- -->",
);
const wrapper = fc.constantFrom(
  ...[
    "",
    "",
    "<w xmlns='jabber:client'>",
    "<w xml:lang='en'>",
    "<w xml:lang='&#10;'>",
    "<w xml:lang=''>",
  ],
  ...[
    "<w xmlns='jabber:server' xml:lang='de'>",
    "<w xmlns='urn:x'>",
    "<w xmlns='jabber:client&#10;'>",
  ],
);
const source = fc
  .array(fc.tuple(wrapper, batch, between), { minLength: 1, maxLength: 5 })
  .map((all) => all.map(([open, some, space]) => open + some.join(space)).join(""));

const off = (...ids: string[]): Configuration => ({
  ...defaultConfiguration,
  rules: Object.fromEntries(ids.map((id) => [id, "off" as const])),
});
const configurations: readonly Configuration[] = [
  defaultConfiguration,
  everyRule,
  off("iq-id-missing", "jid-invalid", "text-lang-missing", "stanza-type-invalid"),
  { ...everyRule, limits: { ...defaultLimits, stanzaLength: 60 } },
  { ...everyRule, limits: { ...defaultLimits, depth: 32, attributes: 12 } },
  { ...everyRule, limits: { ...defaultLimits, depth: 2, attributes: 1, findings: 3 } },
];
const configuration = fc.constantFrom(...configurations);

const scopes: readonly (Scope | undefined)[] = [
  undefined,
  openScope(undefined, "stream", { namespaces: new Map([["", "jabber:client"]]), language: "en" }),
];

/** Directions of the stanzas, in turn. */
function turnsOf(text: string, step: number): DirectionRange[] {
  const turns: DirectionRange[] = [];
  if (step === 0) return turns;
  for (let start = 0; start < text.length; start += step) {
    turns.push({ start, direction: { stream: "", sender: start % 2 === 0 ? "client" : "server" } });
  }
  return turns;
}

test("texts of stanzas that are much alike", () => {
  fc.assert(
    fc.property(source, configuration, fc.constantFrom(...scopes), (text, all, scope) => {
      const open = () => new StanzaDocument(text, all, undefined, { scope });
      const expected = withoutReader(() => {
        const document = open();
        return [viewOf(document), repairsOf(document)];
      });
      for (let round = 0; round < 2; round++) {
        const document = open();
        expect([viewOf(document), repairsOf(document)], text).toEqual(expected);
      }
    }),
    { numRuns: runs(400) },
  );
});

const action = fc.oneof(
  { weight: 8, arbitrary: fc.record({ edit: rawEdit }) },
  { weight: 4, arbitrary: fc.record({ value: fc.tuple(fc.nat(), value) }) },
  { weight: 2, arbitrary: fc.record({ insert: fc.tuple(fc.nat(), source) }) },
  { weight: 1, arbitrary: fc.record({ configuration }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constantFrom(0, 7, 50, 333) }) },
  // Text that is not asked for is checked later, after more changes.
  { weight: 2, arbitrary: fc.constant({ ask: true }) },
);

test("documents with such stanzas that are edited", () => {
  fc.assert(
    fc.property(
      source,
      fc.array(action, { minLength: 5, maxLength: 30, size: "max" }),
      (text, actions) => {
        let now: Configuration = defaultConfiguration;
        const document = new StanzaDocument(text, now);
        for (const one of [...actions, { ask: true }]) {
          if ("edit" in one) {
            document.edit(editOf(one.edit, document.text));
          } else if ("value" in one) {
            // Between quotes, where one types most.
            const [at, newText] = one.value;
            const quotes = [...document.text.matchAll(/='[^'<]*'/g)];
            const quoted = quotes[at % quotes.length];
            if (!quoted) continue;
            const start = quoted.index + 2;
            document.edit({ span: { start, end: start + quoted[0].length - 3 }, newText });
          } else if ("insert" in one) {
            const [at, newText] = one.insert;
            document.edit(editOf({ at, length: 0, inserted: newText }, document.text));
          } else if ("configuration" in one) {
            now = one.configuration;
            document.configure(now);
          } else if ("step" in one) {
            document.setDirections(turnsOf(document.text, one.step));
          } else {
            const { text: edited } = document;
            const turns = turnsIn(document);
            const view = viewOf(document);
            const fresh = withoutReader(() =>
              viewOf(new StanzaDocument(edited, now, undefined, { directions: turns })),
            );
            if (view !== fresh) expect(view, edited).toBe(fresh);
          }
        }
      },
    ),
    { numRuns: runs(150) },
  );
});

/** The turns of a document as they are now, each place by itself. */
function turnsIn(document: StanzaDocument): DirectionRange[] {
  return document.pieces.map(({ start }) => ({ start, direction: document.directionAt(start) }));
}
