import { addAttribute } from "./edits";
import type { Fix } from "./fix";
import { rule } from "./rule";

const types = [
  { type: "get", meaning: "asks for something" },
  { type: "set", meaning: "changes something" },
  { type: "result", meaning: "answers" },
] as const;

export default rule({
  id: "iq-type-missing",
  group: "Stanza",
  severity: "error",
  rfc: "8.2.3",
  since: "0.1.0",
  summary: "An `<iq/>` must have a type.",
  why: "Without `type` a receiver cannot tell a request from a reply. RFC 6120 §8.2.3 requires get, set, result or error; unlike message and presence, iq has no default type.",
  fix: {
    change: "Insert get, set or result; insert error if there is an `<error/>`.",
    automatic: "sometimes",
    reason:
      "`--fix` inserts error if there is an `<error/>`. Otherwise it does not know whether the iq asks or answers.",
  },
  bad: `<iq id='v1' to='example.com'>
  <query xmlns='jabber:iq:version'/>
</iq>`,
  good: `<iq id='v1' to='example.com' type='get'>
  <query xmlns='jabber:iq:version'/>
</iq>`,
  messages: {
    missing: "<iq/> has no type. Add get, set, result or error (RFC 6120 §8.2.3)",
  },
  check: {
    on: "stanza",
    run(stanza, report) {
      if (stanza.kind !== "iq" || stanza.type) return;
      const { element, errors } = stanza;
      report(element.nameSpan, "missing", {
        fixes: () => {
          const insert = (type: string, meaning: string): Fix => ({
            title: "Insert type='{type}' ({meaning})",
            values: { type, meaning },
            edits: [addAttribute(element, "type", type, stanza.source)],
            applicability: type === "error" ? "automatic" : "choice",
          });
          return errors.length > 0
            ? [insert("error", "there is an <error/>")]
            : types.map(({ type, meaning }) => insert(type, meaning));
        },
      });
    },
  },
});
