/** Runs the rules over one stanza. */

import type { Fix } from "../rules/fix";
import type { Report } from "../rules/rule";
import { byPlace, type Span } from "../text/span";
import type { ElementTape } from "../xml/elementTape";
import { isWithin, parseWithHoles } from "../xml/parse";
import type { Scope } from "../xml/scope";
import { openTape } from "../xml/tapeNodes";
import { TapeSpan } from "../xml/tapePlaces";
import type { XmlElement } from "../xml/tree";
import { type ParsedText, readStanzas, TapedText } from "../xmpp/readStanzas";
import { isStanzaKind, type Stanza } from "../xmpp/stanza";
import { looksBeyondShape, shapedStanzas } from "../xmpp/stanzaShape";
import { type SharedSummary, summarise } from "../xmpp/summary";
import { type ActiveRule, activeRules, type Configuration, judgesPayloads } from "./config";
import { runFamilyRules } from "./familyCheck";
import type { RepairableFinding } from "./finding";
import { runPayloadRules } from "./payloadCheck";
import { reportRuleFailure } from "./ruleFailures";
import { type ReportedPlaces, ShapeFindings } from "./shapeFindings";

/** Result of checking one stanza. */
export interface CheckedStanza {
  /** In the order of their places. */
  readonly findings: RepairableFinding[];
  /** False for an element that is not well-formed, or too large to be read. */
  readonly isRead: boolean;
  /** Undefined for a stanza that is not read, and for an element that is no stanza. */
  readonly summary: SharedSummary | undefined;
  /** The findings that all stanzas of its shape have, but for those about their values, if that is known. */
  readonly ofShape: ShapeFindings | undefined;
}

/**
 * Checks one stanza and those nested in it. Never throws for any text; a rule that throws
 * is reported to `onRuleFailure`, and the other rules still run.
 * @param source the text of the stanza, from `<` to `>`
 * @param scope namespaces and language that are declared around it
 * @throws the rule's exception, if the configuration has no `onRuleFailure`
 */
export function checkStanza(
  source: string,
  scope: Scope | undefined,
  configuration: Configuration,
): CheckedStanza {
  const check = new StanzaCheck(configuration);
  const parsed = parseWithHoles(source, scope, configuration.limits, !configuration.isExact);
  if (parsed.root) {
    const { root, restricted, comments } = parsed;
    if (!isStanzaKind(root.local)) {
      runFamilyRules(root, { source, scope }, configuration, check);
      check.findings.sort(byPlace);
      return { findings: check.findings, isRead: true, summary: undefined, ofShape: undefined };
    }
    return check.read(root, { source, scope, restricted, comments });
  }
  const { error, exceeded } = parsed;
  const { broken, exceeded: tooLarge } = activeRules(configuration);
  if (error) {
    for (const one of broken)
      check.guard(one, () => one.check.run({ source, scope, error }, check.report));
  } else {
    for (const one of tooLarge) check.guard(one, () => one.check.run(exceeded, check.report));
  }
  return { findings: check.findings, isRead: false, summary: undefined, ofShape: undefined };
}

/**
 * The same for a stanza that was just read, where nobody asks for fixes: it has no tree but for what rules look at, and
 * that is gone afterwards.
 */
export function checkTape(tape: ElementTape, configuration: Configuration): CheckedStanza {
  if (!isWithin(tape, configuration.limits)) {
    return checkStanza(tape.source, tape.scope, configuration);
  }
  const root = openTape(tape, shapedStanzas);
  const checked = new StanzaCheck(configuration, tape).read(root, new TapedText(tape));
  tape.release();
  return checked;
}

function withoutAutomatic(fix: Fix): Fix {
  return fix.applicability === "automatic" ? { ...fix, applicability: "preferred" } : fix;
}

class StanzaCheck {
  readonly findings: RepairableFinding[] = [];
  /** Of each of them. */
  readonly #places: ReportedPlaces[] = [];
  #current: ActiveRule | undefined;
  #stanzaStart = 0;
  /** True if a rule read something outside of the shape, or failed. */
  #isBeyondShape: boolean;

