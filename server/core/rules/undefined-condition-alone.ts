import type { XmlElement } from "../xml/tree";
import { type AppCondition, appConditionsFor } from "../xmpp/appConditions";
import { isUnknownNamespace } from "../xmpp/namespaces";
import type { Stanza, StanzaError } from "../xmpp/stanza";
import { addAppCondition } from "./appConditionFixes";
import type { Fix, FixContext } from "./fix";
import { rule } from "./rule";

export default rule({
  id: "undefined-condition-alone",
  group: "Application-specific condition",
  severity: "warning",
  rfc: "8.3.3.21",
  since: "0.1.0",
  summary: "undefined-condition should come with an application-specific condition.",
  why: "undefined-condition only says that none of the other 21 conditions fits. RFC 6120 §8.3.3.21 wants an application-specific condition next to it that says what went wrong.",
  exceptions:
    "Nothing is reported next to an element that app-condition-namespace reports, because it was meant as the application-specific condition.",
  fix: {
    change: "Add a condition of the extension that the request uses, if it is known.",
    automatic: "never",
    reason: "`--fix` does not apply it, because only you know what went wrong.",
  },
  bad: `<message type='error' id='a3'>
  <amp xmlns='http://jabber.org/protocol/amp'/>
  <error type='modify'>
    <undefined-condition xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>`,
  good: `<message type='error' id='a3'>
  <amp xmlns='http://jabber.org/protocol/amp'/>
  <error type='modify'>
    <undefined-condition xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <failed-rules xmlns='http://jabber.org/protocol/amp#errors'/>
  </error>
</message>`,
  messages: {
    alone: "undefined-condition needs an application-specific one. Add it (RFC 6120 §8.3.3.21)",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      const condition = error.conditions.find((one) => one.local === "undefined-condition");
      if (!condition || error.application.length + error.unqualified.length > 0) return;
      if (error.mayHaveApplication) return;
      report(condition.nameSpan, "alone", {
        fixes: (context) => fixes(condition, error, stanza, context),
      });
    },
  },
});

/** Fixes that add a condition: first those defined for undefined-condition, then those of the error's type. */
function fixes(
  element: XmlElement,
  error: StanzaError,
  stanza: Stanza,
  context: FixContext,
): Fix[] {
  const echoed = stanza.payload.map(({ namespace }) => namespace);
  const asked = context.requestNamespace();
  const namespaces = [...echoed, ...(asked === undefined ? [] : [asked])];
  const rank = ({ pairs, isOpen }: AppCondition) => {
    if (pairs.some(({ condition }) => condition === element.local)) return 0;
    if (isOpen) return 1;
    return pairs.some(({ type }) => type === error.type?.value) ? 2 : 3;
  };
  const known = appConditionsFor(namespaces.filter((one) => !isUnknownNamespace(one)));
  const offered = [...known]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((one) => addAppCondition(element, one, error, stanza, context) ?? []);
  const titles = new Set<string>();
  return offered.filter(({ values }) => {
    const name = values?.name ?? "";
    return !titles.has(name) && titles.add(name);
  });
}
