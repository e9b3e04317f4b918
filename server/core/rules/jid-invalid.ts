import type { XmlAttribute } from "../xml/tree";
import { findJidProblem, type JidProblem, splitJid } from "../xmpp/jid";
import { knownValue } from "../xmpp/stanza";
import { rule, valueSpan } from "./rule";

const start = 'The "{attribute}" address is none by RFC 7622';

const messages: Record<JidProblem, string> = {
  empty: `${start}: it is empty. Give an address, or remove the attribute.`,
  "localpart-empty": `${start}: nothing stands before the "@". Add the localpart, or remove the "@".`,
  "localpart-long": `${start}: the localpart has more than 1023 octets (§3.3). Shorten it.`,
  "localpart-character": `${start}: the localpart "{part}" holds a character that is not allowed there (§3.3). Escape or remove it.`,
  "domainpart-empty": `${start}: it has no domain (§3.2). Add it.`,
  "domainpart-long": `${start}: the domain has more than 1023 octets (§3.2). Shorten it.`,
  "domainpart-invalid": `${start}: "{part}" is no domain name or IP address (§3.2). Correct it.`,
  "resourcepart-empty": `${start}: nothing stands behind the "/" (§3.4). Add the resource, or remove the "/".`,
  "resourcepart-long": `${start}: the resource has more than 1023 octets (§3.4). Shorten it.`,
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
