/** The nodes of a tree while it is built; `tree.ts` has their public interfaces. */

import type { Span } from "../text/span";
import type { Declarations } from "./namespaces";
import type { XmlAttribute, XmlElement, XmlNode, XmlText } from "./tree";

const NONE: readonly never[] = [];

/** Offsets are kept as numbers and spans created lazily: few are ever needed. */
export class Attribute implements XmlAttribute {
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

  get valueEnd(): number {
    return this.end - 1;
  }

  get valueSpan(): Span {
    return { start: this.valueStart, end: this.valueEnd };
  }
}

export class Text implements XmlText {
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

/** An element while it is being read; `XmlElement` is its public interface. */
export class OpenElement implements XmlElement {
  readonly kind = "element";
  attributes: readonly XmlAttribute[] = NONE;
  children: readonly XmlNode[] = NONE;
  namespace = "";
  declarations: Declarations | undefined = undefined;
  /** The default namespace in force inside it. */
  defaultNamespace = "";
  startTagEnd = 0;
  /** -1 for an empty-element tag. */
  endTagStart = -1;
  end = 0;
  hole: XmlAttribute | undefined = undefined;
  isElided = false;
  /** Earlier bindings of the prefixes that the element declares, to restore after it. */
  shadowed: Map<string, string | undefined> | undefined = undefined;
  /** Its own `xml:lang`, or that of the nearest element around it that has one. */
  language: XmlAttribute | undefined;
  /** True if a prefix is used or declared in the start tag: most have none. */
  hasPrefixes: boolean;

  constructor(
    readonly name: string,
    readonly prefix: string,
    readonly local: string,
    readonly parent: OpenElement | undefined,
    readonly start: number,
    /** Index of its first child among the nodes whose parents are open. */
    readonly firstChild: number,
  ) {
    this.hasPrefixes = name !== local;
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
