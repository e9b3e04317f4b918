/**
 * The table of the 22 defined conditions (RFC 6120 §8.3.3) and of the five error types (§8.3.2).
 * Snippets, documentation, completion, hover and rules all read this table and nothing else.
 */

export type ErrorType = "auth" | "cancel" | "continue" | "modify" | "wait";

export interface ErrorTypeDefinition {
  readonly type: ErrorType;
  /** May the sender try again? A few words, as used in titles. */
  readonly retry: string;
  readonly meaning: string;
}

/** The error types in the order of RFC 6120 §8.3.2. */
export const errorTypes: readonly ErrorTypeDefinition[] = [
  {
    type: "auth",
    retry: "retry after providing credentials",
    meaning: "Authenticate or get access, then send it again.",
  },
  {
    type: "cancel",
    retry: "do not retry",
    meaning: "Give up: sending it again will not help.",
  },
  {
    type: "continue",
    retry: "only a warning",
    meaning: "Carry on: this was only a warning.",
  },
  {
    type: "modify",
    retry: "retry after changing the data",
    meaning: "Correct what was sent, then send it again.",
  },
  {
    type: "wait",
    retry: "retry later",
    meaning: "Send it again later: the trouble is temporary.",
  },
];

export interface ConditionDefinition {
  readonly name: string;
  /** Section of RFC 6120 that defines the condition. */
  readonly section: string;
  /** Error types that RFC 6120 expects, the preferred type first; every type where the RFC leaves that open. */
  readonly expectedTypes: readonly ErrorType[];
  /** Further types that are right in some cases; never proposed. */
  readonly toleratedTypes?: readonly ErrorType[];
  /** Allowed character data of the element: an address, or none. */
  readonly characterData?: "new address" | "alternate address";
  readonly meaning: string;
  readonly note?: string;
}

const any: readonly ErrorType[] = ["cancel", "auth", "continue", "modify", "wait"];

