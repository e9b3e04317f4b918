/**
 * A text too large for memory, checked part by part while it is read (streaming). A part ends between stanzas; open
 * wrappers, namespaces and directives carry over to the next part. Findings that need the whole text are
 * not reported: see docs/decisions/parts.md.
 */

import type { Configuration } from "../check/config";
import type { DocumentFinding } from "../check/documentFindings";
import suppressionUnused from "../rules/suppression-unused";
import type { PartReader, SourceAdapter } from "../sources/source";
import { continuedDirectives, isNextLineOpen } from "../suppressions/continuedDirectives";
import { expectDefined } from "../text/invariant";
import { LineIndex } from "../text/lines";
import type { Scope } from "../xml/scope";
import { isRequest } from "../xmpp/replyMatch";
import { hasSignsOfXmpp } from "../xmpp/signs";
import type { CheckContext } from "./checkedText";
import { StanzaDocument } from "./document";
import { IdFilter } from "./idFilter";
import { type RegionView, SourceDocument } from "./sourceDocument";

/** Minimum size of a part, in UTF-16 code units. */
const PART = 250_000;

/** The same for a document that an adapter reads, of which more has to be kept until a part ends. */
const LOG_PART = 120_000;

/** Size, in UTF-16 code units, at which a part ends although no stanza does. */
const MAX_LENGTH = 64_000_000;

/** A checked part of the text. */
export interface CheckedPart {
  readonly document: SourceDocument;
  readonly findings: DocumentFinding[];
  /** Number of stanzas, without those that the next part begins with. */
  readonly stanzaCount: number;
  /** The same of errors outside of stanzas. */
  readonly nonzaCount: number;
  /** Converts the offsets of findings to positions in the whole text. */
  readonly lines: LineIndex;
}

/** A part before its check. */
interface OpenedPart {
  readonly document: SourceDocument;
  /** Offset at which the part ends. */
  readonly end: number;
  /** What is open there. */
  readonly scope: Scope | undefined;
}

export interface ChunkedOptions {
  /** Minimum size of a part in UTF-16 code units; smaller for tests. */
  readonly part?: number | undefined;
  /** Size at which a part ends where no stanza does. */
  readonly maxLength?: number | undefined;
  /** Reads the parts; without an adapter that does, the text is nothing but stanzas. */
  readonly adapter?: SourceAdapter | undefined;
}

export class ChunkedChecker {
  readonly part: number;
  readonly maxLength: number;
  readonly adapter: SourceAdapter | undefined;
  /** Undefined for plain stanzas. */
  readonly #parts: PartReader | undefined;
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

  constructor(
    configuration: Configuration,
    { adapter, part = adapter ? LOG_PART : PART, maxLength = MAX_LENGTH }: ChunkedOptions = {},
  ) {
    this.part = part;
    this.maxLength = maxLength;
    this.adapter = adapter;
    this.#parts = adapter?.readParts?.();
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
    const opened = this.#parts
      ? this.#readPart(this.#parts, text, within)
      : this.#readStanzas(text, carried.length, within);
    const { document, end, scope } = opened;
    if (isOpen && (end <= carried.length || isNextLineOpen(text.slice(0, end)))) {
      // No stanza ends here: the next attempt comes at twice the size.
      this.#chunks = [read];
      this.#wanted = 2 * this.#length;
      return undefined;
    }
    const { line, character } = this.#position;
    const lines = this.#parts
      ? new LineIndex(text, { line: carried === "" ? line : line - 1, character })
      : new LineIndex(text, { line, character: character - carried.length });
    const findings = document.findings().filter(({ finding: { rule, messageKey }, span }) => {
      // A comment after the last stanza belongs to the next stanza, and goes with it.
      if (isOpen && span.start >= end) return false;
      // Defects of a directive that was carried over were reported at its place.
      if (span.start < carried.length) return false;
      // A directive without effect here may have an effect in another part.
      return rule !== suppressionUnused || messageKey !== "unused";
    });
    const [view] = document.regions();
    const limit = this.#parts ? Number.POSITIVE_INFINITY : end;
    const stanzaCount = view?.document.countStanzas(limit) ?? 0;
    const nonzaCount = view?.document.countNonzas(limit) ?? 0;
    this.#lastIds = view ? [...view.document.ids()] : [];
    const last = view?.document.stanzas().findLast(({ span }) => span.end <= limit)?.summary;
    this.#isAfterRequest = last?.kind === "iq" && isRequest(last) && last.idValue === undefined;
    this.#position = lines.positionAt(end);
    const directives = continuedDirectives(text.slice(0, end));
    // In a document that is read line by line, they need a line of their own.
    this.#carried = this.#parts && directives !== "" ? `${directives}\n` : directives;
    this.#scope = scope;
    const rest = text.slice(end);
    this.#chunks = [rest];
    this.#length = rest.length;
    this.#wanted = Math.max(this.part, 2 * rest.length);
    return { document, findings, stanzaCount, nonzaCount, lines };
  }

  #readStanzas(text: string, carried: number, within: CheckContext): OpenedPart {
    const document = new SourceDocument(text, this.#configuration, undefined, {}, within);
    const [{ document: stanzas }] = document.regions() as [RegionView];
    const { offset, scope } = stanzas.rest();
    return { document, end: within.isOpen ? Math.max(offset, carried) : text.length, scope };
  }

  #readPart(parts: PartReader, text: string, within: CheckContext): OpenedPart {
    const isOpen = within.isOpen === true;
    const whole = isOpen ? text.slice(0, text.lastIndexOf("\n") + 1) : text;
    const { regions, end } = parts.read(whole, isOpen);
    const adapter = { ...expectDefined(this.adapter, "it reads parts"), read: () => [...regions] };
    const around = { ...within, isOpen: false };
    const host = end === text.length ? text : text.slice(0, end);
    const document = new SourceDocument(host, this.#configuration, adapter, {}, around);
    const [view] = document.regions();
    return { document, end, scope: view ? this.#scopeAfter(view) : within.scope };
  }

  /** The scope at the end of a region, after the last stanza of which there may be a tag that stays open. */
  #scopeAfter({ document }: RegionView): Scope | undefined {
    const { offset, scope } = document.rest();
    const after = document.text.slice(offset);
    if (!after.includes("<")) return scope;
    return new StanzaDocument(`${after}\n<presence/>`, this.#configuration, undefined, {
      scope,
    }).rest().scope;
  }
}
