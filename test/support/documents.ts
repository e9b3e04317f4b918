/** Short ways to lint a text, to take a fix and to ask the independent judge. */

import { DOMParser } from "@xmldom/xmldom";
import {
  type Configuration,
  defaultConfiguration,
  defaultLimits,
} from "../../server/core/check/config";
import { type DocumentFinding, StanzaDocument } from "../../server/core/document/document";
import { formatDocument } from "../../server/core/document/formatDocument";
import { findRule, rules } from "../../server/core/rules";
import { applyEdits } from "../../server/core/rules/edits";
import type { Fix } from "../../server/core/rules/fix";
import type { Edit } from "../../server/core/text/edit";
import type { Span } from "../../server/core/text/span";
import { runToCompletion } from "../../server/core/text/steps";
import type { Expectation } from "./markers";

/**
 * The default configuration, with that rule switched on where it is off by default, and with the limits
 * of its examples.
 */
export function configurationFor(ruleId: string): Configuration {
  const rule = findRule(ruleId);
  if (rule?.exampleLimits) {
    return { ...defaultConfiguration, limits: { ...defaultLimits, ...rule.exampleLimits } };
  }
  if (!rule?.offByDefault) return defaultConfiguration;
  return { ...defaultConfiguration, rules: { [ruleId]: rule.severity } };
}

/** The default configuration with every rule on. */
export const everyRule: Configuration = {
  ...defaultConfiguration,
  rules: Object.fromEntries(rules.map(({ id, severity }) => [id, severity])),
};

export function open(text: string, configuration = defaultConfiguration): StanzaDocument {
  return new StanzaDocument(text, configuration);
}

/** The ids of the rules that the text breaks, one for each finding, sorted. */
export function brokenRules(text: string, configuration = defaultConfiguration): string[] {
  return open(text, configuration)
    .findings()
    .map(({ finding }) => finding.rule.id)
    .sort();
}

/** The texts of the stanzas of a text. */
export function stanzasIn(text: string): string[] {
  return open(text)
    .stanzaSpans()
    .map(({ start, end }) => text.slice(start, end));
}

/** The spans of the elements that rules look at, in order. */
export function elementSpans({ pieces }: StanzaDocument): Span[] {
  return pieces.filter(({ isElement }) => isElement).map(({ span }) => span);
}

/** The findings in the form of marked texts. */
export function placesOf(findings: readonly DocumentFinding[]): Expectation[] {
  return findings.map(({ finding, span }) => ({ rule: finding.rule.id, ...span }));
}

/** The only finding of that rule in the text. */
export function onlyFinding(document: StanzaDocument, ruleId: string): DocumentFinding {
  const found = document.findings().filter(({ finding }) => finding.rule.id === ruleId);
  if (found.length !== 1) throw new Error(`${found.length} findings of ${ruleId}`);
  return found[0]!;
}

export function applyFix(document: StanzaDocument, fix: Fix): string {
  return applyEdits(document.text, fix.edits);
}

/**
 * Parses the XML of one stanza with xmldom, which shares nothing with the product's own parser.
 * @throws Error for anything that xmldom complains about
 */
export function judge(xml: string): void {
  const onError = (level: string, message: string) => {
    throw new Error(`${level}: ${message}\n${xml}`);
  };
  new DOMParser({ onError }).parseFromString(xml, "text/xml");
}

/** The edits that format the stanzas of the document, or those that touch the span. */
export function formattingOf({ framed }: StanzaDocument, unit: string, span?: Span): Edit[] {
  return runToCompletion(formatDocument(framed, unit, span));
}
