/** Requests and replies: which finding stands where, and what silences it. */

import { describe, expect, it } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { StanzaDocument } from "../../server/core/document/document";
import { applyEdits } from "../../server/core/rules/edits";

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";
const A = "viola@illyria.example/boat";
const B = "olivia@illyria.example/house";

interface Parts {
  readonly kind?: "message" | "presence" | "iq";
  readonly type?: string;
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
}

const attributes = (parts: Parts) =>
  (["type", "id", "from", "to"] as const)
    .filter((name) => parts[name] !== undefined)
    .map((name) => ` ${name}='${parts[name]}'`)
    .join("");

const stanza = ({ kind = "message", ...rest }: Parts) =>
  kind === "iq" && (rest.type === "get" || rest.type === "set")
    ? `<iq${attributes(rest)}><ping xmlns='urn:xmpp:ping'/></iq>\n`
    : `<${kind}${attributes(rest)}/>\n`;

const error = ({ kind = "message", ...rest }: Parts) =>
  `<${kind}${attributes({ ...rest, type: "error" })}><error type='cancel'><not-allowed xmlns='${STANZAS}'/></error></${kind}>\n`;

/** Each finding as `rule at what it stands on`. */
function told(...stanzas: string[]): string[] {
  const text = stanzas.join("");
  return new StanzaDocument(text, defaultConfiguration)
    .findings()
    .map(({ finding, span }) => `${finding.rule.id} at ${text.slice(span.start, span.end)}`);
}

describe("a reply that is right", () => {
  it("swaps the addresses of a request with its id", () => {
    const request = stanza({ kind: "iq", type: "get", id: "1", from: A, to: B });
    expect(told(request, error({ kind: "iq", id: "1", from: B, to: A }))).toEqual([]);
  });

  it("may use a bare JID for a full one, another case, or leave addresses out", () => {
    const request = stanza({ id: "1", from: A, to: "olivia@illyria.example" });
    expect(told(request, error({ id: "1", from: B, to: "VIOLA@illyria.example/boat" }))).toEqual(
      [],
    );
    expect(told(request, error({ id: "1" }))).toEqual([]);
  });
});

describe("reply-kind-mismatch", () => {
  const request = stanza({ kind: "message", id: "1", from: A, to: B });
  const reply = error({ kind: "iq", id: "1", from: B, to: A });

  it("is reported at the name of the error", () => {
    expect(told(request, reply)).toEqual(["reply-kind-mismatch at iq"]);
  });

  it("is not reported if an earlier stanza of its own kind fits", () => {
    const own = stanza({ kind: "iq", type: "set", id: "1", from: A, to: B });
    expect(told(own, request, reply)).toEqual([]);
  });

  it("is not reported without a common address, or if an address contradicts", () => {
    expect(told(request, error({ kind: "iq", id: "1" }))).toEqual([]);
    expect(
      told(request, error({ kind: "iq", id: "1", from: B, to: "feste@illyria.example" })),
    ).toEqual([]);
  });

  it("is not reported if a stanza of unknown type may be the request", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a hole as stanzas in test code have it
    const unknown = stanza({ kind: "iq", type: "${type}", id: "1", from: A, to: B });
    expect(told(unknown, request, reply)).toEqual([]);
  });

  it("ignores results", () => {
    expect(told(request, stanza({ kind: "iq", type: "result", id: "1", from: B, to: A }))).toEqual(
      [],
    );
  });
});

describe("reply-id-mismatch", () => {
  const request = stanza({ kind: "iq", type: "get", id: "1", from: A, to: B });
  const reply = error({ kind: "iq", id: "2", from: B, to: A });

  it("is reported at the id of the error right after", () => {
    expect(told(request, reply)).toEqual(["reply-id-mismatch at 2"]);
  });

  it("is repaired by the request's id", () => {
    const document = new StanzaDocument(request + reply, defaultConfiguration);
    const [fix] = document.fixes(document.findings()[0]!);
    expect(applyEdits(document.text, fix?.edits ?? [])).toBe(request + reply.replace("'2'", "'1'"));
  });

  it("is not reported with a stanza between", () => {
    expect(told(request, "<presence/>", reply)).toEqual([]);
    expect(told(request, "<message><body></message>\n", reply)).toEqual([
      "xml-not-well-formed at body",
    ]);
  });

  it("is not reported if the request is answered, even later", () => {
    const answer = stanza({ kind: "iq", type: "result", id: "1", from: B, to: A });
    expect(told(request, reply, answer)).toEqual([]);
  });

  it("is not reported if an earlier request has the error's own id", () => {
    const own = stanza({ kind: "iq", type: "get", id: "2", from: A, to: B });
    expect(told(own, request, reply)).toEqual([]);
  });

  it("is not reported if kinds differ, an id is missing, or addresses do not decide", () => {
    expect(told(request, error({ id: "2", from: B, to: A }))).toEqual([]);
    expect(told(stanza({ from: A, to: B }), error({ id: "2", from: B, to: A }))).toEqual([]);
    expect(told(request, error({ kind: "iq", id: "2" }))).toEqual([]);
    expect(told(request, error({ kind: "iq", id: "2", from: A, to: B }))).toEqual([]);
  });
});

