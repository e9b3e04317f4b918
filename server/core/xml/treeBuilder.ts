/**
 * Builds the tree of one stanza from the events of a reader, in the order of the text. It resolves namespaces,
 * applies the limits, and checks names and declarations against Namespaces in XML, which
 * no reader does.
 */

import type { Span } from "../text/span";
import { type ExceededLimit, noParseLimits, type ParseLimits } from "./limits";
import { locateAtEnd } from "./locate";
import { NamespaceBindings } from "./namespaceBindings";
import {
  checkDeclaration,
  checkNamespaces,
  namespaceOf,
  readDeclarations,
  UNKNOWN_NAMESPACE,
} from "./namespaces";
import { Attribute, OpenElement, Text } from "./nodes";
import type { Resolved } from "./resolve";
import type { Scope } from "./scope";
import type {
  ParseResult,
  Restricted,
  WellFormednessError,
  XmlAttribute,
  XmlComment,
  XmlNode,
} from "./tree";
import { isBlank } from "./tree";

/** Maximum number of nodes that stay in the array after their stanza. */
const MAX_KEPT = 1000;

/** Thrown through a reader to leave it at the first error, or where a limit is exceeded. */
export class Stop extends Error {
  readonly result: ParseResult;

  constructor(found: WellFormednessError | ExceededLimit) {
    super("limit" in found ? found.limit : found.code);
    this.result = "limit" in found ? { exceeded: found } : { error: found };
  }
}

/** Takes offsets in UTF-16 code units from the start of the source. */
export class TreeBuilder {
  source = "";
  root: OpenElement | undefined;
  /** The innermost open element. */
  open: OpenElement | undefined;
  /** Start of the markup or text that is being read. */
  tokenStart = 0;
  #limits = noParseLimits;
  // The complete nodes of the open elements, and the attributes of the current tag. They are counted
  // here: an array that is shortened gives its memory back, and allocates it again at the next push.
  #nodes: XmlNode[] = [];
  #nodeCount = 0;
  #attributes: XmlAttribute[] = [];
  #attributeCount = 0;
  /** The default namespace that the current element declares. */
  #declared: XmlAttribute | undefined;
  #restricted: Restricted[] = [];
  #comments: XmlComment[] = [];
  /** True if the text or value that is being read has an unknown reference. */
  #unresolved = false;
  #depth = 0;
  /** The resolved text, and the number of its holes that were met. */
  #resolved: Resolved | undefined;
  #holeCount = 0;
  readonly #bindings = new NamespaceBindings();

  begin(source: string, scope: Scope | undefined, limits: ParseLimits, resolved?: Resolved): void {
    this.source = source;
    this.#resolved = resolved;
    this.#holeCount = 0;
    this.#bindings.reset(scope);
    this.#limits = limits;
    this.#depth = 0;
    this.root = this.open = undefined;
    this.#nodeCount = 0;
    this.#attributeCount = 0;
    this.#declared = undefined;
    this.#restricted = [];
    this.#comments = [];
    this.tokenStart = 0;
    this.#unresolved = false;
  }

