/**
 * A text too large for memory, checked part by part while it is read (streaming). A part ends between stanzas; open
 * wrappers, namespaces and directives carry over to the next part. Findings that need the whole text are
 * not reported: see docs/decisions/parts.md.
 */

import type { Configuration } from "../check/config";
import type { DocumentFinding } from "../check/documentFindings";
import suppressionUnused from "../rules/suppression-unused";
import { continuedDirectives, isNextLineOpen } from "../suppressions/continuedDirectives";
import { expectDefined } from "../text/invariant";
import { LineIndex } from "../text/lines";
import type { Scope } from "../xml/scope";
import { isRequest } from "../xmpp/replyMatch";
import { hasSignsOfXmpp } from "../xmpp/signs";
import { IdFilter } from "./idFilter";
import { type RegionView, SourceDocument } from "./sourceDocument";

/** Minimum size of a part, in UTF-16 code units. */
const PART = 250_000;

/** Size, in UTF-16 code units, at which a part ends although no stanza does. */
const MAX_LENGTH = 64_000_000;

/** A checked part of the text. */
export interface CheckedPart {
  readonly document: SourceDocument;
  readonly findings: DocumentFinding[];
  /** Number of stanzas, without those that the next part begins with. */
  readonly stanzaCount: number;
  /** Converts the offsets of findings to positions in the whole text. */
  readonly lines: LineIndex;
}

export class ChunkedChecker {
  readonly #configuration: Configuration;
  /** Ids of the parts before the last one. */
  readonly #ids = new IdFilter();
  /** True if some part so far has signs of XMPP. */
  #isOfXmpp = false;
  /** Ids of the last part, which may still be asked for fixes. */
  #lastIds: readonly string[] = [];
  #chunks: string[] = [];
  #length = 0;
  #scope: Scope | undefined;
  /** True if the last part ends with an iq request without an id. */
  #isAfterRequest = false;
  /** Directives put before the next part, which are not in the text. */
  #carried = "";
  /** Position of the next part in the whole text. */
  #position = { line: 0, character: 0 };
  #wanted: number;

  /**
   * @param part minimum size of a part in UTF-16 code units; smaller for tests
   * @param most size at which a part ends where no stanza does
   */
  constructor(
    configuration: Configuration,
    readonly part = PART,
    readonly maxLength = MAX_LENGTH,
  ) {
    // A request may have its reply in any later part.
    const rules = {
      ...configuration.rules,
      "reply-id-mismatch": "off",
      "request-unanswered": "off",
    } as const;
    this.#configuration = { ...configuration, rules };
    this.#wanted = part;
  }

  /** Appends text; gives a part if it completes one. */
  add(text: string): CheckedPart | undefined {
    this.#chunks.push(text);
    this.#length += text.length;
    // A line end CR LF is not cut in two.
    if (text.endsWith("\r")) return undefined;
    if (this.#length < this.#wanted) return undefined;
    return this.#check(this.#length < this.maxLength);
  }

  /** The last part, at the end of the text. */
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
      // No stanza ends here: the next attempt comes at twice the size.
      this.#chunks = [read];
      this.#wanted = 2 * this.#length;
      return undefined;
    }
    const { line, character } = this.#position;
    const lines = new LineIndex(text, { line, character: character - carried.length });
    const findings = document.findings().filter(({ finding: { rule, messageKey }, span }) => {
      // A comment after the last stanza belongs to the next stanza, and goes with it.
      if (isOpen && span.start >= end) return false;
      // Defects of a directive that was carried over were reported at its place.
      if (span.start < carried.length) return false;
      // A directive without effect here may have an effect in another part.
      return rule !== suppressionUnused || messageKey !== "unused";
    });
    const stanzaCount = stanzas.countStanzas(end);
    this.#lastIds = [...stanzas.ids()];
    const last = stanzas.stanzas().findLast(({ span }) => span.end <= end)?.summary;
    this.#isAfterRequest = last?.kind === "iq" && isRequest(last) && last.idValue === undefined;
    this.#position = lines.positionAt(end);
    this.#carried = continuedDirectives(text.slice(0, end));
    this.#scope = scope;
    const rest = text.slice(end);
    this.#chunks = [rest];
    this.#length = rest.length;
    this.#wanted = Math.max(this.part, 2 * rest.length);
    return { document, findings, stanzaCount, lines };
  }
}
