/**
 * A document that holds stanzas in regions of a text of another language: findings and edits are mapped to places of
 * that text (the host). Regions that an edit leaves as they are keep their results.
 */

import { type Configuration, configurationFor, judgesPayloads } from "../check/config";
import { limitFindings } from "../check/documentFindings";
import { withOwnSchemas } from "../check/ownSchemas";
import { TrialBudget } from "../check/trialBudget";
import type { Fix } from "../rules/fix";
import type { Rule } from "../rules/rule";
import type { Region } from "../sources/region";
import type { SourceAdapter, SourceOptions } from "../sources/source";
import { WholeText } from "../sources/wholeText";
import type { Edit } from "../text/edit";
import { EditableText } from "../text/editableText";
import { partitionPoint } from "../text/partitionPoint";
import { byPlace, type Span } from "../text/span";
import { always, type HasTimeLeft, runToCompletion, type Steps } from "../text/steps";
import type { CheckContext } from "./checkedText";
import { type DocumentFinding, StanzaDocument } from "./document";
import { type Host, READ_SHARE, type RegionEdits, writeEdits, writePossible } from "./hostEdits";
import { RegionView, reuseViews } from "./regionView";
import { type AcceptRepair, acceptAutomatic } from "./repair";

export type { RegionView };

/** Origin of a finding of the host. */
interface Origin {
  readonly view: RegionView;
  /** The regions at that time; an edit replaces them. */
  readonly views: readonly RegionView[];
  readonly found: DocumentFinding;
}

