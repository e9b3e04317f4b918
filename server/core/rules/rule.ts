/** Definition of a rule: metadata, documentation, examples, check and fixes in one file each. */

import type { Span } from "../text/span";
import type { ExceededLimit, ParseLimits } from "../xml/limits";
import type { Scope } from "../xml/scope";
import type { WellFormednessError, XmlAttribute } from "../xml/tree";
import type { FamilyId } from "../xmpp/errorFamily";
import type { FamilyError } from "../xmpp/familyError";
import type { PayloadProblem } from "../xmpp/payloadProblems";
import type { Stanza, StanzaError } from "../xmpp/stanza";
import type { StanzaSummary } from "../xmpp/summary";
import type { Applicability, Fix, FixContext } from "./fix";

/** MUST of the RFC → error, SHOULD → warning, advice or old practice → information. */
export type Severity = "error" | "warning" | "information";

/** The groups of docs and README, in their order. */
export type RuleGroup =
  | "XML"
  | "Stanza"
  | "Error child"
  | "Defined condition"
  | "Text"
  | "Application-specific condition"
  | "Replies"
  | "Stream error"
  | "SASL failure"
  | "Stream management"
  | "Stream compression"
  | "TLS"
  | "Payload"
  | "Suppressions";

export interface RuleDefinition<Key extends string = string> {
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** True for a rule that only users who ask for it need. */
  readonly offByDefault?: true;
  /** Section of RFC 6120 that the rule rests on, or `RFC 7622`, `XEP-0198` and the like with a section; `""` for none. */
  readonly rfc: string;
  /** First version of this program with the rule. */
  readonly since: string;
  /**
   * True if the rule also checks stanzas that are nested in others. A forwarded stanza has been
   * routed before, so that only rules about its error child and below do.
   */
  readonly checksForwarded?: true;
  /** Duty in one sentence, with "must" for errors and "should" for the rest; Markdown. */
  readonly summary: string;
  /** Reason for the duty and consequence of a breach; Markdown. */
  readonly why: string;
  /** Cases that are not reported although they look like a breach, and other limits; Markdown. */
  readonly exceptions?: string;
  /** Absent if the rule has no quick fix. */
  readonly fix?: RuleFix;
  /** A stanza that breaks the rule and no other; executed by the tests, printed in the docs. */
  readonly bad: string;
  /** The same stanza as it should be. */
  readonly good: string;
  /** The limits under which the examples hold; absent for the usual limits. */
  readonly exampleLimits?: Partial<ParseLimits>;
  /** True where a finding marks old practice rather than a mistake: editors strike it through. */
  readonly deprecated?: true;
  /**
   * Messages by key, with `{name}` for a value: the fault, then the advice, then the section.
   */
  readonly messages: Readonly<Record<Key, string>>;
  readonly check: RuleCheck<Key>;
  /**
   * In addition to a check of stanzas: true if the exchange of a reply excuses a finding in it.
   * @param exchange undefined where the request may be in an earlier part of the text that was dropped
   * @param values those of the finding's message
   */
  isExcused?(exchange: Exchange | undefined, values: Readonly<Record<string, string>>): boolean;
}

/** Target of a rule, and its check of the target. */
export type RuleCheck<Key extends string = string> =
  | { readonly on: "stanza"; run(stanza: Stanza, report: Report<Key>): void }
  /** Runs for each error child of a stanza. */
  | {
      readonly on: "error";
      run(error: StanzaError, stanza: Stanza, report: Report<Key>): void;
    }
  /** Runs for each error of the family that is outside of stanzas. */
  | {
      readonly on: "family";
      readonly family: FamilyId;
      run(error: FamilyError, report: Report<Key>): void;
    }
  /** Runs for each problem of these kinds in the payloads of a stanza. */
  | {
      readonly on: "payload";
      readonly kinds: readonly PayloadProblem["kind"][];
      run(problem: PayloadProblem, report: Report<Key>, source: string): void;
    }
  /** Runs for each reply, with its possible requests. */
  | { readonly on: "reply"; run(exchange: Exchange, report: ReplyReport<Key>): void }
  /** Runs for each iq of type get or set, with what comes after it. */
  | {
      readonly on: "request";
      run(exchange: RequestExchange, report: RequestReport<Key>): void;
    }
  /** Runs for stanzas that are not well-formed; no other rule does. */
  | { readonly on: "broken"; run(broken: BrokenStanza, report: Report<Key>): void }
  /** Runs for stanzas that are too large to be parsed; no other rule does. */
  | { readonly on: "exceeded"; run(exceeded: ExceededLimit, report: Report<Key>): void }
  /** Has no check of its own: `suppressions/` compares the directives with the findings of all other rules. */
  | { readonly on: "suppressions" };

