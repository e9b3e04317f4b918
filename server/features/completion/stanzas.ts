/** Whole stanzas, where a stanza may begin: requests, and replies to earlier requests. */

import { CompletionItemKind } from "vscode-languageserver";
import { escapeValue } from "../../core/rules/edits";
import { lookupLoosely } from "../../core/xml/loose";
import { IdSource } from "../../core/xmpp/ids";
import { CLIENT_NAMESPACE } from "../../core/xmpp/namespaces";
import { isStanzaNamespace, type StanzaKind } from "../../core/xmpp/stanza";
import type { ElementCursor } from "../cursor";
import { errorLines, replacedSpan } from "./elements";
import { withoutBracket } from "./errorMarkup";
import {
  type CompletionCandidate,
  type CompletionContext,
  layoutAt,
  markupStart,
  quoteNear,
} from "./offer";
import { nearestRequest, type Request } from "./requests";
import { choice, type Line, layOut, type Template } from "./template";

const kinds: readonly StanzaKind[] = ["message", "presence", "iq"];

/** The stanzas that may begin at the cursor, which is outside all stanzas. */
export function stanzaOffers(
  writing: CompletionContext,
  cursor: ElementCursor,
): CompletionCandidate[] {
  const { document, translate } = writing;
  const span = replacedSpan(document.text, cursor);
  if (!span || !mayBegin(writing, cursor)) return [];
  const layout = layoutAt(writing);
  const id = new IdSource(document.text).next();
  const style = new StanzaStyle(writing, cursor, id);
  const offer = (
    label: string,
    kind: StanzaKind,
    detail: string,
    lines: Line[],
  ): CompletionCandidate => ({
    label,
    kind: CompletionItemKind.Struct,
    detail,
    span,
    template: withoutBracket(layOut(lines, layout), cursor),
    topic: { topic: "kind", kind },
  });
  const reply = (
    label: string,
    kind: StanzaKind,
    type: string,
    detail: string,
  ): CompletionCandidate => {
    const request = nearestRequest(document, markupStart(cursor), kind);
    const answer = request
      ? translate("Answers the {kind} with id {id}", { kind, id: request.id })
      : detail;
    return offer(label, kind, answer, style.reply(kind, type, request));
  };
  const chat = ["chat", "normal", "groupchat", "headline"];
  return [
    offer("message", "message", translate("A message to somebody"), style.message(choice(chat))),
    offer("presence", "presence", translate("Tells that somebody is available"), style.presence()),
    offer(
      "iq get",
      "iq",
      translate("Asks for data"),
      style.request("get", "query", "jabber:iq:roster"),
    ),
    offer(
      "iq set",
      "iq",
      translate("Sends data, or asks for something to be done"),
      style.request("set", "bind", "urn:ietf:params:xml:ns:xmpp-bind"),
    ),
    reply("iq result", "iq", "result", translate("Answers an iq that succeeded")),
    reply("iq error", "iq", "error", translate("Answers an iq that failed")),
    reply("message error", "message", "error", translate("Answers a message that failed")),
    reply("presence error", "presence", "error", translate("Answers a presence that failed")),
  ];
}

/**
 * True if the text at the cursor may become a stanza. No stanzas are offered in prose between stanzas, nor in XML
 * that may have nothing to do with XMPP.
 */
function mayBegin(
  { document: { text }, isStanzaLanguage }: CompletionContext,
  cursor: ElementCursor,
): boolean {
  const { nameSpan, opened } = cursor;
  const typed = text.slice(nameSpan.start, cursor.offset);
  if (!isStanzaLanguage) {
    return opened && typed !== "" && kinds.some((kind) => kind.startsWith(typed));
  }
  if (opened) return true;
  const line = text.slice(text.lastIndexOf("\n", nameSpan.start - 1) + 1, nameSpan.start);
  return /^\s*(?:\S{1,20}:\s*)?$|>\s*$/.test(line);
}

/** Style of the stanzas of the document: quotes, layout, indentation. */
class StanzaStyle {
  readonly #quote: string;
  readonly #namespace: string;

  constructor(
    writing: CompletionContext,
    cursor: ElementCursor,
    readonly id: string,
  ) {
    this.writing = writing;
    this.#quote = quoteNear(writing);
    const inherited = lookupLoosely(cursor.parent, "", cursor.scope);
    this.#namespace = isStanzaNamespace(inherited) ? "" : CLIENT_NAMESPACE;
  }

  readonly writing: CompletionContext;

  message(type: Template[number]): Line[] {
    const attributes = [
      ...this.#attribute("type", type),
      ...this.#attribute("id", { text: this.id }),
      ...this.#attribute("to", { text: "juliet@example.com" }),
    ];
    return this.#element("message", attributes, [
      { depth: 1, parts: ["<body>", { text: "" }, "</body>"] },
    ]);
  }

  presence(): Line[] {
    return this.#element("presence", this.#attribute("from", { text: "romeo@example.net" }), []);
  }

  request(type: string, payload: string, namespace: string): Line[] {
    const attributes = [
      ...this.#attribute("type", type),
      ...this.#attribute("id", { text: this.id }),
      ...this.#attribute("to", { text: "example.com" }),
    ];
    const child: Template = [
      "<",
      { text: payload },
      ...this.#attribute("xmlns", { text: namespace }),
      "/>",
    ];
    return this.#element("iq", attributes, [{ depth: 1, parts: child }]);
  }

  /** With the id of the request and its addresses exchanged (§8.3.1, rules 2 and 3). */
  reply(kind: StanzaKind, type: string, request: Request | undefined): Line[] {
    const known = (value: string | undefined) =>
      value === undefined ? undefined : { text: value };
    const from = request ? known(request.to) : { text: "juliet@example.com" };
    const to = request ? known(request.from) : { text: "romeo@example.net" };
    const attributes = [
      ...this.#attribute("type", type),
      ...this.#attribute("id", request ? request.id : { text: this.id }),
      ...(from ? this.#attribute("from", from) : []),
      ...(to ? this.#attribute("to", to) : []),
    ];
    const error = type === "error" ? errorLines(this.writing, "") : [];
    const children = error.map(({ depth, parts }) => ({ depth: depth + 1, parts }));
    return this.#element(kind, attributes, children);
  }

  #element(name: string, attributes: Template, children: readonly Line[]): Line[] {
    const declared = this.#namespace === "" ? [] : this.#attribute("xmlns", this.#namespace);
    const start: Template = [`<${name}`, ...declared, ...attributes];
    if (children.length === 0) return [{ depth: 0, parts: [...start, "/>"] }];
    return [{ depth: 0, parts: [...start, ">"] }, ...children, { depth: 0, parts: [`</${name}>`] }];
  }

  #attribute(name: string, value: Template[number]): Template {
    const quote = this.#quote;
    const escaped =
      typeof value === "string"
        ? escapeValue(value, quote)
        : { ...value, text: escapeValue(value.text, quote) };
    return [` ${name}=${quote}`, escaped, quote];
  }
}
