/**
 * A document that keeps its findings while it is edited: an edit re-frames from the first stanza it
 * may touch until the old boundaries line up again, and only what is new is checked again.
 */

import type { Configuration } from "./config";
import { type Finding, lintStanza, provenFixes, repairStanza } from "./lint";
import type { Edit, Fix, FixContext } from "./rules/fix";
import { type Frame, type FramedElements, Framer, MAX_LINE } from "./xml/frame";
import { sameScope } from "./xml/scope";
import type { Span } from "./xml/tree";
import { isStanzaKind, isStanzaNamespace } from "./xmpp/stanza";

const stanzas: FramedElements = { isName: isStanzaKind, isNamespace: isStanzaNamespace };

/** A frame that stays while the text around it changes. Findings count from its start. */
interface Piece {
  readonly frame: Frame;
  /** Offset of the frame now; `frame.start` is where it was when it was framed. */
  start: number;
  findings: readonly Finding[] | undefined;
}

/** A finding with its place in the document (UTF-16 offsets from the document's start). */
export interface DocumentFinding {
  readonly finding: Finding;
  readonly span: Span;
  /** Offset of the start tag of the stanza; of a nested one, of that. */
  readonly stanzaStart: number;
  readonly related: readonly { readonly span: Span; readonly messageKey: string }[];
}

export class StanzaDocument {
  #text: string;
  #configuration: Configuration;
  #pieces: Piece[] = [];

  constructor(text: string, configuration: Configuration) {
    this.#text = text;
    this.#configuration = configuration;
    for (const frame of new Framer(text, stanzas).frames()) {
      this.#pieces.push({ frame, start: frame.start, findings: undefined });
    }
  }

  get text(): string {
    return this.#text;
  }