  constructor(
    readonly configuration: Configuration,
    readonly tape?: ElementTape,
  ) {
    this.#isBeyondShape = tape === undefined;
  }

  read(root: XmlElement, text: ParsedText): CheckedStanza {
    const { findings } = this;
    const stanzas = readStanzas(root, text);
    for (const stanza of stanzas) this.#run(stanza);
    if (judgesPayloads(this.configuration)) {
      // What is in a payload is in no shape.
      this.#isBeyondShape = true;
      this.#stanzaStart = 0;
      runPayloadRules(root, text.source, this.configuration, this);
    }
    const isShared = stanzas.length === 1 && !this.#isBeyondShape;
    const ofShape = isShared ? ShapeFindings.of(findings, this.#places) : undefined;
    if (findings.length > 1) findings.sort(byPlace);
    return { findings, isRead: true, summary: stanzas[0] && summarise(stanzas[0]), ofShape };
  }

  #run(stanza: Stanza): void {
    const { stanza: ofStanzas, error: ofErrors } = activeRules(this.configuration);
    const { tape, findings } = this;
    const { nested } = stanza;
    this.#stanzaStart = nested ? stanza.element.span.start : 0;
    if (tape) tape.reads = 0;
    for (const one of ofStanzas) {
      if (nested && !one.rule.checksForwarded) continue;
      this.#current = one;
      const before = findings.length;
      try {
        one.check.run(stanza, this.report);
      } catch (thrown) {
        this.#failed(one, thrown);
      }
      if (tape && tape.reads !== 0) this.#note(one, tape, findings.length > before);
    }
    for (const error of stanza.errors) {
      for (const one of ofErrors) {
        if (nested && !one.rule.checksForwarded) continue;
        this.#current = one;
        const before = findings.length;
        try {
          one.check.run(error, stanza, this.report);
        } catch (thrown) {
          this.#failed(one, thrown);
        }
        if (tape && tape.reads !== 0) this.#note(one, tape, findings.length > before);
      }
    }
  }

  /** Notes what the rule read; what it found by a value holds for no other stanza of the shape. */
  #note({ rule }: ActiveRule, tape: ElementTape, hasFound: boolean): void {
    if (hasFound || looksBeyondShape(rule.id, tape.reads)) this.#isBeyondShape = true;
    tape.reads = 0;
  }

  /** Runs a rule. */
  readonly guard = (one: ActiveRule, run: () => void): void => {
    this.#current = one;
    try {
      run();
    } catch (thrown) {
      this.#failed(one, thrown);
    }
  };

  #failed({ rule }: ActiveRule, error: unknown): void {
    this.#isBeyondShape = true;
    reportRuleFailure(this.configuration.onRuleFailure, { rule, task: "check", error });
  }

  /** Adds a finding of the rule that is running. */
  readonly report: Report<string> = (span, messageKey, more) => {
    const { configuration, findings } = this;
    // One more than the limit, so that the document knows that there are more.
    if (findings.length > configuration.limits.findings) return;
    // A rule reports while it runs.
    const { rule, severity } = this.#current!;
    const { fixes, related = NONE } = more ?? {};
    const inCode = configuration.isInCode ? more?.severityInCode : undefined;
    this.#places.push([span, ...related.map((one) => one.span)]);
    findings.push({
      rule,
      severity: inCode ?? severity,
      span: plain(span),
      stanzaStart: this.#stanzaStart,
      messageKey,
      values: more?.values ?? {},
      related: related.map((one) => ({ span: plain(one.span), messageKey: one.message })),
      fixes: (context) => {
        try {
          const all = fixes?.(context) ?? [];
          return inCode ? all.map(withoutAutomatic) : all;
        } catch (error) {
          reportRuleFailure(configuration.onRuleFailure, { rule, task: "fix", error });
          return [];
        }
      },
    });
  };
}

const NONE: readonly never[] = [];

/** A span to keep. */
function plain(span: Span): Span {
  return span instanceof TapeSpan ? span.plain() : span;
}
