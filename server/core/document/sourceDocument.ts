/**
 * A document that holds stanzas in regions of a text of another language: findings and edits are mapped to places of
 * that text (the host). Regions that an edit leaves as they are keep their results.
 */

import { type Configuration, exactConfiguration } from "../check/config";
import { byPlace } from "../check/documentFindings";
import { applyEdits } from "../rules/edits";
import type { Fix } from "../rules/fix";
import type { Rule } from "../rules/rule";
import type { Region } from "../sources/region";
import type { SourceAdapter, SourceOptions } from "../sources/source";
import { WholeText } from "../sources/wholeText";
import type { Edit } from "../text/edit";
import { EditableText } from "../text/editableText";
import { difference, withoutOverlaps } from "../text/offsets";
import type { Span } from "../text/span";
import { always, type HasTimeLeft, runToCompletion, type Steps } from "../text/steps";
import { removeRecordEnds } from "../xml/recordEnd";
import type { CheckContext } from "./checkedText";
import { type DocumentFinding, StanzaDocument } from "./document";
import { type AcceptRepair, acceptAutomatic } from "./repair";

/** One scope of stanzas: its text in the host, and its checked document. */
export interface RegionView {
  readonly region: Region;
  /** Checks the region's text; offsets in it count from the region's start. */
  readonly document: StanzaDocument;
}

/** Origin of a finding of the host. */
interface Origin {
  readonly view: RegionView;
  readonly found: DocumentFinding;
}

export class SourceDocument {
  readonly #text: EditableText;
  #configuration: Configuration;
  #views: readonly RegionView[];
  /** Index of the region with which the next repair begins. */
  #repairFrom = 0;
  readonly #origins = new WeakMap<DocumentFinding, Origin>();

  /**
   * @param text an `EditableText` is edited by this document alone from here on
   * @param adapter finds the regions; without an adapter the whole text is stanzas, as in plain files
   */
  constructor(
    text: string | EditableText,
    configuration: Configuration,
    readonly adapter?: SourceAdapter,
    readonly options: SourceOptions = {},
    readonly around?: CheckContext,
  ) {
    this.#text = typeof text === "string" ? new EditableText(text) : text;
    this.#configuration = adapter?.isExact ? exactConfiguration(configuration) : configuration;
    if (adapter) {
      this.#views = this.#read(this.text).map((region) => this.#open(region));
    } else {
      const document = new StanzaDocument(
        this.#text,
        configuration,
        undefined,
        around ?? { isWhole: true },
      );
      this.#views = [{ region: new WholeText(this.#text), document }];
    }
  }

  get text(): string {
    return this.#text.toString();
  }

  /** The regions that hold a stanza, in the order of their places. */
  regions(): readonly RegionView[] {
    return this.#views;
  }

  /** Number of stanzas that are checked; known after everything is checked. */
  countStanzas(): number {
    return this.#views.reduce((count, { document }) => count + document.countStanzas(), 0);
  }

