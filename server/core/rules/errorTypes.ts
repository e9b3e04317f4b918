/** The fixes that three rules share: give an error child the type expected for its condition. */

import type { XmlElement } from "../xml/tree";
import { type ErrorType, errorTypesFor, findCondition } from "../xmpp/conditions";
import { onlyCondition, type StanzaError } from "../xmpp/stanza";
import { putAttribute } from "./edits";
import type { Fix } from "./fix";

/**
 * One fix for each error type but `without`, those expected for the error's condition first. The
 * first is preferred where the condition is known, and automatic where it expects just one type.
 */
export function errorTypeFixes(error: StanzaError, source: string, without?: ErrorType): Fix[] {
  const condition = conditionOf(error)?.local;
  const expected = condition === undefined ? [] : (findCondition(condition)?.expectedTypes ?? []);
  return errorTypesFor(condition)
    .filter(({ type }) => type !== without)
    .map(
      ({ type, retry }, index): Fix => ({
        title: error.type ? "Change to type='{type}' ({retry})" : "Insert type='{type}' ({retry})",
        values: { type, retry },
        edits: [putAttribute(error.element, "type", type, source)],
        applicability:
          index > 0 || expected.length === 0
            ? "choice"
            : expected.length === 1
              ? "automatic"
              : "preferred",
      }),
    );
}

/** The one condition that is there, or was meant. */
function conditionOf(error: StanzaError): XmlElement | undefined {
  if (error.conditions.length > 0) return onlyCondition(error);
  return error.misplaced.length === 1 ? error.misplaced[0] : undefined;
}
