/** Fixes shared by three rules: set the type of an error child to the one expected for its condition. */

import { type ErrorType, errorTypesFor, findCondition } from "../xmpp/conditions";
import { rankConditions } from "../xmpp/nearConditions";
import { onlyCondition, type StanzaError } from "../xmpp/stanza";
import { putAttribute } from "./edits";
import type { Applicability, Fix, FixContext } from "./fix";

/**
 * Fixes for each error type but `without`, first those expected for the error's condition. The
 * first is preferred if the condition is known, and automatic if the condition expects just one type.
 */
export function errorTypeFixes(
  error: StanzaError,
  source: string,
  { withChoices }: FixContext,
  without?: ErrorType,
): Fix[] {
  const condition = meantCondition(error);
  const expected = condition === undefined ? [] : (findCondition(condition)?.expectedTypes ?? []);
  const best = applicabilityOf(error, expected);
  if (best === "choice" && !withChoices) return [];
  return errorTypesFor(condition)
    .filter(({ type }) => type !== without)
    .map(({ type, retry }, index) => ({
      title: error.type ? "Change to type='{type}' ({retry})" : "Insert type='{type}' ({retry})",
      values: { type, retry },
      edits: [putAttribute(error.element, "type", type, source)],
      applicability: index === 0 ? best : "choice",
    }));
}

function applicabilityOf(error: StanzaError, expected: readonly ErrorType[]): Applicability {
  if (expected.length === 0) return "choice";
  // A fix that depends on the guess of a misspelt condition is a guess too.
  const isCertain = expected.length === 1 && error.unknown.length === 0;
  return isCertain ? "automatic" : "preferred";
}

/** Name of the only condition, also of a misplaced or misspelt one. */
export function meantCondition(error: StanzaError): string | undefined {
  const { conditions, misplaced, unknown } = error;
  if (conditions.length > 0) return onlyCondition(error)?.local;
  if (misplaced.length > 0) return misplaced.length === 1 ? misplaced[0]?.local : undefined;
  const [misspelt, ...others] = unknown;
  return misspelt && others.length === 0 ? rankConditions(misspelt.local).guess : undefined;
}
