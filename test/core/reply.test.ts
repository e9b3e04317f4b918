/** Error replies: what they hold, how they are written, and what is refused. */

import { DOMParser } from "@xmldom/xmldom";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { StanzaDocument } from "../../server/core/document/document";
import { createErrorReply } from "../../server/core/replies/reply";
import type { ReplyOptions } from "../../server/core/replies/replyOptions";
import { openScope } from "../../server/core/xml/scope";
import { conditions } from "../../server/core/xmpp/conditions";
import { judge, open } from "../support/documents";
import { pieces, runs } from "../support/random";

const style = { indentation: "", step: "  ", lineEnd: "\n" };
const A = "viola@illyria.example/boat";
const B = "olivia@illyria.example";

const requests = {
  message: `<message from='${A}' to='${B}' id='m1' type='chat'><body>Hello</body></message>`,
  presence: `<presence from='${A}' to='${B}' id='p1'/>`,
  iq: `<iq from='${A}' to='${B}' id='i1' type='get'><query xmlns='jabber:iq:version'/></iq>`,
};

function replyTo(source: string, options: Partial<ReplyOptions> = {}) {
  return createErrorReply(
    source,
    undefined,
    { condition: "item-not-found", language: "en", ...options },
    style,
  );
}

describe("the reply to a request", () => {
  for (const [kind, request] of Object.entries(requests)) {
    for (const { name } of conditions) {
      for (const extra of [
        {},
        { text: 'Not <here> & "now"', by: "illyria.example", payload: "before" as const },
      ]) {
        it(`passes with no finding: ${name} to ${kind}${"by" in extra ? ", with everything" : ""}`, () => {
          const { xml } = replyTo(request, { condition: name, ...extra });
          const document = new StanzaDocument(`${request}\n${xml}`, defaultConfiguration);
          expect(document.findings()).toEqual([]);
          const [first, second] = document.stanzas();
          expect(document.exchanges.repliesTo(first!)).toEqual([second]);
          const errors: string[] = [];
          new DOMParser({ onError: (_, message) => errors.push(message) }).parseFromString(
            xml ?? "",
            "text/xml",
          );
          expect(errors).toEqual([]);
        });
      }
    }
  }

  it("is written in the quotes, the indentation and the line ends of its file", () => {
    expect(replyTo(requests.iq).xml).toBe(`<iq type='error' id='i1' from='${B}' to='${A}'>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`);
    const result = createErrorReply(
      requests.iq.replaceAll("'", '"'),
      undefined,
      { condition: "conflict", language: "en" },
      { indentation: "    ", step: "\t", lineEnd: "\r\n" },
    );
    expect(result.xml).toBe(
      [
        `<iq type="error" id="i1" from="${B}" to="${A}">`,
        '    \t<error type="cancel">',
        '    \t\t<conflict xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/>',
        "    \t</error>",
        "    </iq>",
      ].join("\r\n"),
    );
  });

  it("has its words and those of the payload as they are, whatever the quotes", () => {
    const text = `set id="5" and to='a'`;
    const payload = `<q xmlns='urn:x' a='>'>say b="1"<![CDATA[<c d="2">]]> e="3" <!-- f="4" --></q>`;
    const request = `<iq type='get' id='1'>${payload}</iq>`;
    const { xml } = replyTo(request, { text, payload: "before" as const });
    expect(xml).toContain(`>${text}</text>`);
    expect(xml).toContain(`say b="1"<![CDATA[<c d="2">]]> e="3" <!-- f="4" --></q>`);
    expect(xml).toMatch(/<q (?:xmlns='urn:x' a='(?:>|&gt;)'|a='(?:>|&gt;)' xmlns='urn:x')>/);
  });

  it("has the payload of an iq if that is wanted, in its own namespaces", () => {
    const scope = openScope(undefined, "stream:stream", {
      namespaces: new Map([
        ["", "jabber:client"],
        ["x", "urn:example:x"],
      ]),
      language: undefined,
    });
    const request =
      "<iq id='1' type='set'><query xmlns='jabber:iq:search'><x:field a='1'>text</x:field></query></iq>";
    const { xml } = createErrorReply(
      request,
      scope,
      { condition: "not-allowed", language: "en", payload: "before" as const },
      style,
    );
    expect(xml).toContain("<query xmlns='jabber:iq:search'>");
    expect(xml).toMatch(/<x:field[^>]*>text<\/x:field>/);
    const wrapped = `<s xmlns='jabber:client' xmlns:x='urn:example:x'>\n${xml}\n</s>`;
    expect(new StanzaDocument(wrapped, defaultConfiguration).findings()).toEqual([]);
  });

  it("declares what the request itself declares", () => {
    const own = requests.iq.replace("<iq", "<iq xmlns='jabber:server'");
    expect(replyTo(own).xml).toMatch(/^<iq [^>]*xmlns='jabber:server'/);
    expect(replyTo(own).xml).not.toMatch(/<error[^>]*xmlns/);
    expect(replyTo(requests.iq).xml).not.toMatch(/^<iq[^>]*xmlns/);
  });
});

