import { type ConditionDefinition, conditions } from "../xmpp/conditions";
import { knownErrorType, type Stanza, type StanzaError } from "../xmpp/stanza";
import { isUnknown } from "../xmpp/unknown";
import { conditionXml, prependChild, quoteOf } from "./edits";
import type { Fix, FixContext } from "./fix";
import { convertLegacyError } from "./legacy";
import { rule } from "./rule";

export default rule({
  id: "condition-missing",
  group: "Defined condition",
  severity: "error",
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "An `<error/>` must have a defined condition.",
  why: "The defined condition says what went wrong in a way that every XMPP entity understands. RFC 6120 §8.3.2 requires one, even next to an application-specific condition.",
  exceptions:
    "An element that was meant as the condition is reported by condition-unknown, condition-namespace or app-condition-namespace instead.",
  fix: {
    change:
      "Insert a condition, those that expect the error type first; if there is a legacy code, the condition it stands for.",
    automatic: "never",
    reason: "`--fix` does not apply it, because only you know what went wrong.",
  },
  bad: `<iq type='error' id='c1'>
  <error type='cancel'/>
</iq>`,
  good: `<iq type='error' id='c1'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  messages: {
    missing: "<error/> has no defined condition. Add one, e.g. item-not-found (RFC 6120 §8.3.2)",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      if (error.conditions.length + error.unknown.length + error.misplaced.length > 0) return;
      if (error.unqualified.length > 0 || error.mayHaveCondition) return;
      report(error.element.nameSpan, "missing", {
        fixes: (context) => fixes(stanza, error, context),
      });
    },
  },
});

function fixes(stanza: Stanza, error: StanzaError, context: FixContext): Fix[] {
  const { source } = stanza;
  const { element, code } = error;
  const converted =
    code && !isUnknown(code) ? convertLegacyError(stanza, error, code, context) : undefined;
  // A stanza may lack hundreds of conditions.
  if (!context.withChoices) return converted ? [converted] : [];
  const quote = quoteOf(element, source);
  const type = knownErrorType(error);
  const expects = ({ name, expectedTypes }: ConditionDefinition) =>
    type !== undefined && name !== "undefined-condition" && expectedTypes.includes(type);
  const ordered = [
    ...conditions.filter(expects),
    ...conditions.filter((condition) => !expects(condition)),
  ];
  const insertions = ordered.map(({ name }): Fix => {
    const child = conditionXml(name, quote, name === "redirect" ? "xmpp:" : "");
    return {
      title: "Insert {condition}",
      values: { condition: name },
      edits: [prependChild(element, child, source, context)],
      applicability: "choice",
    };
  });
  return converted ? [converted, ...insertions] : insertions;
}
