/** The rules about errors outside of stanzas, in the order of the documentation. */

import compressionConditionMissing from "./compression-condition-missing";
import compressionConditionMultiple from "./compression-condition-multiple";
import compressionConditionNamespace from "./compression-condition-namespace";
import compressionConditionUnknown from "./compression-condition-unknown";
import type { Rule } from "./rule";
import saslConditionContent from "./sasl-condition-content";
import saslConditionMissing from "./sasl-condition-missing";
import saslConditionMultiple from "./sasl-condition-multiple";
import saslConditionNamespace from "./sasl-condition-namespace";
import saslConditionUnknown from "./sasl-condition-unknown";
import saslStrayText from "./sasl-stray-text";
import saslTextMultiple from "./sasl-text-multiple";
import saslTextNamespace from "./sasl-text-namespace";
import smConditionMissing from "./sm-condition-missing";
import smConditionMultiple from "./sm-condition-multiple";
import smConditionNamespace from "./sm-condition-namespace";
import smConditionUnknown from "./sm-condition-unknown";
import streamAppConditionMultiple from "./stream-app-condition-multiple";
import streamAppConditionNamespace from "./stream-app-condition-namespace";
import streamConditionContent from "./stream-condition-content";
import streamConditionMissing from "./stream-condition-missing";
import streamConditionMultiple from "./stream-condition-multiple";
import streamConditionNamespace from "./stream-condition-namespace";
import streamConditionObsolete from "./stream-condition-obsolete";
import streamConditionUnknown from "./stream-condition-unknown";
import streamHostInvalid from "./stream-host-invalid";
import streamStrayText from "./stream-stray-text";
import streamTextMultiple from "./stream-text-multiple";
import streamTextNamespace from "./stream-text-namespace";
import tlsFailureContent from "./tls-failure-content";

const families: readonly Rule[] = [
  streamConditionMissing,
  streamConditionMultiple,
  streamConditionUnknown,
  streamConditionObsolete,
  streamConditionNamespace,
  streamConditionContent,
  streamHostInvalid,
  streamTextNamespace,
  streamTextMultiple,
  streamStrayText,
  streamAppConditionNamespace,
  streamAppConditionMultiple,
  saslConditionMissing,
  saslConditionMultiple,
  saslConditionUnknown,
  saslConditionNamespace,
  saslConditionContent,
  saslTextNamespace,
  saslTextMultiple,
  saslStrayText,
  smConditionMissing,
  smConditionMultiple,
  smConditionUnknown,
  smConditionNamespace,
  compressionConditionMissing,
  compressionConditionMultiple,
  compressionConditionUnknown,
  compressionConditionNamespace,
  tlsFailureContent,
];

/** A function, so that the rules are loaded when the first such error is met. */
export function familyRules(): readonly Rule[] {
  return families;
}
