import { childElements, type XmlAttribute } from "../xml/tree";
import { findForbiddenCharacter, findJidProblem, type JidProblem, splitJid } from "../xmpp/jid";
import { fits, isRequest } from "../xmpp/replyMatch";
import type { StanzaError } from "../xmpp/stanza";
import { knownValue } from "../xmpp/unknown";
import { rule, valueSpan } from "./rule";

const messages: Record<JidProblem, string> = {
  uri: '{attribute} has the URI "{part}" for an address. Remove "xmpp:" (RFC 7622 §3.1)',
  empty: "{attribute} is empty. Add an address or remove the attribute (RFC 7622 §3)",
  "localpart-empty":
    '{attribute} has nothing before "@". Add a localpart or remove the "@" (RFC 7622 §3.3)',
  "localpart-long": "{attribute} has a localpart of over 1023 octets. Shorten it (RFC 7622 §3.3)",
  "localpart-character":
    '{attribute} has {character} in its localpart "{part}". Escape or remove it (RFC 7622 §3.3)',
  "domainpart-empty": "{attribute} has no domain. Add it (RFC 7622 §3.2)",
  "domainpart-long": "{attribute} has a domain of over 1023 octets. Shorten it (RFC 7622 §3.2)",
  "domainpart-character":
    '{attribute} has {character} in its domain "{part}". Correct it (RFC 7622 §3.2)',
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
  why: "A server answers a stanza to an invalid address with jid-malformed, or not at all. An address is a domain; a localpart and `@` may precede it, and `/` and a resource may follow it. No part may be empty or longer than 1023 octets. A localpart must not contain white space, any of `\"&'/:<>@`, or a character that PRECIS forbids in identifiers (RFC 8264 §4.2), such as a symbol, a ligature or an invisible character.",
  exceptions:
    "Only `from` and `to` of a stanza and `by` of its `<error/>` are checked. `_` in a domain and a dot at its end are allowed, because networks use them. Full and half width letters are allowed too. A value with a placeholder is not checked. A reply comes from the address that its request was sent to, and an error with jid-malformed from the malformed address (RFC 6120 §8.3.3.8), so that `from` is not reported.",
  bad: `<message to='juliet@@example.com'/>`,
  good: `<message to='juliet@example.com'/>`,
  messages,
  check: {
    on: "stanza",
    run(stanza, report) {
      const check = (attribute: XmlAttribute | undefined) => {
        const address = knownValue(attribute);
        if (!attribute || address === undefined) return;
        const problem = findJidProblem(address);
        if (!problem) return;
        const character = findForbiddenCharacter(address, problem);
        report(valueSpan(attribute), problem, {
          values: {
            attribute: attribute.name,
            part: partOf(problem, address),
            character: character === undefined ? "" : describeCharacter(character),
          },
        });
      };
      // Such an error comes from the very address that it calls malformed (RFC 6120 §8.3.3.8).
      if (!stanza.errors.some(isJidMalformed)) check(stanza.from);
      check(stanza.to);
      for (const error of stanza.errors) check(error.by);
    },
  },
  /** The sender of a reply whose request was sent to just that address, as in RFC 6120 §8.3.3.8. */
  isExcused(exchange, { attribute }) {
    if (attribute !== "from" || !exchange) return attribute === "from";
    const { reply, earlier } = exchange;
    const sender = reply.unusable?.from;
    if (sender === undefined) return false;
    const request = earlier.find((one) => {
      return isRequest(one) && one.kind === reply.kind && fits(reply, one);
    });
    return request?.unusable?.to === sender;
  },
});

function isJidMalformed({ element }: StanzaError): boolean {
  return childElements(element).some(({ local }) => local === "jid-malformed");
}

/** The part of the address with the problem, shortened for the message. */
function partOf(problem: JidProblem, address: string): string {
  const { local = "", domain } = splitJid(address);
  const isLocal = problem.startsWith("localpart");
  const part = problem === "uri" ? address : isLocal ? local : domain;
  return part.length > 40 ? `${part.slice(0, 40)}…` : part;
}

/** The character in quotes if it is visible, and its code point if it is not ASCII. */
function describeCharacter(character: string): string {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
  if (/^[!#-~]$/.test(character)) return `"${character}"`;
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) &&
    !/^\p{Default_Ignorable_Code_Point}$/u.test(character)
    ? `"${character}" (${code})`
    : code;
}