/** Kinds of targets. */
export type CheckTarget = RuleCheck["on"];

/** Documentation of a rule's quick fixes, as Markdown. */
type RuleFix = {
  /** Imperative sentence: what the fixes change. */
  readonly change: string;
  /** True if it writes a reply to the stanza: editors offer to create one, and no edit of the stanza is there. */
  readonly isReply?: true;
} & (
  | { /** `--fix` applies the first of every finding's fixes. */ readonly automatic: "always" }
  | {
      /** `--fix` applies the first fix of some findings, or of none. */
      readonly automatic: "sometimes" | "never";
      /** Sentence about `--fix`: when it applies the fix, or why it does not. */
      readonly reason: string;
    }
);

/** A stanza that is not well-formed: its text and the first error, without a tree. */
export interface BrokenStanza {
  readonly source: string;
  readonly scope: Scope | undefined;
  readonly error: WellFormednessError;
}

export type Rule = RuleDefinition;

/** Reports that the target breaks the rule. */
export type Report<Key extends string> = (
  at: Span,
  message: Key,
  more?: {
    /** Values for the `{name}`s of the message. */
    readonly values?: Readonly<Record<string, string>>;
    /** Called lazily, when the finding is to be repaired; the preferred fix first. */
    readonly fixes?: (context: FixContext) => Fix[];
    /** Other places that explain this one. */
    readonly related?: readonly { readonly span: Span; readonly message: Key }[];
    /** Severity in a program, if its libraries usually mend it; then no fix is automatic there. */
    readonly severityInCode?: Severity;
  },
) => void;

/** A reply among the other stanzas of its scope. */
export interface Exchange {
  readonly reply: StanzaSummary;
  /** Stanzas before it that have its id, the nearest first; none if it has no id. */
  readonly earlier: readonly StanzaSummary[];
  /** The stanza just before it, unless that is not well-formed. */
  readonly previous: StanzaSummary | undefined;
  /** The stanzas before it, the nearest first; undefined for broken ones; incomplete in a large text. */
  preceding(): Iterable<StanzaSummary | undefined>;
  /** True if the scope holds, or may hold, a reply with that id. */
  isAnswered(id: string): boolean;
}

/** Reports that a reply breaks the rule; places are relative to the reply. */
export type ReplyReport<Key extends string> = (
  at: Span,
  message: Key,
  more: {
    readonly values?: Readonly<Record<string, string>>;
    /** The stanza that it answers, as a related place with the message `request`, or another message. */
    readonly request: StanzaSummary;
    readonly requestMessage?: Key;
    readonly fixes?: () => ReplyFix[];
  },
) => void;

/** An iq of type get or set among the stanzas of its scope. */
export interface RequestExchange {
  readonly request: StanzaSummary;
  /** True if a later stanza answers the request, or may, or is already reported for how it does. */
  readonly mayBeAnswered: boolean;
  /** True if the source marks who sends the request, and the other side sends something in the scope. */
  readonly hasBothDirections: boolean;
  /** The nearest later request from and to the same addresses that is answered. */
  readonly laterAnswered: StanzaSummary | undefined;
}

/** Says that a request breaks the rule; places count from the start of the request. */
export type RequestReport<Key extends string> = (
  at: Span,
  message: Key,
  more: {
    readonly values?: Readonly<Record<string, string>>;
    /** Relates the later request that is answered. */
    readonly laterMessage?: Key;
  },
) => void;

/** A repair of a reply: attributes of its start tag with their new values; missing attributes are added. */
export interface ReplyFix {
  readonly title: string;
  readonly values: readonly (readonly [attribute: "id" | "from" | "to", value: string])[];
  readonly applicability: Applicability;
}

/** Declares a rule; the compiler checks the keys of its messages where it reports. */
export function rule<Key extends string>(definition: RuleDefinition<Key>): Rule {
  return definition as unknown as Rule;
}

/** Place of a finding about an attribute's value: the value, or the whole attribute if the value is empty. */
export function valueSpan(attribute: XmlAttribute): Span {
  return attribute.value === "" ? attribute.span : attribute.valueSpan;
}