export class SourceDocument {
  /** Budget of the fixes until the text changes, of all regions. */
  readonly trials: TrialBudget;
  readonly #text: EditableText;
  /** The configuration without what the text itself adds to it. */
  #given: Configuration;
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
    this.#given = configuration;
    this.#configuration = this.#ownConfiguration();
    this.trials = new TrialBudget(this.#text.length);
    if (adapter) {
      this.#views = this.#read(this.text).map((region) => new RegionView(region, this.#open));
    } else {
      const document = new StanzaDocument(
        this.#text,
        this.#configuration,
        undefined,
        around ?? { isWhole: true },
      );
      this.#views = [new RegionView(new WholeText(this.#text), () => document, document)];
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
    return new SourceDocument(text, this.#given, this.adapter, this.options, this.around);
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
    const after = partitionPoint(this.#views, ({ region }) => region.host.start <= offset);
    for (let index = after - 1; index >= 0; index--) {
      const view = this.#views[index]!;
      if (view.region.fromHost(offset) !== undefined) return view;
    }
    return undefined;
  }

  /** Takes another configuration; all stanzas are checked again on demand. */
  configure(configuration: Configuration): void {
    this.#given = configuration;
    this.#configuration = this.#ownConfiguration();
    for (const view of this.#views) view.configure(this.#configuration);
  }

  /** The configuration for the text as it is now. */
  #ownConfiguration(): Configuration {
    const ofKind = configurationFor(this.adapter, this.#given);
    return judgesPayloads(ofKind) ? withOwnSchemas(ofKind, this.text) : ofKind;
  }

  /** Replaces the span by the text. */
  edit(edit: Edit): void {
    if (!this.adapter) {
      const [{ document }] = this.#views as [RegionView];
      document.edit(edit);
    } else {
      this.#text.edit(edit);
      this.#views = reuseViews(this.#views, this.#read(this.text), this.#open);
    }
    if (this.#ownConfiguration() !== this.#configuration) this.configure(this.#given);
    this.renewTrials();
  }

  /** Begins with the whole budget for fixes again. */
  renewTrials(): void {
    this.trials.renew(this.#text.length);
  }

  /** Cuts the rest of the text into stanzas, in steps. */
  *framing(): Steps<void> {
    for (const { document } of this.#views) yield* document.framing();
  }

  /** Checks the unchecked stanzas; yields after each stanza that it had to check. */
  *check(): Generator<void, void> {
    for (const { document } of this.#views) yield* document.check();
  }

  /**
   * The findings, with their places in the host and in their order. With more than the limit, the last finding is that
   * of limit-exceeded.
   */
  findings(): DocumentFinding[] {
    return this.#findings(() => {});
  }

  /**
   * The same for a text that is checked once: keeps the documents of regions with findings only, as others would fill
   * the memory.
   * @param visit called for each region, with its document
   */
  findingsOnce(visit: (view: RegionView) => void = () => {}): DocumentFinding[] {
    return this.#findings((view, hasFindings) => {
      visit(view);
      if (this.adapter && !hasFindings) view.close();
    });
  }

  #findings(leave: (view: RegionView, hasFindings: boolean) => void): DocumentFinding[] {
    const { findings: limit } = this.#configuration.limits;
    const all: DocumentFinding[] = [];
    for (const view of this.#views) {
      const found = all.length > limit ? [] : this.#placed(view, view.document.findings());
      for (const one of found) all.push(one);
      leave(view, found.length > 0);
    }
    return this.#views.length > 1 ? limitFindings(all, this.#configuration) : all;
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
    const { trials } = this;
    if (!this.adapter) {
      const [{ document }] = this.#views as [RegionView];
      return runToCompletion(document.fixing(found, trials));
    }
    const origin = this.#origins.get(found);
    if (origin?.views !== this.#views) return [];
    return runToCompletion(origin.view.document.fixing(origin.found, trials)).flatMap((fix) => {
      if (!trials.spend(this.text.length * READ_SHARE)) return [];
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
    const budget = new TrialBudget(this.#text.length);
    return this.#writeAll(({ document }) => document.repairing(accept, hasTime, budget), hasTime);
  }

  /** In steps, edits of the host that apply the preferred fix of every finding of the rule that has one. */
  repairingOf(rule: Rule): Steps<Edit[]> {
    const budget = new TrialBudget(this.#text.length);
    return this.#writeAll(({ document }) => document.repairingOf(rule, budget), always);
  }

  /**
   * Edits of a region as edits of the host, in order; undefined if the host cannot express them, or
   * would be read differently afterwards.
   * @param around text that has to stand in the host around an insertion
   */
  write(
    { region }: RegionView,
    edits: readonly Edit[],
    around?: (added: string) => string,
  ): Edit[] | undefined {
    return writeEdits(this.#host, [{ region, edits }], around);
  }

  *#writeAll(editsOf: (view: RegionView) => Steps<Edit[]>, hasTime: HasTimeLeft): Steps<Edit[]> {
    const edited = new Map<number, RegionEdits>();
    const views = this.#views;
    const first = this.#repairFrom < views.length ? this.#repairFrom : 0;
    this.#repairFrom = 0;
    for (let count = 0; count < views.length; count++) {
      const index = (first + count) % views.length;
      const view = views[index]!;
      const wasOpen = view.isOpen;
      const edits = yield* editsOf(view);
      if (!wasOpen) view.close();
      if (edits.length > 0) edited.set(index, { region: view.region, edits });
      if (hasTime()) continue;
      this.#repairFrom = index;
      break;
    }
    const inOrder = [...edited].sort(([a], [b]) => a - b).map(([, one]) => one);
    return yield* writePossible(this.#host, inOrder, hasTime);
  }

  get #host(): Host {
    const regions = this.#views.map(({ region }) => region);
    const read = this.adapter && ((text: string) => this.#read(text));
    return { text: this.text, regions, read };
  }

  #read(text: string): Region[] {
    return this.adapter ? this.adapter.read(text, this.options) : [new WholeText(text)];
  }

  readonly #open = ({ text, directions }: Region): StanzaDocument =>
    new StanzaDocument(text, this.#configuration, this.adapter?.isSkipped, {
      ...this.around,
      directions,
      maxSketch: this.adapter?.maxSketch,
    });

  #inHost(found: DocumentFinding, view: RegionView): DocumentFinding {
    const { region } = view;
    const inHost: DocumentFinding = {
      finding: found.finding,
      span: region.toHost(found.span),
      stanzaStart: region.toHost({ start: found.stanzaStart, end: found.stanzaStart + 1 }).start,
      related: found.related.map((one) => ({ ...one, span: region.toHost(one.span) })),
    };
    this.#origins.set(inHost, { view, views: this.#views, found });
    return inHost;
  }
}
