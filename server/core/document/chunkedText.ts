/**
 * A text too large to be kept, checked part by part while it is read. A part ends between stanzas, and what is
 * open there, namespaces as comments that silence rules, goes on in the next one. What would take all of the text
 * to know is not told: see docs/decisions/parts.md.
 */

import type { Configuration } from "../check/config";
import type { DocumentFinding } from "../check/documentFindings";
import suppressionUnused from "../rules/suppression-unused";
import { directivesBehind, isNextLineOpen } from "../suppressions/suppressions";
import { expectDefined } from "../text/invariant";
import { LineIndex } from "../text/lines";
import type { Scope } from "../xml/scope";
import { hasSignsOfXmpp } from "../xmpp/signs";
import { isRequest } from "../xmpp/summary";
import { IdFilter } from "./idFilter";
import { type RegionView, SourceDocument } from "./sourceDocument";

/** UTF-16 code units of a part, at least. */
const PART = 250_000;

/** Of more of them without a stanza that ends, all is taken as it is. */
const MOST = 64_000_000;

/** A part of the text that was checked. */
export interface CheckedPart {
  readonly document: SourceDocument;
  readonly findings: DocumentFinding[];
  /** Number of stanzas; those that the next part begins with are not among them. */
  readonly stanzaCount: number;
  /** Gives the positions that the findings have in all of the text. */
  readonly lines: LineIndex;
}

export class ChunkedChecker {
  readonly #configuration: Configuration;
  /** Ids of the parts before the last one. */
  readonly #ids = new IdFilter();
  /** True if some part so far has to do with XMPP. */
  #isOfXmpp = false;
  /** Those of the last one, which is still asked for fixes. */
  #lastIds: readonly string[] = [];
  #chunks: string[] = [];
  #length = 0;
  #scope: Scope | undefined;
  /** True if the last part ends with an iq that asks for something and has no id. */
  #isAfterRequest = false;
  /** Stands before the next part, and is not in the text. */
  #carried = "";
  /** Where the next part begins. */
  #position = { line: 0, character: 0 };
  #wanted: number;

  /**
   * @param part its size; smaller ones for tests
   * @param most as much is taken as it is where no stanza ends
   */
  constructor(
    configuration: Configuration,
    readonly part = PART,
    readonly most = MOST,
  ) {
    // A request before its error may have its reply in any later part.
    const rules = { ...configuration.rules, "reply-id-mismatch": "off" } as const;
    this.#configuration = { ...configuration, rules };
    this.#wanted = part;
  }

  /** Takes more of the text; gives a part where one is complete. */
  add(text: string): CheckedPart | undefined {
    this.#chunks.push(text);
    this.#length += text.length;
    // A line end is not cut in two.
    if (text.endsWith("\r")) return undefined;
    if (this.#length < this.#wanted) return undefined;
    return this.#check(this.#length < this.most);
  }

  /** What is left when there is no more. */
  end(): CheckedPart {
    return expectDefined(this.#check(false), "what is not open is checked to its end");
  }

  #check(isOpen: boolean): CheckedPart | undefined {
    for (const id of this.#lastIds) this.#ids.add(id);
    this.#lastIds = [];
    const carried = this.#carried;
    const read = this.#chunks.join("");
    const text = carried + read;
    const isKnownId = (id: string) => this.#ids.mayHave(id);
    this.#isOfXmpp ||= hasSignsOfXmpp(text);
    const within = {
      scope: this.#scope,
      isOpen,
      isKnownId,
      isAfterRequest: this.#isAfterRequest,
      isOfXmpp: this.#isOfXmpp,
    };
    const document = new SourceDocument(text, this.#configuration, undefined, {}, within);
    const [{ document: stanzas }] = document.regions() as [RegionView];
    const { offset, scope } = stanzas.rest();
    const end = isOpen ? Math.max(offset, carried.length) : text.length;
    if (isOpen && (end === carried.length || isNextLineOpen(text.slice(0, end)))) {
      // It cannot end here, and will be looked at again when it is twice as long.
      this.#chunks = [read];
      this.#wanted = 2 * this.#length;
      return undefined;
    }
    const { line, character } = this.#position;
    const lines = new LineIndex(text, { line, character: character - carried.length });
    const findings = document.findings().filter(({ finding: { rule, messageKey }, span }) => {
      // A comment behind the last stanza is about the next one, and goes with it.
      if (isOpen && span.start >= end) return false;
      // What is wrong with a comment that was carried on was told where it stands.
      if (span.start < carried.length) return false;
      // What silences nothing here may do so in another part.
      return rule !== suppressionUnused || messageKey !== "unused";
    });
    const stanzaCount = stanzas.stanzaSpans().filter(({ start }) => start < end).length;
    this.#lastIds = [...stanzas.ids()];
    const last = stanzas.stanzas().findLast(({ span }) => span.end <= end)?.summary;
    this.#isAfterRequest = last?.kind === "iq" && isRequest(last) && last.idValue === undefined;
    this.#position = lines.positionAt(end);
    this.#carried = directivesBehind(text.slice(0, end));
    this.#scope = scope;
    const rest = text.slice(end);
    this.#chunks = [rest];
    this.#length = rest.length;
    this.#wanted = Math.max(this.part, 2 * rest.length);
    return { document, findings, stanzaCount, lines };
  }
}