/** The defined conditions in the order of RFC 6120 §8.3.3. */
export const conditions: readonly ConditionDefinition[] = [
  {
    name: "bad-request",
    section: "8.3.3.1",
    expectedTypes: ["modify"],
    meaning: "The XML of the stanza breaks its schema or cannot be processed.",
  },
  {
    name: "conflict",
    section: "8.3.3.2",
    expectedTypes: ["cancel"],
    meaning: "The name or address asked for is already taken.",
  },
  {
    name: "feature-not-implemented",
    section: "8.3.3.3",
    expectedTypes: ["cancel", "modify"],
    meaning: "The recipient, or a server on the way, does not implement what the stanza asks for.",
  },
  {
    name: "forbidden",
    section: "8.3.3.4",
    expectedTypes: ["auth"],
    meaning:
      "The action is reserved to certain roles or persons, and the requesting entity is not one of them.",
    note: "About authorization; for missing or wrong credentials there is not-authorized.",
  },
  {
    name: "gone",
    section: "8.3.3.5",
    expectedTypes: ["cancel"],
    characterData: "new address",
    meaning: "The recipient or server can no longer be reached at this address, for good.",
    note: "Give the new address, a URI or IRI such as xmpp:…, if there is one.",
  },
  {
    name: "internal-server-error",
    section: "8.3.3.6",
    expectedTypes: ["cancel"],
    meaning: "The server is misconfigured or failed internally, so it cannot process the stanza.",
  },
  {
    name: "item-not-found",
    section: "8.3.3.7",
    expectedTypes: ["cancel"],
    meaning: "There is no such JID or item.",
    note: "If it would tell strangers whether somebody is online, send service-unavailable instead.",
  },
  {
    name: "jid-malformed",
    section: "8.3.3.8",
    expectedTypes: ["modify"],
    meaning: "An XMPP address, or a part of one, breaks the rules for addresses.",
  },
  {
    name: "not-acceptable",
    section: "8.3.3.9",
    expectedTypes: ["modify"],
    meaning:
      "The request was understood, but does not meet the criteria of the recipient or server.",
  },
  {
    name: "not-allowed",
    section: "8.3.3.10",
    expectedTypes: ["cancel"],
    meaning: "No entity at all may perform this action.",
  },
  {
    name: "not-authorized",
    section: "8.3.3.11",
    expectedTypes: ["auth"],
    meaning: "The sender has given no credentials, or wrong ones.",
    note: "About authentication, despite the name; for missing permissions there is forbidden.",
  },
  {
    name: "policy-violation",
    section: "8.3.3.12",
    expectedTypes: ["modify", "wait"],
    meaning: "The stanza breaks a policy of the service.",
    note: "The policy can be named in text or in an application-specific condition.",
  },
  {
    name: "recipient-unavailable",
    section: "8.3.3.13",
    expectedTypes: ["wait"],
    meaning: "The intended recipient cannot be reached for the time being.",
    note: "If it would tell strangers whether somebody is online, send service-unavailable instead.",
  },
  {
    name: "redirect",
    section: "8.3.3.14",
    expectedTypes: ["modify"],
    characterData: "alternate address",
    meaning: "Requests go to another entity, usually for the time being.",
    note: "Give the other address, a URI or IRI such as xmpp:…",
  },
  {
    name: "registration-required",
    section: "8.3.3.15",
    expectedTypes: ["auth"],
    meaning: "The service requires prior registration.",
  },
  {
    name: "remote-server-not-found",
    section: "8.3.3.16",
    expectedTypes: ["cancel"],
    meaning: "The remote server or service does not exist or cannot be resolved.",
  },
  {
    name: "remote-server-timeout",
    section: "8.3.3.17",
    expectedTypes: ["wait"],
    toleratedTypes: ["cancel"],
    meaning: "The remote server was resolved, but no communication came about in reasonable time.",
    note: "Another type where the failure is more permanent.",
  },
  {
    name: "resource-constraint",
    section: "8.3.3.18",
    expectedTypes: ["wait"],
    meaning: "The server or recipient is busy or short of system resources.",
  },
  {
    name: "service-unavailable",
    section: "8.3.3.19",
    expectedTypes: ["cancel"],
    meaning: "The server or recipient does not offer this service at present.",
  },
  {
    name: "subscription-required",
    section: "8.3.3.20",
    expectedTypes: ["auth"],
    meaning: "The service requires a prior subscription.",
  },
  {
    name: "undefined-condition",
    section: "8.3.3.21",
    expectedTypes: any,
    meaning: "None of the other conditions fits.",
    note: "Only together with an application-specific condition.",
  },
  {
    name: "unexpected-request",
    section: "8.3.3.22",
    expectedTypes: ["wait", "modify"],
    meaning: "The request was understood, but was not expected at this time.",
  },
];

const byName: ReadonlyMap<string, ConditionDefinition> = new Map(
  conditions.map((c) => [c.name, c]),
);
const typeNames: ReadonlySet<string> = new Set(errorTypes.map((t) => t.type));

/** The defined condition of that name, if it is one of the 22. */
export function findCondition(name: string): ConditionDefinition | undefined {
  return byName.get(name);
}

/** True for the two conditions whose character data is an address. */
export function holdsAddress(condition: string): boolean {
  return condition === "gone" || condition === "redirect";
}

/** True for one of the five error types, in small letters. */
export function isErrorType(value: string): value is ErrorType {
  return typeNames.has(value);
}

/** All error types, first those that RFC 6120 expects with the condition. */
export function errorTypesFor(condition: string | undefined): ErrorTypeDefinition[] {
  const expected = condition === undefined ? [] : (byName.get(condition)?.expectedTypes ?? []);
  const rank = (type: ErrorType) =>
    expected.includes(type) ? expected.indexOf(type) : expected.length;
  return [...errorTypes].sort((a, b) => rank(a.type) - rank(b.type));
}

/** True if RFC 6120 expects this error type with this condition, or tolerates it. */
export function isExpectedType(condition: string, type: ErrorType): boolean {
  const { expectedTypes = [], toleratedTypes = [] } = byName.get(condition) ?? {};
  return expectedTypes.includes(type) || toleratedTypes.includes(type);
}

/** Address of a section of RFC 6120. */
export function rfc6120(section: string): string {
  return `https://www.rfc-editor.org/rfc/rfc6120#section-${section}`;
}
