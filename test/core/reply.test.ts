/** Error replies: what they hold, how they are written, and what is refused. */

import { DOMParser } from "@xmldom/xmldom";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { StanzaDocument } from "../../server/core/document/document";
import { createErrorReply, type ReplyOptions } from "../../server/core/replies/reply";
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
    { condition: "item-not-found", language: "en", includePayload: false, ...options },
    style,
  );
}

describe("the reply to a request", () => {
  for (const [kind, request] of Object.entries(requests)) {
    for (const { name } of conditions) {
      for (const extra of [
        {},
        { text: 'Not <here> & "now"', by: "illyria.example", includePayload: true },
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
      { condition: "conflict", language: "en", includePayload: false },
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
    const { xml } = replyTo(request, { text, includePayload: true });
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
      { condition: "not-allowed", language: "en", includePayload: true },
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

describe("a reply is refused", () => {
  const refusal = (source: string, options: Partial<ReplyOptions> = {}) =>
    replyTo(source, options).refusal;

  it("to an error and to a result", () => {
    expect(refusal("<message type='error'/>")).toContain("§8.3.1");
    expect(refusal("<iq type='result' id='1'/>")).toContain("§8.2.3");
  });

  it("to what is broken, unknown, or has no id to repeat", () => {
    expect(refusal("<message><body></message>")).toContain("not well-formed");
    expect(refusal(`<message>${"<a>".repeat(300)}${"</a>".repeat(300)}</message>`)).toContain(
      "exceeds the configured limits",
    );
    expect(refusal("<message from='a@@b'/>")).toContain("not a valid address");
    expect(refusal("<message to='a@@b'/>")).toContain("not a valid address");
    expect(refusal("<iq type='{type}' id='1'/>")).toContain("is unknown");
    expect(refusal("<iq type='get'><a xmlns='b'/></iq>")).toContain("no id");
  });

  it("with a condition, type or address that there is not", () => {
    expect(refusal(requests.iq, { condition: "payment-required" })).toContain(
      "22 defined conditions",
    );
    expect(refusal(requests.iq, { type: "fatal" })).toContain("Unknown error type");
    expect(refusal(requests.iq, { by: "a@@b" })).toContain("not a valid address");
    expect(refusal(requests.iq, { language: "not a language" })).toContain("not a language tag");
    expect(refusal(requests.iq, { condition: "gone", address: "b@c" })).toContain(
      "not an absolute URI",
    );
  });
});

describe("a reply to any stanza", () => {
  const options = { condition: "conflict", language: "en", includePayload: true };

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