  /** A document of another text, read in the same way. */
  withText(text: string): SourceDocument {
    return new SourceDocument(text, this.#configuration, this.adapter, this.options, this.around);
  }

  /** The span of the stanza at an offset, if there is one. */
  stanzaSpanAt(offset: number): Span | undefined {
    const view = this.regionAt(offset);
    const within = view?.region.fromHost(offset);
    const stanza = within === undefined ? undefined : view?.document.stanzaAt(within);
    return stanza && view?.region.toHost(stanza.span);
  }

  /** The region that holds the offset, ends included; of two regions that touch there, the later. */
  regionAt(offset: number): RegionView | undefined {
    return this.#views.findLast(({ region }) => region.fromHost(offset) !== undefined);
  }

  /** Takes another configuration; all stanzas are checked again on demand. */
  configure(configuration: Configuration): void {
    const { adapter } = this;
    this.#configuration = adapter?.isExact ? exactConfiguration(configuration) : configuration;
    for (const { document } of this.#views) document.configure(this.#configuration);
  }

  /** Replaces the span by the text. */
  edit(edit: Edit): void {
    if (!this.adapter) {
      const [{ document }] = this.#views as [RegionView];
      document.edit(edit);
      return;
    }
    this.#text.edit(edit);
    this.#views = this.#reuse(this.#read(this.text));
  }

  /** Cuts the rest of the text into stanzas, in steps. */
  *framing(): Steps<void> {
    for (const { document } of this.#views) yield* document.framing();
  }

  /** Checks the unchecked stanzas; yields after each stanza that it had to check. */
  *check(): Generator<void, void> {
    for (const { document } of this.#views) yield* document.check();
  }

  /** All findings, with their places in the host and in their order. */
  findings(): DocumentFinding[] {
    return this.#views.flatMap((view) => this.#placed(view, view.document.findings()));
  }

  #placed(view: RegionView, findings: DocumentFinding[]): DocumentFinding[] {
    if (!this.adapter) return findings;
    return findings.map((found) => this.#inHost(found, view)).sort(byPlace);
  }

  /**
   * The fixes of a finding with edits of the host, the preferred fix first: only those that the host can
   * express, so that the region reads as the fix wants it, and no other region differently.
   * @param found from `findings()` for the current text
   */
  fixes(found: DocumentFinding): Fix[] {
    if (!this.adapter) return this.#views.flatMap(({ document }) => document.fixes(found));
    const origin = this.#origins.get(found);
    if (!origin || !this.#views.includes(origin.view)) return [];
    return origin.view.document.fixes(origin.found).flatMap((fix) => {
      const edits = this.write(origin.view, fix.edits);
      return edits ? [{ ...fix, edits }] : [];
    });
  }

  /** Edits of the host that apply every safe fix, or those that `accept` takes. */
  repairs(accept: AcceptRepair = acceptAutomatic): Edit[] {
    return runToCompletion(this.repairing(accept));
  }

  /** The same in steps; once time is up, the edits found until then, and the next call begins with other regions. */
  repairing(accept: AcceptRepair = acceptAutomatic, hasTime = always): Steps<Edit[]> {
    return this.#writeAll(({ document }) => document.repairing(accept, hasTime), hasTime);
  }

  /** In steps, edits of the host that apply the preferred fix of every finding of the rule that has one. */
  repairingOf(rule: Rule): Steps<Edit[]> {
    return this.#writeAll(({ document }) => document.repairingOf(rule), always);
  }

  /**
   * Edits of a region as edits of the host, in order; undefined if the host cannot express them, or
   * would be read differently afterwards.
   * @param around text that has to stand in the host around an insertion
   */
  write(
    { region, document }: RegionView,
    edits: readonly Edit[],
    around = (added: string) => added,
  ): Edit[] | undefined {
    const written = writeEach(region, edits)?.map(({ span, newText }) => {
      return { span, newText: around(newText) };
    });
    if (!this.adapter || !written) return written;
    const index = this.#views.findIndex((view) => view.document === document);
    const wanted = this.#views.map((view) => view.document.text);
    wanted[index] = applyEdits(document.text, edits);
    const read = this.#read(applyEdits(this.text, written));
    // An empty line may stand for the text between a comment of the host and its block.
    const isAsWanted =
      read.length === wanted.length &&
      read.every(({ text }, i) => withoutEmptyLines(text) === withoutEmptyLines(wanted[i]!));
    return isAsWanted ? written : undefined;
  }

  *#writeAll(editsOf: (view: RegionView) => Steps<Edit[]>, hasTime: HasTimeLeft): Steps<Edit[]> {
    const written: (readonly Edit[])[] = [];
    const views = this.#views;
    const first = this.#repairFrom < views.length ? this.#repairFrom : 0;
    this.#repairFrom = 0;
    for (let count = 0; count < views.length; count++) {
      const index = (first + count) % views.length;
      const view = views[index]!;
      const edits = yield* editsOf(view);
      written[index] = edits.length === 0 ? edits : yield* this.#writeView(view, edits, hasTime);
      if (hasTime()) continue;
      this.#repairFrom = index;
      break;
    }
    return written.flat();
  }

  *#writeView(view: RegionView, edits: readonly Edit[], hasTime: HasTimeLeft): Steps<Edit[]> {
    const all = this.write(view, edits);
    if (all) return all;
    // An edit that the host cannot express does not block the others.
    const written: Edit[] = [];
    for (const edit of edits) {
      yield;
      if (!hasTime()) break;
      written.push(...(this.write(view, [edit]) ?? []));
    }
    return withoutOverlaps(written);
  }

  #read(text: string): Region[] {
    return this.adapter ? this.adapter.read(text, this.options) : [new WholeText(text)];
  }

  #open(region: Region): RegionView {
    const skips = this.adapter?.isSkipped;
    const document = new StanzaDocument(region.text, this.#configuration, skips, {
      directions: region.directions,
    });
    return { region, document };
  }

  /** Views of the regions, with the documents of unchanged regions reused. */
  #reuse(regions: readonly Region[]): RegionView[] {
    const old = this.#views;
    const isSame = (i: number, j: number) => old[i]?.document.text === regions[j]?.text;
    const limit = Math.min(old.length, regions.length);
    let before = 0;
    while (before < limit && isSame(before, before)) before++;
    let behind = 0;
    while (
      behind < limit - before &&
      isSame(old.length - 1 - behind, regions.length - 1 - behind)
    ) {
      behind++;
    }
    const shift = regions.length - old.length;
    return regions.map((region, index) => {
      const isBehind = index >= regions.length - behind;
      const known = old[isBehind ? index - shift : index];
      const isBetween = index >= before && !isBehind;
      if (!known || (isBetween && index >= old.length - behind)) return this.#open(region);
      const { document } = known;
      if (document.text !== region.text) document.edit(difference(document.text, region.text));
      document.setDirections(region.directions);
      return { region, document };
    });
  }

  #inHost(found: DocumentFinding, view: RegionView): DocumentFinding {
    const { region } = view;
    const inHost: DocumentFinding = {
      finding: found.finding,
      span: region.toHost(found.span),
      stanzaStart: region.toHost({ start: found.stanzaStart, end: found.stanzaStart + 1 }).start,
      related: found.related.map((one) => ({ ...one, span: region.toHost(one.span) })),
    };
    this.#origins.set(inHost, { view, found });
    return inHost;
  }
}

function writeEach(region: Region, edits: readonly Edit[]): Edit[] | undefined {
  const written: Edit[] = [];
  for (const edit of edits) {
    const inHost = region.write(edit);
    if (!inHost) return undefined;
    written.push(...inHost);
  }
  const isInOrder = written.every(
    ({ span }, i) => i === 0 || written[i - 1]!.span.end <= span.start,
  );
  return isInOrder ? written : undefined;
}

/** The text without the empty lines that only mark where an unclosed element ends: a fix may close it. */
function withoutEmptyLines(text: string): string {
  return removeRecordEnds(text).replace(/^[ \t]*\r?\n/gm, "");
}
