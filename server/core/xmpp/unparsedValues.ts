/** Judges ids and addresses by their text alone, as the rules judge them in a tree. */

import { findJidProblem, isPlainJid } from "./jid";
import { isUnknownValue, mayStandForOthers } from "./placeholder";

// Fast path: most ids are words with single marks between them.
const plainId = /^[a-z0-9]+(?:[-_.:/+=][a-z0-9]+)*$/i;

/** False for an id that is a placeholder. */
export function isKnownId(id: string): boolean {
  return (plainId.test(id) && !mayStandForOthers(id)) || !isUnknownValue(id);
}

/** An address is not there or unknown, or valid, or invalid. */
export const Address = { None: 0, Valid: 1, Invalid: 2 } as const;

export function judgeAddress(value: string): 0 | 1 | 2 {
  if (isPlainJid(value) && !mayStandForOthers(value)) return Address.Valid;
  if (isUnknownValue(value)) return Address.None;
  return findJidProblem(value) ? Address.Invalid : Address.Valid;
}