  /** The innermost open element, with all of its start tag that was read. */
  openSoFar(): OpenElement | undefined {
    if (this.open && this.#attributeCount > 0) this.open.attributes = this.#takeAttributes();
    return this.open;
  }

  /** @throws Stop if an element is open that no elision closes */
  end(): ParseResult {
    const open = this.openSoFar();
    if (open && this.#resolved?.isCut) open.isElided = true;
    else if (open) throw new Stop(locateAtEnd(this.source, this.tokenStart, open));
    // Readers end after the first start tag at the earliest, which makes the root.
    return { root: this.root!, restricted: this.#restricted, comments: this.#comments };
  }

  /** Releases the stanza. */
  forget(): void {
    this.source = "";
    this.#bindings.reset(undefined);
    this.#resolved = undefined;
    this.root = this.open = undefined;
    // A few nodes stay until others take their places; those of a large stanza do not.
    if (this.#nodes.length > MAX_KEPT) this.#nodes = [];
    if (this.#attributes.length > MAX_KEPT) this.#attributes = [];
  }

  /**
   * Adds the start tag at `tokenStart`.
   * @param colon offset of the colon in the name, or -1
   * @param end end of the known part of the tag
   */
  startElement(name: string, colon: number, end: number): void {
    const prefix = colon < 0 ? "" : name.slice(0, colon);
    const local = colon < 0 ? name : name.slice(colon + 1);
    const { open } = this;
    const element = new OpenElement(name, prefix, local, open, this.tokenStart, this.#nodeCount);
    if (!open) {
      if (this.root) throw new Stop(this.#contentAfterRoot(end));
      this.root = element;
    }
    this.open = element;
    const { depth } = this.#limits;
    if (++this.#depth > depth)
      throw new Stop({ limit: "depth", span: element.nameSpan, max: depth });
  }

  /** Adds an attribute of the start tag, with references resolved. */
  addAttribute(
    name: string,
    colon: number,
    value: string,
    nameStart: number,
    valueStart: number,
    end: number,
  ): void {
    const prefix = colon < 0 ? "" : name.slice(0, colon);
    const local = colon < 0 ? name : name.slice(colon + 1);
    // A reader adds attributes between `startElement` and `endStartTag`.
    const element = this.open!;
    const unresolved = this.#unresolved || this.#resolved?.values.has(valueStart) === true;
    // biome-ignore format: one line says as much
    const attribute = new Attribute(name, prefix, local, value, unresolved, nameStart, valueStart, end);
    if (colon >= 0) {
      element.hasPrefixes = true;
      if (name === "xml:lang") element.language = attribute;
    } else if (name === "xmlns") {
      this.#declared = attribute;
    }
    this.#attributes[this.#attributeCount++] = attribute;
    const max = this.#limits.attributes;
    if (this.#attributeCount > max) {
      throw new Stop({ limit: "attributes", span: attribute.nameSpan, max });
    }
    this.#unresolved = false;
  }

  /** True if the start tag that is being read has an attribute of that name. */
  hasAttribute(name: string): boolean {
    for (let i = 0; i < this.#attributeCount; i++) {
      if (this.#attributes[i]!.name === name) return true;
    }
    return false;
  }

  /** @param end offset after the `>` */
  endStartTag(end: number): void {
    // `startElement` comes before it.
    const element = this.open!;
    this.tokenStart = element.startTagEnd = end;
    if (this.#attributeCount > 0) element.attributes = this.#takeAttributes();
    const outer = element.parent ? element.parent.defaultNamespace : this.#bindings.outerDefault;
    element.defaultNamespace = outer;
    const declared = this.#declared;
    this.#declared = undefined;
    if (declared && !element.hasPrefixes) {
      // Most elements with declarations have only this one.
      const wrong = checkDeclaration(declared);
      if (wrong) throw new Stop(wrong);
      element.defaultNamespace = namespaceOf(declared);
    } else if (element.hasPrefixes) {
      element.declarations = readDeclarations(element);
      element.defaultNamespace = element.declarations?.get("") ?? outer;
      if (element.declarations) this.#bindings.enter(element, element.declarations);
      const wrong = checkNamespaces(element, this.#bindings.resolve);
      if (wrong) throw new Stop(wrong);
    }
    if (this.#resolved) this.#addHoles(element, declared !== undefined, this.#resolved);
    element.namespace =
      element.prefix === ""
        ? element.defaultNamespace
        : (this.#bindings.resolve(element.prefix) ?? "");
  }

  /** Adds the holes among the attributes, in which any missing attribute may be. */
  #addHoles(element: OpenElement, isDeclared: boolean, { holes }: Resolved): void {
    const first = this.#holeCount;
    const { startTagEnd } = element;
    while ((holes[this.#holeCount]?.start ?? startTagEnd) < startTagEnd) this.#holeCount++;
    const own = holes.slice(first, this.#holeCount);
    const [hole] = own;
    if (!hole) return;
    element.hole = new Attribute("", "", "", "", true, hole.start, hole.start, hole.end);
    element.isElided = own.some(({ isElision }) => isElision);
    // The stanza itself is known to be a stanza.
    if (!isDeclared && element.parent) element.defaultNamespace = UNKNOWN_NAMESPACE;
    if (element.language === element.parent?.language) element.language = element.hole;
  }

  /** Adds the matching end tag at `tokenStart`; for an empty-element tag, that tag itself. */
  endElement(end: number, isEmpty: boolean): void {
    // An end tag without a match has stopped the reader before.
    const element = this.open!;
    element.end = end;
    if (!isEmpty) element.endTagStart = this.tokenStart;
    if (element.shadowed) this.#bindings.leave(element);
    if (this.#nodeCount > element.firstChild) {
      element.children = this.#nodes.slice(element.firstChild, this.#nodeCount);
      this.#nodeCount = element.firstChild;
    }
    this.tokenStart = end;
    this.open = element.parent;
    if (this.open) this.#addNode(element);
    this.#depth--;
  }

  /** Adds character data from `tokenStart`, or a CDATA section. */
  addText(value: string, end: number, cdata: boolean): void {
    const start = this.tokenStart;
    this.tokenStart = end;
    // White space between elements is half of all nodes, and has no meaning unless it was written as
    // references.
    if (!cdata && value.length === end - start && isBlank(value)) return;
    if (this.open) this.#addNode(new Text(value, cdata, this.#unresolved, start, end));
    this.#unresolved = false;
  }

  addComment(value: string, end: number): void {
    const comment: XmlComment = { kind: "comment", value, span: { start: this.tokenStart, end } };
    this.tokenStart = end;
    this.#comments.push(comment);
    if (this.open) this.#addNode(comment);
  }

  /** Adds XML from `tokenStart` on that streams must not contain. */
  restrict(feature: Restricted["feature"], name: string, end: number): void {
    this.#restricted.push({ feature, name, span: { start: this.tokenStart, end } });
    this.tokenStart = end;
  }

  /** Adds a reference to an unknown entity, in the text or value that is being read. */
  addReference(name: string, span: Span): void {
    this.#restricted.push({ feature: "entity-reference", name, span });
    this.#unresolved = true;
  }

  #addNode(node: XmlNode): void {
    this.#nodes[this.#nodeCount++] = node;
  }

  #takeAttributes(): XmlAttribute[] {
    const count = this.#attributeCount;
    this.#attributeCount = 0;
    return this.#attributes.slice(0, count);
  }

  #contentAfterRoot(end: number): WellFormednessError {
    return { code: "markup", subject: "", span: { start: this.tokenStart, end } };
  }
}
