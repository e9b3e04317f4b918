import { type ConditionDefinition, conditions } from "../xmpp/conditions";
import { isUnknown, knownErrorType, type Stanza, type StanzaError } from "../xmpp/stanza";
import { conditionXml, prependChild, quoteOf } from "./edits";
import type { Fix, FixContext } from "./fix";
import { convertLegacyError } from "./legacy";
import { rule } from "./rule";

export default rule({
  id: "condition-missing",
  group: "Defined condition",
  severity: "error",
  rfc: "8.3.2",
  summary: "An error has a defined condition.",
  description:
    "The defined condition says what went wrong in terms that every XMPP entity knows; RFC 6120 §8.3.2 demands one, also beside an application-specific condition. Where a child is there that was meant as the condition, condition-unknown or condition-namespace says what is wrong with it, and this rule is silent.",
  fix: "Insert one, those that expect this error type first; from a legacy code, the one it stands for.",
  bad: `<iq type='error' id='c1'>
  <error type='cancel'/>
</iq>`,
  good: `<iq type='error' id='c1'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  messages: {
    missing:
      "This error has no defined condition: RFC 6120 §8.3.2 demands exactly one of the 22. Add the one that says what went wrong.",
  },
  checkError(error, stanza, report) {
    if (error.conditions.length + error.unknown.length + error.misplaced.length > 0) return;
    if (error.unknownContent) return;
    report(error.element.nameSpan, "missing", {
      fixes: (context) => fixes(stanza, error, context),
    });
  },
});

function fixes(stanza: Stanza, error: StanzaError, context: FixContext): Fix[] {
  const { source } = stanza;
  const { element, code } = error;
  const quote = quoteOf(element, source);
  const type = knownErrorType(error);
  const expects = ({ name, expectedTypes }: ConditionDefinition) =>
    type !== undefined && name !== "undefined-condition" && expectedTypes.includes(type);
  const ordered = [
    ...conditions.filter(expects),
    ...conditions.filter((condition) => !expects(condition)),
  ];
  const converted =
    code && !isUnknown(code) ? convertLegacyError(stanza, error, code, context) : undefined;
  const insertions = ordered.map(({ name }): Fix => {
    const child = conditionXml(name, quote, name === "redirect" ? "xmpp:" : "");
    return {
      title: "Insert {condition}",
      values: { condition: name },
      edits: [prependChild(element, child, source, context)],
    };
  });
  return converted ? [converted, ...insertions] : insertions;
}
