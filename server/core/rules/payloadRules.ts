/** The rules about payloads, in the order of the documentation. */

import payloadAttributeMissing from "./payload-attribute-missing";
import payloadAttributeUnknown from "./payload-attribute-unknown";
import payloadElementMisplaced from "./payload-element-misplaced";
import payloadElementUnknown from "./payload-element-unknown";
import payloadValue from "./payload-value";
import type { Rule } from "./rule";

const all: readonly Rule[] = [
  payloadElementUnknown,
  payloadElementMisplaced,
  payloadAttributeMissing,
  payloadAttributeUnknown,
  payloadValue,
];

/** A function, so that the rules are loaded when one of them is asked for. */
export function payloadRules(): readonly Rule[] {
  return all;
}