describe("a reply says what is asked for", () => {
  const wire = (xml: string | undefined) => xml?.replace(/\n\s*/g, "");
  const error =
    "<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";
  const onStream = "<iq to='illyria.example' type='get' id='1'><q xmlns='urn:example:q'/></iq>";

  it("the address of the asker, where the request has none", () => {
    expect(wire(replyTo(onStream, { to: A }).xml)).toBe(
      `<iq type='error' id='1' from='illyria.example' to='${A}'>${error}</iq>`,
    );
    const { xml } = replyTo("<iq type='get' id='1'><q xmlns='urn:example:q'/></iq>", {
      from: B,
      to: A,
    });
    expect(wire(xml)).toBe(`<iq type='error' id='1' from='${B}' to='${A}'>${error}</iq>`);
  });

  it("the malformed address, of which it comes (§8.3.3.8)", () => {
    const request = "<message to='ju@liet@im.example.com' type='chat'><body>Hi</body></message>";
    const { xml } = replyTo(request, { condition: "jid-malformed", to: A });
    expect(wire(xml)).toMatch(/^<message type='error' from='ju@liet@im.example.com' to='viola@/);
    const document = new StanzaDocument(xml!, defaultConfiguration);
    expect(document.findings()).toEqual([]);
  });

  it("no id, where the request has none or it is left out", () => {
    expect(wire(replyTo(onStream.replace(" id='1'", "")).xml)).toMatch(/^<iq type='error' from=/);
    expect(wire(replyTo(onStream, { omitId: true }).xml)).toMatch(/^<iq type='error' from=/);
    expect(wire(replyTo(onStream.replace("'1'", "''")).xml)).toMatch(/^<iq type='error' id='' /);
  });

  it("the children of a message and of a presence, before the error or after it", () => {
    const body = "<body>Hello</body>";
    expect(wire(replyTo(requests.message, { payload: "before" as const }).xml)).toContain(
      `>${body}<error`,
    );
    expect(wire(replyTo(requests.message, { payload: "after" }).xml)).toContain(
      `</error>${body}</message>`,
    );
    const presence =
      "<presence to='a.example/b'><x xmlns='http://jabber.org/protocol/muc'/></presence>";
    expect(wire(replyTo(presence, { payload: "after" }).xml)).toContain(
      "</error><x xmlns='http://jabber.org/protocol/muc'/></presence>",
    );
  });

  it("children in the namespace of the stanza without a declaration of their own", () => {
    const scope = openScope(undefined, "stream:stream", {
      namespaces: new Map([["", "jabber:client"]]),
      language: undefined,
    });
    const options = { condition: "gone", language: "en", payload: "after" } as const;
    const nested = "<message to='a.example'><body>a</body><b xmlns='urn:x'><c/></b></message>";
    const { xml } = createErrorReply(nested, scope, options, style);
    expect(wire(xml)).toContain("<body>a</body><b xmlns='urn:x'><c/></b></message>");
  });

  it("an application-specific condition, a legacy code, the language of the stanza", () => {
    const app = "{http://jabber.org/protocol/pubsub#errors}closed-node";
    const { xml } = replyTo(onStream, { app, code: "404", stanzaLanguage: "de", text: "x" });
    expect(wire(xml)).toBe(
      "<iq xml:lang='de' type='error' id='1' from='illyria.example'><error type='cancel' code='404'>" +
        "<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>" +
        "<text xml:lang='en' xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>x</text>" +
        "<closed-node xmlns='http://jabber.org/protocol/pubsub#errors'/></error></iq>",
    );
    const undefined_ = { condition: "undefined-condition", app };
    expect(replyTo(onStream, undefined_).xml).not.toContain("own-condition");
  });
});

describe("a reply is refused", () => {
  const refusal = (source: string, options: Partial<ReplyOptions> = {}) =>
    replyTo(source, options).refusal;

  it("to an error and to a result", () => {
    expect(refusal("<message type='error'/>")).toContain("§8.3.1");
    expect(refusal("<iq type='result' id='1'/>")).toContain("§8.2.3");
  });

  it("to what is broken, unknown, or has an invalid sender", () => {
    expect(refusal("<message><body></message>")).toContain("not well-formed");
    expect(refusal(`<message>${"<a>".repeat(300)}${"</a>".repeat(300)}</message>`)).toContain(
      "exceeds the configured limits",
    );
    expect(refusal("<message from='a@@b'/>")).toContain("not a valid address");
    expect(refusal("<iq type='{type}' id='1'/>")).toContain("is unknown");
  });

  it("with a condition, type or address that there is not", () => {
    expect(refusal(requests.iq, { condition: "payment-required" })).toContain(
      "22 defined conditions",
    );
    expect(refusal(requests.iq, { type: "fatal" })).toContain("Unknown error type");
    expect(refusal(requests.iq, { by: "a@@b" })).toContain("not a valid address");
    expect(refusal(requests.iq, { from: "a@@b" })).toContain("not a valid address");
    expect(refusal(requests.iq, { to: "" })).toContain("not a valid address");
    expect(refusal(requests.iq, { language: "not a language" })).toContain("not a language tag");
    expect(refusal(requests.iq, { stanzaLanguage: "_" })).toContain("not a language tag");
    for (const code of ["", "4", "4o4", "4040"])
      expect(refusal(requests.iq, { code })).toContain("three digits");
    for (const app of ["a", "{}a", "{urn:a}", "{urn:a}b c", "{urn:a}b:c", "{jabber:client}a"]) {
      expect(refusal(requests.iq, { app })).toContain("{namespace}name");
    }
    expect(refusal(requests.iq, { condition: "gone", address: "b@c" })).toContain(
      "not an absolute URI",
    );
  });
});

describe("a reply to any stanza", () => {
  const options = { condition: "conflict", language: "en", payload: "before" as const };

  it("is made whatever is declared around it, and whatever it holds that a stanza cannot", () => {
    const wrappers = ["xmlns:a:b='urn:x'", "xmlns:1='urn:x'", `xmlns:x"='urn:x'`, "xmlns:x='&#0;'"];
    const contents = [
      "<!DOCTYPE a [<!ENTITY b '>'>]><q xmlns='urn:x'>c<!DOCTYPE a>d</q>",
      "<q xmlns='urn:x'>&b;<?c?></q>",
    ];
    for (const wrapper of wrappers) {
      for (const content of contents) {
        const text = `<w ${wrapper}><c:iq xmlns:c='jabber:client' type='get' id='1'>${content}</c:iq></w>`;
        const document = open(text);
        const [{ start, end }] = document.stanzaSpans() as [{ start: number; end: number }];
        const source = text.slice(start, end);
        const { xml } = createErrorReply(source, document.scopeAt(start), options, style);
        expect(xml, text).toContain("<q xmlns='urn:x'>");
        judge(xml!);
      }
    }
  });

  it("is made or refused", () => {
    const inside = fc.array(fc.constantFrom(...pieces), { maxLength: 6 });
    fc.assert(
      fc.property(inside, inside, (around, parts) => {
        const text = `${around.join("")}\n<iq type='get' id='1'>${parts.join("")}</iq>`;
        const document = open(text);
        for (const { start, end } of document.stanzaSpans()) {
          const source = text.slice(start, end);
          const { xml } = createErrorReply(source, document.scopeAt(start), options, style);
          if (xml !== undefined) {
            judge(`<around xmlns:stream='http://etherx.jabber.org/streams'>${xml}</around>`);
          }
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
