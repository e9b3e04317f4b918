/**
 * Parsing: saxes reads the text of one stanza, this builds the tree with offsets. Parsing never
 * throws: text that is not well-formed gives the first error at its exact place.
 *
 * saxes runs without its namespace handling, which costs more than all the rest of it and trims the
 * namespace names that the rules want to see as they are; namespaces.ts does that part.
 */

import { SaxesParser } from "saxes";
import { defaultParseLimits, type Exceeded, noParseLimits, type ParseLimits } from "./limits";
import { locateAtEnd, locateFailure, locateMismatch } from "./locate";
import { checkNamespaces, type Declarations, readDeclarations } from "./namespaces";
import { lookupNamespace, type Scope } from "./scope";
import type {
  ParseResult,
  Restricted,
  Span,
  WellFormednessError,
  XmlAttribute,
  XmlComment,
  XmlElement,
  XmlNode,
  XmlText,
} from "./tree";
import { isBlank } from "./tree";

/** Thrown through saxes to leave it at the first error, or where a limit is exceeded. */
class Stop extends Error {
  readonly result: ParseResult;

  constructor(found: WellFormednessError | Exceeded) {
    super("limit" in found ? found.limit : found.code);
    this.result = "limit" in found ? { exceeded: found } : { error: found };
  }
}

/** Offsets are kept as numbers and spans made when they are asked for: few ever are. */
class Attribute implements XmlAttribute {
  constructor(
    readonly name: string,
    readonly prefix: string,
    readonly local: string,
    readonly value: string,
    readonly unresolved: boolean,
    readonly nameStart: number,
    readonly valueStart: number,
    readonly end: number,
  ) {}

  get span(): Span {
    return { start: this.nameStart, end: this.end };
  }

  get nameSpan(): Span {
    return { start: this.nameStart, end: this.nameStart + this.name.length };
  }

  get valueSpan(): Span {
    return { start: this.valueStart, end: this.end - 1 };
  }
}

class Text implements XmlText {
  readonly kind = "text";

  constructor(
    readonly value: string,
    readonly cdata: boolean,
    readonly unresolved: boolean,
    readonly start: number,
    readonly end: number,
  ) {}

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}

/** An element while it is being read; `XmlElement` is what others see of it. */
export class OpenElement implements XmlElement {
  readonly kind = "element";
  readonly attributes: XmlAttribute[] = [];
  readonly children: XmlNode[] = [];
  namespace = "";
  declarations: Declarations | undefined = undefined;
  /** The default namespace in force inside it. */
  defaultNamespace = "";
  startTagEnd = 0;
  /** -1 for an empty-element tag. */
  endTagStart = -1;
  end = 0;
  /** What its declarations stood for around it. */
  shadowed: Map<string, string | undefined> | undefined = undefined;
  /** Its own `xml:lang`, or that of the nearest element around it that has one. */
  language: XmlAttribute | undefined;
  /** True if a namespace is declared, or a prefix used, in the start tag: most have neither. */
  hasNamespaces: boolean;

  constructor(
    readonly name: string,
    readonly prefix: string,
    readonly local: string,
    readonly parent: OpenElement | undefined,
    readonly start: number,
  ) {
    this.hasNamespaces = name !== local;
    this.language = parent?.language;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get startTag(): Span {
    return { start: this.start, end: this.startTagEnd };
  }

  get nameSpan(): Span {
    return { start: this.start + 1, end: this.start + 1 + this.name.length };
  }

  get endTag(): Span | undefined {
    return this.endTagStart < 0 ? undefined : { start: this.endTagStart, end: this.end };
  }
}

class TreeBuilder {
  source = "";
  scope: Scope | undefined;
  limits = noParseLimits;
  root: OpenElement | undefined;
  open: OpenElement | undefined;
  restricted: Restricted[] = [];
  comments: XmlComment[] = [];
  /** Where the markup or text that is being read begins. */
  tokenStart = 0;
  #unresolved = false;
  #depth = 0;
  /** What prefixes stand for at the place that is being read, as far as the stanza declares them. */
  readonly #bound = new Map<string, string | undefined>();
  /** What they stand for around the stanza, as far as that was asked for. */
  readonly #outer = new Map<string, string | undefined>();
  #saxes = this.#createParser();

