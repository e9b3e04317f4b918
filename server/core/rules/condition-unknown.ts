import type { XmlElement } from "../xml/tree";
import { familyWith } from "../xmpp/errorFamilies";
import { rankConditions } from "../xmpp/nearConditions";
import type { Stanza, StanzaError } from "../xmpp/stanza";
import { renameCondition } from "./conditionFixes";
import { removeElement } from "./edits";
import type { Fix, FixContext } from "./fix";
import { rule } from "./rule";

export default rule({
  id: "condition-unknown",
  group: "Defined condition",
  severity: "error",
  rfc: "8.3.3",
  since: "0.1.0",
  checksForwarded: true,
  summary: "Elements in the stanza error namespace must be defined conditions or `<text/>`.",
  why: "The namespace `urn:ietf:params:xml:ns:xmpp-stanzas` contains the 22 conditions of RFC 6120 §8.3.3 and `text`, and must not be extended. A condition of your own belongs in your own namespace, next to a defined condition. `payment-required` was dropped after RFC 3920; stream errors and SASL have conditions of their own.",
  fix: {
    change: "Change to the nearest of the 22 conditions, or to another one.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the nearest name is a guess.",
  },
  bad: `<iq type='error' id='c3'>
  <error type='cancel'>
    <item-not-fond xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  good: `<iq type='error' id='c3'>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  messages: {
    unknown: 'Unknown condition "{name}". Did you mean {nearest}? (RFC 6120 §8.3.3)',
    far: 'Unknown condition "{name}". Use one of the 22 defined conditions (RFC 6120 §8.3.3)',
    dropped:
      "payment-required is obsolete. Use another condition, e.g. not-allowed (RFC 6120 §8.3.3)",
    stream: '"{name}" is for stream errors only. Use a stanza error condition (RFC 6120 §8.3.3)',
    sasl: '"{name}" is for SASL failures only. Use a stanza error condition (RFC 6120 §8.3.3)',
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      for (const element of error.unknown) {
        const name = element.local;
        const { guess } = rankConditions(name);
        report(element.nameSpan, messageKeyOf(name, guess), {
          values: { name, nearest: guess ?? "" },
          fixes: (context) => fixes(element, error, stanza, context),
        });
      }
    },
  },
});

function messageKeyOf(name: string, guess: string | undefined) {
  if (name === "payment-required") return "dropped";
  const other = familyWith(name);
  if (other === "stream" || other === "sasl") return other;
  return guess === undefined ? "far" : "unknown";
}

function fixes(
  element: XmlElement,
  error: StanzaError,
  stanza: Stanza,
  context: FixContext,
): Fix[] {
  // A second condition would be one too many.
  if (error.conditions.length > 0) {
    return [
      {
        title: "Remove <{name}/>",
        values: { name: element.local },
        edits: [removeElement(element, stanza.source)],
        applicability: "choice",
      },
    ];
  }
  const { guess, names } = rankConditions(element.local);
  const isMisspelt = messageKeyOf(element.local, guess) === "unknown";
  return names.map((name) => ({
    title: "Change to {name}",
    values: { name },
    edits: renameCondition(element, qualified(element, name), error, stanza, context),
    applicability: isMisspelt && name === guess ? "preferred" : "choice",
  }));
}

function qualified(element: XmlElement, name: string): string {
  return element.prefix === "" ? name : `${element.prefix}:${name}`;
}
