/**
 * Reads any stanza with saxes, which is strict about XML 1.0, and passes its events to the builder.
 *
 * saxes runs without its namespace handling, which costs more than all the rest of it and trims the
 * namespace names that the rules need as they are; namespaces.ts does that part.
 */

import { SaxesParser } from "saxes";
import { locateFailure, locateMismatch } from "./locate";
import type { WellFormednessError } from "./tree";
import { Stop, type TreeBuilder } from "./treeBuilder";

export type { StrictReader };

/** Creates a reader that passes its events to the builder. */
export function createStrictReader(builder: TreeBuilder): StrictReader {
  return new StrictReader(builder);
}

class StrictReader {
  #saxes: SaxesParser;

  constructor(readonly builder: TreeBuilder) {
    this.#saxes = this.#createParser();
  }

  /** @throws Stop at the first error, or where a limit is exceeded */
  read(source: string): void {
    let isReady = false;
    try {
      // saxes takes a lone surrogate and the code unit after it for one character.
      if (!source.isWellFormed()) throw new Stop(loneSurrogate(source));
      this.#saxes.write(source);
      if (this.builder.open) return;
      this.#saxes.close();
      isReady = true;
    } finally {
      // A parser that was left in the middle of a stanza cannot read another.
      if (!isReady) this.#saxes = this.#createParser();
    }
  }

  #createParser(): SaxesParser {
    const { builder } = this;
    const saxes = new SaxesParser({ fragment: true, position: false });
    reserveHandlers(saxes);
    saxes.on("error", (error) => this.#fail(error.message));
    saxes.on("opentagstart", ({ name }) =>
      builder.startElement(name, name.indexOf(":"), saxes.position),
    );
    saxes.on("attribute", ({ name, value }) => this.#addAttribute(name, value));
    saxes.on("opentag", () => builder.endStartTag(saxes.position));
    saxes.on("closetag", (tag) => this.#endElement(tag.isSelfClosing));
    saxes.on("text", (value) => builder.addText(value, saxes.position - 1, false));
    saxes.on("cdata", (value) => builder.addText(value, saxes.position, true));
    saxes.on("comment", (value) => builder.addComment(value, saxes.position + 1));
    saxes.on("processinginstruction", ({ target }) =>
      builder.restrict("processing-instruction", target, saxes.position),
    );
    saxes.on("doctype", () => builder.restrict("doctype", "DOCTYPE", saxes.position));
    return saxes;
  }

  #addAttribute(name: string, value: string): void {
    const { source } = this.builder;
    const end = this.#saxes.position;
    const quote = source.charCodeAt(end - 1) === 0x22 ? '"' : "'";
    // The raw value cannot contain its own quote, so that the last quote before it is the opening quote.
    const valueStart = source.lastIndexOf(quote, end - 2) + 1;
    const nameStart = source.lastIndexOf(name, valueStart - 2);
    this.builder.addAttribute(name, name.indexOf(":"), value, nameStart, valueStart, end);
  }

  #endElement(isEmpty: boolean): void {
    const { source, tokenStart, open } = this.builder;
    // saxes closes the elements inside, and goes on. It has refused an end tag without any open element.
    const mismatch = isEmpty ? undefined : locateMismatch(source, tokenStart, open!);
    if (mismatch) throw new Stop(mismatch);
    this.builder.endElement(this.#saxes.position, isEmpty);
  }

  #fail(message: string): void {
    const { source, tokenStart } = this.builder;
    const { position } = this.#saxes;
    if (message === "undefined entity.") {
      const start = source.lastIndexOf("&", position - 1);
      const name = source.slice(start + 1, position - 1);
      this.builder.addReference(name, { start, end: position });
    } else if (message !== "inappropriately located doctype declaration.") {
      const open = this.builder.openSoFar();
      throw new Stop(locateFailure(source, { message, position, tokenStart, open }));
    }
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
