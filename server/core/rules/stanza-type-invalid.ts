import { nearest } from "../xmpp/didYouMean";
import { stanzaTypeNames } from "../xmpp/stanzaTypes";
import { removeAttribute, setValue } from "./edits";
import type { Fix } from "./fix";
import { rule, valueSpan } from "./rule";

export default rule({
  id: "stanza-type-invalid",
  group: "Stanza",
  severity: "error",
  rfc: "8.2",
  since: "0.1.0",
  summary: "The type of a stanza must be one that is defined for its kind.",
  why: "RFC 6120 and RFC 6121 define these types: for iq get, set, result and error (RFC 6120 §8.2.3); for message normal, chat, groupchat, headline and error (RFC 6121 §5.2.2); for presence unavailable, subscribe, subscribed, unsubscribe, unsubscribed, probe and error (RFC 6121 §4.7.1). A presence without a type says that its sender is available. Case matters.",
  fix: {
    change:
      "Change to the nearest type, or to another one; remove the type where its absence is meant.",
    automatic: "sometimes",
    reason: "`--fix` removes `type='available'` only, because any other change is a guess.",
  },
  bad: `<presence type='available'/>`,
  good: `<presence/>`,
  messages: {
    invalid: 'Unknown {kind} type "{type}". Use {types} (RFC 6120 §8.2)',
    available: "Available presence must have no type. Remove it (RFC 6121 §4.7.1)",
  },
  check(stanza, report) {
    const { type, kind } = stanza;
    const value = stanza.typeValue;
    const types = stanzaTypeNames[kind];
    if (!type || value === undefined || types.includes(value)) return;
    const available = kind === "presence" && value === "available";
    report(valueSpan(type), available ? "available" : "invalid", {
      values: { type: value, kind, types: types.join(", ") },
      fixes: () => {
        // An error child decides: with any other type it would be out of place.
        const best = stanza.errors.length > 0 ? "error" : nearest(value, types);
        const ordered = [best, ...types.filter((one) => one !== best)];
        const removal: Fix = {
          title: "Remove the type",
          edits: [removeAttribute(type, stanza.source)],
          applicability: available ? "automatic" : "choice",
        };
        const changes = ordered.map(
          (one, index): Fix => ({
            title: "Change to type='{type}'",
            values: { type: one },
            edits: [setValue(type, one, stanza.source)],
            applicability: index === 0 && !available ? "preferred" : "choice",
          }),
        );
        if (kind === "iq") return changes;
        return available ? [removal, ...changes] : [...changes, removal];
      },
    });
  },
});
