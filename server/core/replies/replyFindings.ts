/** Applies the rules about replies to a stanza and the stanzas before it (RFC 6120 §8.3.1). */

import { activeRules, type Configuration } from "../check/config";
import type { Finding } from "../check/finding";
import { reportRuleFailure } from "../check/ruleFailures";
import type { Exchange, ReplyFix, ReplyReport } from "../rules/rule";
import { isReply, isRequest } from "../xmpp/replyMatch";
import type { StanzaSummary } from "../xmpp/summary";
import type { ReplyIndex } from "./replyIndex";
import type { Entry, StanzaAtOffset } from "./sharedId";

const NONE: readonly never[] = [];

/** A finding about a reply, relative to `owner`; its related place is relative to `request`. */
export interface ReplyFinding<Owner> {
  readonly finding: Finding;
  readonly request: Owner;
  fixes(): ReplyFix[];
}

/** The stanzas before a reply. */
export interface Preceding<Owner> {
  /** The stanza just before the reply, if there is any and it is well-formed. */
  readonly previous: Entry<Owner> | undefined;
  /** All of them, the nearest first; undefined for those that are not well-formed, and for some in a large text. */
  all(): Iterable<StanzaSummary | undefined>;
}

/** The findings of the reply rules about a stanza, if it is a reply. */
export function findingsAboutReply<Owner extends StanzaAtOffset>(
  index: ReplyIndex<Owner>,
  entry: Entry<Owner>,
  preceding: Preceding<Owner>,
  configuration: Configuration,
): readonly ReplyFinding<Owner>[] {
  const { summary } = entry;
  if (!isReply(summary)) return NONE;
  const id = summary.idValue;
  const isAlone = id === undefined || !index.hasSharedIds || index.countOf(id) === 1;
  // Most replies in a capture have an id of their own and follow a stanza that is no request.
  if (isAlone && !mayFollowRequest(summary, preceding.previous?.summary)) return NONE;
  return runRules(index, entry, preceding, configuration);
}

/**
 * The findings of a reply that its request excuses.
 * @param preceding undefined where the request may be in an earlier part that was dropped
 */
export function excusedFindings<Owner extends StanzaAtOffset>(
  index: ReplyIndex<Owner>,
  entry: Entry<Owner>,
  preceding: Preceding<Owner> | undefined,
  findings: readonly Finding[],
  configuration: Configuration,
): readonly Finding[] {
  const possible = findings.filter(({ rule }) => rule.isExcused);
  if (possible.length === 0 || !isReply(entry.summary)) return NONE;
  const exchange = preceding && exchangeOf(index, entry, preceding, index.before(entry));
  return possible.filter(({ rule, values }) => {
    try {
      return rule.isExcused?.(exchange, values);
    } catch (error) {
      reportRuleFailure(configuration.onRuleFailure, { rule, task: "check", error });
      return false;
    }
  });
}

function runRules<Owner extends StanzaAtOffset>(
  index: ReplyIndex<Owner>,
  entry: Entry<Owner>,
  preceding: Preceding<Owner>,
  configuration: Configuration,
): ReplyFinding<Owner>[] {
  const { previous } = preceding;
  const earlier = index.before(entry);
  const requests = previous ? [...earlier, previous] : earlier;
  const exchange = exchangeOf(index, entry, preceding, earlier);
  const findings: ReplyFinding<Owner>[] = [];
  for (const { rule, severity, check } of activeRules(configuration).reply) {
    const report: ReplyReport<string> = (span, messageKey, more) => {
      const { values = {}, request, requestMessage = "request", fixes } = more;
      const owner = requests.find((one) => one.summary === request)?.owner;
      if (!owner) return;
      const related = [{ span: request.nameSpan, messageKey: requestMessage }];
      const finding = { rule, severity, span, stanzaStart: 0, messageKey, values, related };
      const guarded = () => {
        try {
          return fixes?.() ?? [];
        } catch (error) {
          reportRuleFailure(configuration.onRuleFailure, { rule, task: "fix", error });
          return [];
        }
      };
      findings.push({ finding, request: owner, fixes: guarded });
    };
    try {
      check.run(exchange, report);
    } catch (error) {
      reportRuleFailure(configuration.onRuleFailure, { rule, task: "check", error });
    }
  }
  return findings;
}

function exchangeOf<Owner extends StanzaAtOffset>(
  index: ReplyIndex<Owner>,
  { summary }: Entry<Owner>,
  { previous, all }: Preceding<Owner>,
  earlier: readonly Entry<Owner>[],
): Exchange {
  return {
    reply: summary,
    earlier: earlier.map((one) => one.summary),
    previous: previous?.summary,
    preceding: all,
    isAnswered: (id) => index.isAnswered(id),
  };
}

/** True if the previous stanza may be the request of a reply, judged by kind and type of both. */
function mayFollowRequest(reply: StanzaSummary, previous: StanzaSummary | undefined): boolean {
  return previous?.idValue !== undefined && previous.kind === reply.kind && isRequest(previous);
}
