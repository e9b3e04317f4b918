/** Requests and replies by their summaries: which may answer which, by type, addresses and directions. */

import { type DirectionRelation, relateDirections } from "../text/directions";
import { splitJid } from "./jid";
import type { StanzaSummary } from "./summary";

/** True for an iq of type result or error, and for a message or presence of type error. */
export function isReply({ kind, type }: StanzaSummary): boolean {
  return type === "error" || (kind === "iq" && type === "result");
}

/** True if the stanza may be answered: it is known not to be a reply itself. */
export function isRequest(summary: StanzaSummary): boolean {
  return !summary.isTypeUnknown && !isReply(summary);
}

/** True unless the stanza is known to be a reply: a type that is a placeholder may be any type. */
export function mayBeRequest(summary: StanzaSummary): boolean {
  return summary.isTypeUnknown || !isReply(summary);
}

/** Match between a reply and a possible request, by addresses and stated directions. */
export interface AddressComparison {
  /** Number of the address pairs (0 to 2) that both stanzas have. */
  readonly pairs: number;
  /** The reply's addresses that differ from the opposite address of the request. */
  readonly contradicting: readonly ("from" | "to")[];
  /** Relation of the stated directions. */
  readonly relation: DirectionRelation;
  /** True if there is evidence that the reply goes back to the sender: an address pair, or opposite directions. */
  readonly isGiven: boolean;
  /** False if an address or the directions contradict. */
  readonly fits: boolean;
}

/**
 * Compares the reply's `to` with the request's `from`, its `from` with the request's `to`, and their directions. The
 * same direction twice contradicts only where no address agrees: a relayed stanza comes twice.
 */
export function compareDirection(reply: StanzaSummary, other: StanzaSummary): AddressComparison {
  const contradicting: ("from" | "to")[] = [];
  let pairs = 0;
  for (const [side, opposite] of [
    ["from", "to"],
    ["to", "from"],
  ] as const) {
    const own = reply[side];
    const others = other[opposite];
    if (!own || !others) continue;
    pairs++;
    if (!addressesMatch(own.value, others.value)) contradicting.push(side);
  }
  const relation = relateDirections(reply.direction, other.direction);
  const isSplit = relation === "apart" || (relation === "same" && pairs === contradicting.length);
  return {
    pairs,
    contradicting,
    relation,
    isGiven: pairs > 0 || relation === "opposite",
    fits: contradicting.length === 0 && !isSplit,
  };
}

/** True if neither addresses nor directions are evidence that the reply answers another stanza. */
export function fits(reply: StanzaSummary, other: StanzaSummary): boolean {
  return compareDirection(reply, other).fits;
}

/** True for equal addresses, and for a bare JID and one of its full JIDs; a final dot of a domain does not count. */
export function addressesMatch(a: string, b: string): boolean {
  const left = splitJid(a);
  const right = splitJid(b);
  return (
    comparableDomain(left.domain) === comparableDomain(right.domain) &&
    left.local?.toLowerCase() === right.local?.toLowerCase() &&
    (left.resource === undefined ||
      right.resource === undefined ||
      left.resource === right.resource)
  );
}

/** The address, normalized for comparison: equal strings for the same address. */
export function comparableAddress(address: string): string {
  const { local, domain, resource } = splitJid(address);
  const bare = `${local === undefined ? "" : `${local.toLowerCase()}@`}${comparableDomain(domain)}`;
  return resource === undefined ? bare : `${bare}/${resource}`;
}

/** The domain, normalized for comparison as in RFC 7622 §3.2. */
function comparableDomain(domain: string): string {
  return (domain.endsWith(".") ? domain.slice(0, -1) : domain).toLowerCase();
}
