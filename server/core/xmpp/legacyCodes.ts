/** Numeric error codes from before RFC 3920, as XEP-0086 maps them to conditions. */

import { type ErrorType, findCondition } from "./conditions";

/**
 * Defined conditions by legacy code. Where RFC 6120 no longer has XEP-0086's
 * condition (402, payment-required) there is none. For 302, redirect is the temporary one of two.
 */
const fromCode: ReadonlyMap<string, string> = new Map([
  ["302", "redirect"],
  ["400", "bad-request"],
  ["401", "not-authorized"],
  ["403", "forbidden"],
  ["404", "item-not-found"],
  ["405", "not-allowed"],
  ["406", "not-acceptable"],
  ["407", "registration-required"],
  ["408", "remote-server-timeout"],
  ["409", "conflict"],
  ["500", "internal-server-error"],
  ["501", "feature-not-implemented"],
  ["502", "service-unavailable"],
  ["503", "service-unavailable"],
  ["504", "remote-server-timeout"],
  ["510", "service-unavailable"],
]);

/** The condition that a legacy code stands for, with the type that RFC 6120 expects with it today. */
export function conditionForCode(code: string): { name: string; type: ErrorType } | undefined {
  const name = fromCode.get(code.trim());
  const type = name === undefined ? undefined : findCondition(name)?.expectedTypes[0];
  return name === undefined || type === undefined ? undefined : { name, type };
}
