/** The rules about stanzas and what is around them, in the order of the documentation. */

import appConditionMultiple from "./app-condition-multiple";
import appConditionNamespace from "./app-condition-namespace";
import appConditionPairing from "./app-condition-pairing";
import appConditionUndeclared from "./app-condition-undeclared";
import conditionAddressInvalid from "./condition-address-invalid";
import conditionContent from "./condition-content";
import conditionMissing from "./condition-missing";
import conditionMultiple from "./condition-multiple";
import conditionNamespace from "./condition-namespace";
import conditionUnknown from "./condition-unknown";
import errorChildDuplicate from "./error-child-duplicate";
import errorChildMissing from "./error-child-missing";
import errorChildNamespace from "./error-child-namespace";
import errorChildUnexpected from "./error-child-unexpected";
import errorCodeLegacy from "./error-code-legacy";
import errorStrayText from "./error-stray-text";
import errorTypeInvalid from "./error-type-invalid";
import errorTypeMissing from "./error-type-missing";
import errorTypeUnusual from "./error-type-unusual";
import iqIdMissing from "./iq-id-missing";
import iqPayload from "./iq-payload";
import iqTypeMissing from "./iq-type-missing";
import jidInvalid from "./jid-invalid";
import limitExceeded from "./limit-exceeded";
import redirectAddressMissing from "./redirect-address-missing";
import replyAddress from "./reply-address";
import replyIdMismatch from "./reply-id-mismatch";
import replyKindMismatch from "./reply-kind-mismatch";
import replyToError from "./reply-to-error";
import requestUnanswered from "./request-unanswered";
import type { Rule } from "./rule";
import stanzaTypeInvalid from "./stanza-type-invalid";
import suppressionUnused from "./suppression-unused";
import textContent from "./text-content";
import textLangMissing from "./text-lang-missing";
import textMultiple from "./text-multiple";
import textNamespace from "./text-namespace";
import undefinedConditionAlone from "./undefined-condition-alone";
import xmlComment from "./xml-comment";
import xmlNotWellFormed from "./xml-not-well-formed";
import xmlRestricted from "./xml-restricted";

export const stanzaRules: readonly Rule[] = [
  xmlNotWellFormed,
  xmlRestricted,
  xmlComment,
  limitExceeded,
  iqIdMissing,
  iqTypeMissing,
  stanzaTypeInvalid,
  iqPayload,
  jidInvalid,
  errorChildMissing,
  errorChildNamespace,
  errorChildUnexpected,
  errorChildDuplicate,
  errorTypeMissing,
  errorTypeInvalid,
  errorTypeUnusual,
  errorCodeLegacy,
  errorStrayText,
  conditionMissing,
  conditionMultiple,
  conditionUnknown,
  conditionNamespace,
  conditionContent,
  conditionAddressInvalid,
  redirectAddressMissing,
  textNamespace,
  textMultiple,
  textLangMissing,
  textContent,
  appConditionNamespace,
  appConditionMultiple,
  undefinedConditionAlone,
  appConditionPairing,
  appConditionUndeclared,
  replyKindMismatch,
  replyIdMismatch,
  replyAddress,
  replyToError,
  requestUnanswered,
  suppressionUnused,
];
