import type { XmlAttribute } from "../xml/tree";
import { findJidProblem, type JidProblem, splitJid } from "../xmpp/jid";
import { knownValue } from "../xmpp/unknown";
import { rule, valueSpan } from "./rule";

const messages: Record<JidProblem, string> = {
  empty: "{attribute} is empty. Add an address or remove the attribute (RFC 7622 §3)",
  "localpart-empty":
    '{attribute} has nothing before "@". Add a localpart or remove the "@" (RFC 7622 §3.3)',
  "localpart-long": "{attribute} has a localpart of over 1023 octets. Shorten it (RFC 7622 §3.3)",
  "localpart-character":
    '{attribute} has an invalid character in "{part}". Escape or remove it (RFC 7622 §3.3)',
  "domainpart-empty": "{attribute} has no domain. Add it (RFC 7622 §3.2)",
  "domainpart-long": "{attribute} has a domain of over 1023 octets. Shorten it (RFC 7622 §3.2)",
  "domainpart-invalid": '{attribute} has an invalid domain "{part}". Correct it (RFC 7622 §3.2)',
  "resourcepart-empty":
    '{attribute} has nothing after "/". Add a resource or remove the "/" (RFC 7622 §3.4)',
  "resourcepart-long": "{attribute} has a resource of over 1023 octets. Shorten it (RFC 7622 §3.4)",
};

export default rule({
  id: "jid-invalid",
  group: "Stanza",
  severity: "error",
  rfc: "RFC 7622 §3",
  since: "0.1.0",
  summary: "`from`, `to` and `by` must be addresses as RFC 7622 defines them.",
  why: "A server answers a stanza to an invalid address with jid-malformed, or not at all. An address is a domain; a localpart and `@` may precede it, and `/` and a resource may follow it. No part may be empty or longer than 1023 octets. A localpart must not contain white space or any of `\"&'/:<>@`.",
  exceptions:
    "Only `from` and `to` of a stanza and `by` of its `<error/>` are checked. `_` in a domain and a dot at its end are allowed, because networks use them. A value with a placeholder is not checked.",
  bad: `<message to='juliet@@example.com'/>`,
  good: `<message to='juliet@example.com'/>`,
  messages,
  check(stanza, report) {
    const check = (attribute: XmlAttribute | undefined) => {
      const address = knownValue(attribute);
      if (!attribute || address === undefined) return;
      const problem = findJidProblem(address);
      if (!problem) return;
      report(valueSpan(attribute), problem, {
        values: { attribute: attribute.name, part: partOf(problem, address) },
      });
    };
    check(stanza.from);
    check(stanza.to);
    for (const error of stanza.errors) check(error.by);
  },
});

/** The part of the address that the problem is about, cut to a length that can be read. */
function partOf(problem: JidProblem, address: string): string {
  const { local = "", domain } = splitJid(address);
  const part = problem.startsWith("localpart") ? local : domain;
  return part.length > 40 ? `${part.slice(0, 40)}…` : part;
}
