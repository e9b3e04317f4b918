import type { XmlAttribute } from "../xml/tree";
import { conditionForCode } from "../xmpp/legacyCodes";
import type { Stanza, StanzaError } from "../xmpp/stanza";
import { isUnknown } from "../xmpp/unknown";
import { removeAttribute } from "./edits";
import type { Fix, FixContext } from "./fix";
import { convertLegacyError, replaceByType } from "./legacy";
import { rule } from "./rule";

export default rule({
  id: "error-code-legacy",
  group: "Error child",
  severity: "information",
  deprecated: true,
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "An `<error/>` should not have the obsolete `code` attribute.",
  why: "Numeric codes date from before RFC 3920; XEP-0086 maps them to conditions. RFC 6120 has no `code`, and receivers read type and condition.",
  exceptions: "A code with a placeholder is not reported.",
  fix: {
    change:
      "Remove the code; if there is no condition, convert the code to condition, type and text.",
    automatic: "never",
    reason: "`--fix` does not apply it, because old software may still read the code.",
  },
  bad: `<iq type='error' id='e4'>
  <error code='404' type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  good: `<iq type='error' id='e4'>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  messages: {
    legacy: "Obsolete error code. Remove it; type and condition replace it (RFC 6120 §8.3.2)",
    convert: "Obsolete error code {code}. Replace it with <{condition}/> (RFC 6120 §8.3.2)",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      const { code } = error;
      if (!code || isUnknown(code)) return;
      const meant = hasCondition(error) ? undefined : conditionForCode(code.value);
      report(code.span, meant ? "convert" : "legacy", {
        values: { code: code.value, condition: meant?.name ?? "" },
        fixes: (context) => fixes(stanza, error, code, context),
      });
    },
  },
});

function hasCondition(error: StanzaError): boolean {
  return error.conditions.length + error.unknown.length + error.misplaced.length > 0;
}

function fixes(stanza: Stanza, error: StanzaError, code: XmlAttribute, context: FixContext): Fix[] {
  const converted = hasCondition(error)
    ? undefined
    : convertLegacyError(stanza, error, code, context);
  if (converted) return [converted];
  const type = error.type ? undefined : conditionForCode(code.value)?.type;
  if (type === undefined) {
    const edits = [removeAttribute(code, stanza.source)];
    return [{ title: "Remove the code", edits, applicability: "preferred" }];
  }
  // Without its code the error would have no hint whether to try again.
  return [
    {
      title: "Convert code {code} to type='{type}'",
      values: { code: code.value, type },
      edits: [replaceByType(code, type, stanza.source)],
      applicability: "preferred",
    },
  ];
}
