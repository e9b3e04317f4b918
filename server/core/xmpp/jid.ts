/** Addresses of XMPP entities (RFC 7622). */

import { isIdentifierCharacter, mapWidth } from "./precis";

export interface Jid {
  readonly local: string | undefined;
  readonly domain: string;
  readonly resource: string | undefined;
}

/** Defect of an address; the names of the parts are those of RFC 7622 §3. */
export type JidProblem =
  | "empty"
  | "uri"
  | "localpart-empty"
  | "localpart-long"
  | "localpart-character"
  | "domainpart-empty"
  | "domainpart-long"
  | "domainpart-character"
  | "domainpart-invalid"
  | "resourcepart-empty"
  | "resourcepart-long";

/** RFC 7622 §3.1: each part has at most 1023 octets of UTF-8. */
const MAX_OCTETS = 1023;

// RFC 7622 §3.3.1 excludes these eight from a localpart on top of the IdentifierClass of PRECIS.
const excluded = /["&'/:<>@]/;
const uriScheme = /^xmpp:/i;
// Letters, digits and hyphens, in any script (RFC 5890), and `_`, which real networks use.
const label = /^[\p{L}\p{M}\p{N}_\p{Join_Control}\u00b7\u30fb-]+$/u;
const notInDomain = /[^\p{L}\p{M}\p{N}_\p{Join_Control}\u00b7\u30fb.-]/u;
// Fast path: most domains are plain ASCII, for which one regular expression is enough.
const asciiDomain =
  /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\.?$/i;
const ipv6 = /^\[(?=[0-9A-Fa-f.]*:)[0-9A-Fa-f:.]+(?:%[^\]\s]+)?\]$/;

/** Splits an address at the first `/` and the first `@` before it (RFC 7622 §3.2); checks nothing. */
export function splitJid(address: string): Jid {
  const slash = address.indexOf("/");
  const bare = slash < 0 ? address : address.slice(0, slash);
  const at = bare.indexOf("@");
  return {
    local: at < 0 ? undefined : bare.slice(0, at),
    domain: bare.slice(at + 1),
    resource: slash < 0 ? undefined : address.slice(slash + 1),
  };
}

// Fast path for nearly all addresses, with one regular expression: ASCII, the domain with a letter or digit, or `_`, at
// both ends of each label.
const usual =
  /^(?:[\w.+-]+@)?[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*(?:\/[ -~]+)?$/i;
const USUAL_LENGTH = 300;

// Letters and digits with single marks between them, in no part more than the limit of a part.
const plain =
  /^(?:[a-z0-9]+(?:[-._+][a-z0-9]+)*@)?[a-z0-9]+(?:[-.][a-z0-9]+)*(?:\/[a-z0-9]+(?:[-._+ ][a-z0-9]+)*)?$/i;
const PLAIN_LENGTH = 63;

/** True for most addresses without any defect, which are no placeholders either (fast path). */
export function isPlainJid(address: string): boolean {
  return address.length <= PLAIN_LENGTH && plain.test(address);
}

/** The first defect of the address, or undefined for a valid address. */
export function findJidProblem(address: string): JidProblem | undefined {
  const isUsual = address.length <= USUAL_LENGTH && usual.test(address);
  return isUsual ? undefined : examine(address);
}

function examine(address: string): JidProblem | undefined {
  if (address === "") return "empty";
  if (uriScheme.test(address)) return "uri";
  const { local, domain, resource } = splitJid(address);
  if (local !== undefined) {
    if (local === "") return "localpart-empty";
    if (isLong(local)) return "localpart-long";
    if (findForbidden(local) !== undefined) return "localpart-character";
  }
  if (domain === "") return "domainpart-empty";
  if (isLong(domain)) return "domainpart-long";
  if (!isDomain(domain)) {
    const isLiteral = domain.startsWith("[");
    return !isLiteral && notInDomain.test(domain) ? "domainpart-character" : "domainpart-invalid";
  }
  if (resource === "") return "resourcepart-empty";
  if (resource !== undefined && isLong(resource)) return "resourcepart-long";
  return undefined;
}

/** The first character that the address's localpart or domain cannot hold, if that is the defect. */
export function findForbiddenCharacter(address: string, problem: JidProblem): string | undefined {
  const { local = "", domain } = splitJid(address);
  if (problem === "localpart-character") return findForbidden(local);
  return problem === "domainpart-character" ? notInDomain.exec(domain)?.[0] : undefined;
}

function findForbidden(localpart: string): string | undefined {
  for (const character of localpart) {
    const mapped = mapWidth(character);
    if (excluded.test(mapped)) return character;
    for (const one of mapped) if (!isIdentifierCharacter(one)) return character;
  }
  return undefined;
}

function isDomain(domain: string): boolean {
  if (asciiDomain.test(domain)) return true;
  if (domain.startsWith("[")) return ipv6.test(domain);
  const name = domain.endsWith(".") ? domain.slice(0, -1) : domain;
  return name.split(".").every(isLabel);
}

function isLabel(text: string): boolean {
  return text.length <= 63 && label.test(text) && !text.startsWith("-") && !text.endsWith("-");
}

function isLong(part: string): boolean {
  // A code unit never takes more than three octets, so most parts need not be encoded to be counted.
  return part.length * 3 > MAX_OCTETS && octets(part) > MAX_OCTETS;
}

function octets(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}