describe("reply-address", () => {
  const request = stanza({ kind: "iq", type: "get", id: "1", from: A, to: B });
  const reply = stanza({ kind: "iq", type: "result", id: "1", from: A, to: B });

  it("is reported at the wrong address", () => {
    expect(told(request, reply)).toEqual([`reply-address at ${A}`]);
    const half = stanza({
      kind: "iq",
      type: "result",
      id: "1",
      from: B,
      to: "feste@illyria.example",
    });
    expect(told(request, half)).toEqual(["reply-address at feste@illyria.example"]);
  });

  it("is repaired by swapping the request's addresses", () => {
    const document = new StanzaDocument(request + reply, defaultConfiguration);
    const [fix] = document.fixes(document.findings()[0]!);
    expect(applyEdits(document.text, fix?.edits ?? [])).toBe(
      request + stanza({ kind: "iq", type: "result", id: "1", from: B, to: A }),
    );
  });

  it("is not reported if any earlier stanza of that id fits", () => {
    const other = stanza({ kind: "iq", type: "set", id: "1", from: B, to: A });
    expect(told(other, request, reply)).toEqual([]);
  });

  it("treats unknown and invalid addresses as missing", () => {
    const unknown = reply.replace(`from='${A}' to='${B}'`, "from='{jid}' to='%s'");
    expect(told(request, unknown)).toEqual([]);
    expect(told(request, reply.replace(`from='${A}' to='${B}'`, "to='@'"))).toEqual([
      "jid-invalid at @",
    ]);
  });
});

describe("reply-to-error", () => {
  const first = error({ id: "1", from: A, to: B });
  const second = error({ id: "1", from: B, to: A });

  it("is reported at the name of the second error", () => {
    expect(told(first, second)).toEqual(["reply-to-error at message"]);
  });

  it("is not reported if a request fits", () => {
    expect(told(stanza({ id: "1", from: A, to: B }), first, second)).toEqual([
      // The first error has the id of the request and its addresses not swapped.
      `reply-address at ${A}`,
    ]);
  });

  it("is not reported if an address is missing or the directions are the same", () => {
    expect(told(first, error({ id: "1", from: B }))).toEqual([]);
    expect(told(first, first)).toEqual([]);
  });

  it("is not reported if the first error was addressed to its own sender", () => {
    expect(told(error({ id: "1", from: A, to: A }), error({ id: "1", from: A, to: A }))).toEqual(
      [],
    );
  });
});

describe("the id that a fix adds to a reply", () => {
  it("becomes that of the request just before it", () => {
    const request = stanza({ kind: "iq", type: "get", id: "q7", from: A, to: B });
    const reply = stanza({ kind: "iq", type: "result", from: B, to: A });
    const document = new StanzaDocument(request + reply, defaultConfiguration);
    const [fix] = document.fixes(document.findings()[0]!);
    expect(fix).toMatchObject({ applicability: "automatic", values: { value: "q7" } });
  });

  it("is an unused id if another reply has the request's id", () => {
    const request = stanza({ kind: "iq", type: "get", id: "q7", from: A, to: B });
    const reply = stanza({ kind: "iq", type: "result", from: B, to: A });
    const answer = stanza({ kind: "iq", type: "result", id: "q7", from: B, to: A });
    const document = new StanzaDocument(request + reply + answer, defaultConfiguration);
    const [fix] = document.fixes(document.findings()[0]!);
    expect(fix?.values).toEqual({ value: "id-1" });
    expect(fix?.applicability).toBe("preferred");
  });
});

it("has its fix in a part of a text, whatever the next stanza will be", () => {
  const whole =
    stanza({ kind: "iq", type: "get", id: "1", from: A, to: B }) +
    stanza({ kind: "iq", type: "result", id: "1", from: A, to: B });
  const part = `${whole}<iq type='get' from='`;
  const document = new StanzaDocument(part, defaultConfiguration, undefined, { isOpen: true });
  const [found, ...others] = document.findings();
  expect([found?.finding.rule.id, others]).toEqual(["reply-address", []]);
  expect(document.fixes(found!)).toHaveLength(1);
  expect(document.findings()).toHaveLength(1);
});

describe("an edit", () => {
  it("adds and removes findings of replies elsewhere", () => {
    const request = stanza({ kind: "iq", type: "get", id: "1", from: A, to: B });
    const text = `${request}<presence/>\n${stanza({ kind: "iq", type: "result", id: "1", from: B, to: A })}`;
    const document = new StanzaDocument(text, defaultConfiguration);
    const count = () => document.findings().length;
    expect(count()).toBe(0);
    const at = text.indexOf(A) + A.length - 1;
    document.edit({ span: { start: at, end: at + 1 }, newText: "x" });
    expect(count()).toBe(1);
    document.edit({ span: { start: at, end: at + 1 }, newText: "t" });
    expect(count()).toBe(0);
  });

  it("that splits a stanza removes the finding of the reply after it", () => {
    const start = `<message${attributes({ type: "chat", id: "1", from: A, to: B })} xmlns:x='urn:x'>`;
    // Alone, what was nested has a prefix that nobody declares.
    const nested = "<x:w><iq type='set' id='2'><x:y/></iq></x:w>";
    const text = `${start}${nested}</message>\n${error({ id: "3", from: B, to: A })}`;
    const document = new StanzaDocument(text, defaultConfiguration);
    const rules = () => document.findings().map(({ finding }) => finding.rule.id);
    expect(rules()).toEqual(["reply-id-mismatch"]);
    document.edit({ span: { start: start.length, end: start.length }, newText: "</message>" });
    expect(rules()).toEqual(["xml-not-well-formed"]);
  });
});
