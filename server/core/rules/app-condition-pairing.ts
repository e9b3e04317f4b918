import { type AppCondition, findAppCondition, pairedConditions } from "../xmpp/appConditions";
import { onlyCondition } from "../xmpp/stanza";
import { changeCondition } from "./appConditionFixes";
import { rule } from "./rule";

export default rule({
  id: "app-condition-pairing",
  group: "Application-specific condition",
  severity: "information",
  rfc: "8.3.4",
  since: "0.1.0",
  checksForwarded: true,
  summary: "An application-specific condition should go with the defined condition its XEP names.",
  why: "A XEP that defines an application-specific condition says, or shows in its examples, which defined condition goes with it. Receivers that do not know the XEP see only the defined condition, so all senders should use the same.",
  exceptions:
    "The rule knows the published XEPs. It accepts every defined condition that the text, a table or an example of the XEP pairs with the application-specific one, and reports nothing where the XEP leaves it open. The error type is not checked, because most XEPs give it only in examples.",
  fix: {
    change: "Change the defined condition to one that the XEP pairs with it.",
    automatic: "never",
    reason:
      "`--fix` does not apply it, because the application-specific condition may be wrong instead.",
  },
  bad: `<iq type='error' id='a4'>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <closed-node xmlns='http://jabber.org/protocol/pubsub#errors'/>
  </error>
</iq>`,
  good: `<iq type='error' id='a4'>
  <error type='cancel'>
    <not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <closed-node xmlns='http://jabber.org/protocol/pubsub#errors'/>
  </error>
</iq>`,
  messages: {
    pairing: "{name} goes with {expected}, not {condition}. Change the condition ({document})",
    condition: "The defined condition is here.",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      if (error.application.length === 0) return;
      const condition = onlyCondition(error);
      if (!condition) return;
      for (const element of error.application) {
        const known = findAppCondition(element.namespace, element.local);
        if (!known || !isJudged(known)) continue;
        const expected = pairedConditions(known);
        if (expected.length === 0 || expected.includes(condition.local)) continue;
        report(element.nameSpan, "pairing", {
          values: {
            document: known.document,
            name: known.name,
            expected: expected.join(", "),
            condition: condition.local,
          },
          related: [{ span: condition.nameSpan, message: "condition" }],
          fixes: (context) =>
            expected.map((name, index) => {
              const pairs = known.pairs.filter((pair) => pair.condition === name);
              const pair = pairs.find(({ type }) => type === error.type?.value) ?? pairs[0]!;
              const fix = changeCondition(condition, pair, error, stanza, context);
              return index === 0 && expected.length === 1
                ? { ...fix, applicability: "preferred" }
                : fix;
            }),
        });
      }
    },
  },
});

/** False for proposals, which may yet change, and where the document leaves the defined condition to the sender. */
function isJudged({ document, carrier, isOpen }: AppCondition): boolean {
  return document.startsWith("XEP-") && carrier === undefined && !isOpen;
}