  parse(source: string, scope: Scope | undefined, limits: ParseLimits): ParseResult {
    if (source.length > limits.stanzaLength) {
      const end = /^<[^\s/>]{0,100}/.exec(source)?.[0].length ?? 1;
      const most = limits.stanzaLength;
      return { exceeded: { limit: "stanzaLength", span: { start: Math.min(1, end), end }, most } };
    }
    this.source = source;
    this.scope = scope;
    this.limits = limits;
    this.#depth = 0;
    this.root = this.open = undefined;
    this.restricted = [];
    this.comments = [];
    this.tokenStart = 0;
    this.#unresolved = false;
    try {
      // saxes takes a lone surrogate and what follows it for one character.
      if (!source.isWellFormed()) throw new Stop(loneSurrogate(source));
      this.#saxes.write(source);
      if (this.open) throw new Stop(locateAtEnd(source, this.tokenStart, this.open));
      this.#saxes.close();
      return { root: this.root!, restricted: this.restricted, comments: this.comments };
    } catch (stop) {
      this.#saxes = this.#createParser();
      if (!(stop instanceof Stop)) throw stop;
      return stop.result;
    } finally {
      this.source = "";
      this.root = this.open = undefined;
      if (this.#bound.size > 0) this.#bound.clear();
      if (this.#outer.size > 0) this.#outer.clear();
    }
  }

  #createParser(): SaxesParser {
    const saxes = new SaxesParser({ fragment: true, position: false });
    reserveHandlers(saxes);
    saxes.on("error", (error) => this.#fail(error.message));
    saxes.on("opentagstart", (tag) => this.#startElement(tag.name));
    saxes.on("attribute", (found) => this.#addAttribute(found as { name: string; value: string }));
    saxes.on("opentag", () => this.#endStartTag());
    saxes.on("closetag", (tag) => this.#endElement(tag.isSelfClosing));
    saxes.on("text", (value) => this.#addText(value, this.#saxes.position - 1, false));
    saxes.on("cdata", (value) => this.#addText(value, this.#saxes.position, true));
    saxes.on("comment", (value) => this.#addComment(value, this.#saxes.position + 1));
    saxes.on("processinginstruction", ({ target }) =>
      this.#restrict("processing-instruction", target),
    );
    saxes.on("doctype", () => this.#restrict("doctype", "DOCTYPE"));
    return saxes;
  }

  #startElement(name: string): void {
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? "" : name.slice(0, colon);
    const local = colon < 0 ? name : name.slice(colon + 1);
    const element = new OpenElement(name, prefix, local, this.open, this.tokenStart);
    if (this.open) this.open.children.push(element);
    else if (this.root) throw new Stop(this.#behindRoot());
    else this.root = element;
    this.open = element;
    const { depth } = this.limits;
    if (++this.#depth > depth) {
      throw new Stop({ limit: "depth", span: element.nameSpan, most: depth });
    }
  }

  #addAttribute({ name, value }: { name: string; value: string }): void {
    const { source } = this;
    const end = this.#saxes.position;
    const quote = source.charCodeAt(end - 1) === 0x22 ? '"' : "'";
    // The raw value cannot hold its own quote, so the one before it opens it.
    const valueStart = source.lastIndexOf(quote, end - 2) + 1;
    const nameStart = source.lastIndexOf(name, valueStart - 2);
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? "" : name.slice(0, colon);
    const local = colon < 0 ? name : name.slice(colon + 1);
    const element = this.open!;
    const unresolved = this.#unresolved;
    const attribute = new Attribute(
      name,
      prefix,
      local,
      value,
      unresolved,
      nameStart,
      valueStart,
      end,
    );
    if (colon >= 0 || name === "xmlns") {
      element.hasNamespaces = true;
      if (name === "xml:lang") element.language = attribute;
    }
    element.attributes.push(attribute);
    const most = this.limits.attributes;
    if (element.attributes.length > most) {
      throw new Stop({ limit: "attributes", span: attribute.nameSpan, most });
    }
    this.#unresolved = false;
  }

  #endStartTag(): void {
    const element = this.open!;
    this.tokenStart = element.startTagEnd = this.#saxes.position;
    const outer = element.parent ? element.parent.defaultNamespace : this.#outerNamespace();
    element.defaultNamespace = outer;
    if (element.hasNamespaces) {
      element.declarations = readDeclarations(element);
      element.defaultNamespace = element.declarations?.get("") ?? outer;
      if (element.declarations) this.#bind(element, element.declarations);
      const wrong = checkNamespaces(element, this.#resolve);
      if (wrong) throw new Stop(wrong);
    }
    element.namespace =
      element.prefix === "" ? element.defaultNamespace : (this.#resolve(element.prefix) ?? "");
  }

  #outerNamespace(): string {
    return lookupNamespace(this.scope, "") ?? "";
  }

  #bind(element: OpenElement, declarations: Declarations): void {
    element.shadowed = new Map();
    for (const [prefix, namespace] of declarations) {
      element.shadowed.set(prefix, this.#bound.get(prefix));
      this.#bound.set(prefix, namespace);
    }
  }

  #endElement(isEmpty: boolean): void {
    const element = this.open!;
    element.end = this.#saxes.position;
    if (!isEmpty) {
      const mismatch = locateMismatch(this.source, this.tokenStart, element);
      if (mismatch) throw new Stop(mismatch);
      element.endTagStart = this.tokenStart;
    }
    if (element.shadowed) {
      for (const [prefix, namespace] of element.shadowed) this.#bound.set(prefix, namespace);
      element.shadowed = undefined;
    }
    this.tokenStart = element.end;
    this.open = element.parent;
    this.#depth--;
  }

  #addText(value: string, end: number, cdata: boolean): void {
    const start = this.tokenStart;
    this.tokenStart = end;
    // White space between elements is half of all nodes, and says nothing unless it was written as
    // references.
    if (!cdata && value.length === end - start && isBlank(value)) return;
    this.open?.children.push(new Text(value, cdata, this.#unresolved, start, end));
    this.#unresolved = false;
  }

  #addComment(value: string, end: number): void {
    const comment: XmlComment = { kind: "comment", value, span: { start: this.tokenStart, end } };
    this.tokenStart = end;
    this.comments.push(comment);
    this.open?.children.push(comment);
  }

  #restrict(feature: Restricted["feature"], name: string): void {
    const end = this.#saxes.position;
    this.restricted.push({ feature, name, span: { start: this.tokenStart, end } });
    this.tokenStart = end;
  }

  readonly #resolve = (prefix: string): string | undefined => {
    const bound = this.#bound.get(prefix);
    if (bound !== undefined) return bound;
    if (this.#outer.has(prefix)) return this.#outer.get(prefix);
    const outer = lookupNamespace(this.scope, prefix);
    this.#outer.set(prefix, outer);
    return outer;
  };

  #fail(message: string): void {
    const { source, tokenStart } = this;
    const position = this.#saxes.position;
    if (message === "undefined entity.") {
      const start = source.lastIndexOf("&", position - 1);
      const name = source.slice(start + 1, position - 1);
      this.restricted.push({ feature: "entity-reference", name, span: { start, end: position } });
      this.#unresolved = true;
    } else if (message !== "inappropriately located doctype declaration.") {
      throw new Stop(locateFailure(source, { message, position, tokenStart, open: this.open }));
    }
  }

  #behindRoot(): WellFormednessError {
    const span = { start: this.tokenStart, end: this.#saxes.position };
    return { code: "markup", subject: "", span };
  }
}

/**
 * Gives the parser its handler properties under their own names. `on` would add them one by one
 * under computed names, after a dozen of which V8 makes the object a dictionary, and parsing takes
 * five times as long (docs/decisions/parser.md).
 */
function reserveHandlers(saxes: SaxesParser): void {
  const parser = saxes as unknown as Record<`${string}Handler`, undefined>;
  parser.errorHandler = undefined;
  parser.openTagStartHandler = undefined;
  parser.attributeHandler = undefined;
  parser.openTagHandler = undefined;
  parser.closeTagHandler = undefined;
  parser.textHandler = undefined;
  parser.cdataHandler = undefined;
  parser.commentHandler = undefined;
  parser.piHandler = undefined;
  parser.doctypeHandler = undefined;
}

function loneSurrogate(source: string): WellFormednessError {
  const start = source.search(/\p{Surrogate}/u);
  const subject = `U+${source.charCodeAt(start).toString(16).toUpperCase()}`;
  return { code: "character", subject, span: { start, end: start + 1 } };
}

const builder = new TreeBuilder();

/**
 * Parses the text of one stanza: XML 1.0 with namespaces, one root element, no DTD.
 * @param source from `<` to `>`; offsets in the result count UTF-16 code units from its start
 * @param scope what is declared around it
 * @param limits of what is larger, nothing is said but that
 */
export function parse(
  source: string,
  scope: Scope | undefined,
  limits: ParseLimits = defaultParseLimits,
): ParseResult {
  return builder.parse(source, scope, limits);
}