  /** The spans of the stanzas, in order; nested ones are part of theirs. */
  stanzaSpans(): Span[] {
    const found: Span[] = [];
    for (const piece of this.#pieces) if (piece.frame.kind === "stanza") found.push(spanOf(piece));
    return found;
  }

  /** Takes another configuration; everything is checked anew when it is asked for. */
  configure(configuration: Configuration): void {
    if (configuration === this.#configuration) return;
    this.#configuration = configuration;
    for (const piece of this.#pieces) piece.findings = undefined;
  }

  /** Replaces the span by the text. */
  edit({ span, newText }: Edit): void {
    const old = this.#pieces;
    const delta = newText.length - (span.end - span.start);
    const text = this.#text.slice(0, span.start) + newText + this.#text.slice(span.end);
    this.#text = text;
    const editEnd = span.start + newText.length;

    let first = old.findIndex((piece) => reachOf(piece) >= span.start);
    if (first < 0) first = old.length;
    const before = old[first - 1];
    const framer = new Framer(text, stanzas);
    const fresh: Piece[] = [];
    let frame = framer.next(before ? endOf(before) : 0, before?.frame.scope);
    let next = first;
    while (frame) {
      const { start, scope } = frame;
      while (
        next < old.length &&
        (old[next]!.start < span.end || old[next]!.start + delta < start)
      ) {
        next++;
      }
      const same = old[next];
      const aligned = same && same.start + delta === start && sameScope(same.frame.scope, scope);
      if (aligned && isBeyond(text, editEnd, start)) break;
      fresh.push({ frame, start, findings: undefined });
      frame = framer.next(frame.end, scope);
    }
    if (!frame) next = old.length;
    for (let i = next; i < old.length; i++) old[i]!.start += delta;
    this.#pieces = [...old.slice(0, first), ...fresh, ...old.slice(next)];
  }

  /** All findings, in the order of their places. */
  findings(): DocumentFinding[] {
    const found: DocumentFinding[] = [];
    for (const piece of this.#pieces) {
      for (const finding of this.#check(piece)) found.push(place(finding, piece.start));
    }
    return found;
  }

  /**
   * Checks what is not checked yet, stanza by stanza, so that others get a turn between them.
   * Yields after each stanza that it had to check.
   */
  *check(): Generator<void, void> {
    for (const piece of this.#pieces) {
      if (piece.findings) continue;
      this.#check(piece);
      yield;
    }
  }

  /**
   * The fixes of a finding, with edits of the document's text; the preferred one first.
   * @param found one that `findings()` gave for the text as it is
   */
  fixes(found: DocumentFinding): Fix[] {
    const piece = this.#pieceAt(found.span.start);
    if (!piece) return [];
    const source = this.#sourceOf(piece);
    const { scope } = piece.frame;
    const findings = lintStanza(source, scope, this.#configuration);
    const { rule, span, messageKey } = found.finding;
    const finding = findings.find(
      (one) =>
        one.rule === rule &&
        one.span.start === span.start &&
        one.span.end === span.end &&
        one.messageKey === messageKey,
    );
    if (!finding) return [];
    const context = this.#fixContext(piece);
    return provenFixes(finding, findings, source, scope, this.#configuration, context).map(
      (fix) => ({ ...fix, edits: fix.edits.map((edit) => moveEdit(edit, piece.start)) }),
    );
  }

  /**
   * Edits that apply every safe fix, or those that `accept` takes: at most one for each stanza.
   * Applied once, nothing of the kind is left to repair.
   */
  repairs(accept?: (finding: Finding, fix: Fix) => boolean): Edit[] {
    const edits: Edit[] = [];
    const ids = new IdSource(this.#text);
    for (const piece of this.#pieces) {
      if (this.#check(piece).length === 0) continue;
      const source = this.#sourceOf(piece);
      const context = this.#fixContext(piece, ids);
      const { scope } = piece.frame;
      const repaired = repairStanza(source, scope, this.#configuration, context, accept);
      if (repaired !== source) edits.push(moveEdit(difference(source, repaired), piece.start));
    }
    return edits;
  }

  #check(piece: Piece): readonly Finding[] {
    piece.findings ??=
      piece.frame.kind === "stanza"
        ? lintStanza(this.#sourceOf(piece), piece.frame.scope, this.#configuration).map(forget)
        : [];
    return piece.findings;
  }

  #sourceOf(piece: Piece): string {
    return this.#text.slice(piece.start, endOf(piece));
  }

  #pieceAt(offset: number): Piece | undefined {
    return this.#pieces.find((piece) => piece.start <= offset && offset <= endOf(piece));
  }

  #fixContext(piece: Piece, ids = new IdSource(this.#text)): FixContext {
    const line = this.#text.lastIndexOf("\n", piece.start - 1) + 1;
    return {
      indentation: /^[ \t]*/.exec(this.#text.slice(line, piece.start))?.[0] ?? "",
      lineEnd: this.#text.includes("\r\n") ? "\r\n" : "\n",
      language: this.#configuration.language,
      requestId: undefined,
      freshId: () => ids.next(),
    };
  }
}

/** Gives ids that occur nowhere in a text. */
class IdSource {
  #used: Set<string> | undefined;
  #count = 0;

  constructor(readonly text: string) {}

  next(): string {
    this.#used ??= new Set(
      [...this.text.matchAll(/\sid\s*=\s*["']([^"'<]*)/g)].map(([, id = ""]) => id),
    );
    let id: string;
    do id = `id-${++this.#count}`;
    while (this.#used.has(id));
    return id;
  }
}

/** The finding without its fixes, which would keep the parsed stanza alive. */
function forget(finding: Finding): Finding {
  const { rule, severity, span, stanzaStart, messageKey, values, related } = finding;
  return { rule, severity, span, stanzaStart, messageKey, values, related };
}

function place(finding: Finding, start: number): DocumentFinding {
  return {
    finding,
    span: moveSpan(finding.span, start),
    stanzaStart: finding.stanzaStart + start,
    related: finding.related.map((one) => ({ ...one, span: moveSpan(one.span, start) })),
  };
}

function moveSpan(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function moveEdit(edit: Edit, by: number): Edit {
  return { span: moveSpan(edit.span, by), newText: edit.newText };
}

function spanOf(piece: Piece): Span {
  return { start: piece.start, end: endOf(piece) };
}

function endOf({ frame, start }: Piece): number {
  return start + frame.end - frame.start;
}

function reachOf({ frame, start }: Piece): number {
  return start + frame.reach - frame.start;
}

/**
 * True if framing at `start` cannot depend on what was edited before it: how far its line is
 * indented is all that it looks back for.
 */
function isBeyond(text: string, editEnd: number, start: number): boolean {
  if (start - editEnd > MAX_LINE) return true;
  const line = text.lastIndexOf("\n", start - 1);
  return line >= editEnd;
}

/** The one edit that makes the second text of the first. */
function difference(before: string, after: string): Edit {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < limit - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  return {
    span: { start, end: before.length - tail },
    newText: after.slice(start, after.length - tail),
  };
}
