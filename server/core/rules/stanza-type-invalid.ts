import { nearest } from "../xmpp/didYouMean";
import { stanzaTypeNames } from "../xmpp/stanzaTypes";
import { removeAttribute, setValue } from "./edits";
import { rule, valueSpan } from "./rule";

export default rule({
  id: "stanza-type-invalid",
  group: "Stanza",
  severity: "error",
  rfc: "8.2",
  summary: "The type of a stanza is one of those that its kind knows.",
  description:
    "iq knows get, set, result and error (RFC 6120 §8.2.3); message knows normal, chat, groupchat, headline and error (RFC 6121 §5.2.2); presence knows unavailable, subscribe, subscribed, unsubscribe, unsubscribed, probe and error (RFC 6121 §4.7.1). A presence that says that somebody is there has no type at all. Case counts.",
  fix: "The nearest right type, then the others.",
  bad: `<presence type='available'/>`,
  good: `<presence/>`,
  messages: {
    invalid: '"{type}" is no type of {kind} (RFC 6120 §8.2). Use one of: {types}.',
    available:
      '"available" is no type of presence: without a type it says that somebody is there (RFC 6121 §4.7.1). Remove the attribute.',
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
        const removal = {
          title: "Remove the type",
          edits: [removeAttribute(type, stanza.source)],
        };
        const changes = ordered.map((one, index) => ({
          title: "Change to type='{type}'",
          values: { type: one },
          edits: [setValue(type, one, stanza.source)],
          ...(index === 0 && !available ? { preferred: true as const } : {}),
        }));
        if (kind === "iq") return changes;
        return available
          ? [{ ...removal, preferred: true as const, safe: true as const }, ...changes]
          : [...changes, removal];
      },
    });
  },
});
