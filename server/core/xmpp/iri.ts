/** Addresses in gone and redirect (RFC 6120 §8.3.3.5 and §8.3.3.14): URIs or IRIs. */

import { findJidProblem } from "./jid";

// RFC 3986 §3 and RFC 3987 §2.2: a scheme, a colon, and no character that would have to be escaped.
const absolute = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]*$/iu;
const badEscape = /%(?![0-9a-f]{2})/i;

/** True for an absolute URI or IRI. */
export function isAbsoluteIri(address: string): boolean {
  return absolute.test(address) && !badEscape.test(address);
}

/** The `xmpp:` IRI (RFC 5122) of an address, or undefined if the text is no address. */
export function iriOfJid(address: string): string | undefined {
  if (findJidProblem(address)) return undefined;
  const escaped = address.replace(/[\s<>"{}|\\^`%?#]/g, encodeURIComponent);
  return `xmpp:${escaped}`;
}
