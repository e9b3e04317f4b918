/** What an error reply says, and why some are refused (RFC 6120 §8.3). */

import { findCondition, isErrorType } from "../xmpp/conditions";
import { isAbsoluteIri } from "../xmpp/iri";
import { findJidProblem } from "../xmpp/jid";
import { isContentNamespace, STANZAS_NAMESPACE } from "../xmpp/namespaces";
import type { Stanza } from "../xmpp/stanza";
import { knownValue } from "../xmpp/unknown";

/** Place of the payload of the request: before the error child or after it. */
export type PayloadPlace = "before" | "after";

export interface ReplyOptions {
  readonly condition: string;
  /** Error type; by default the type that the condition expects. */
  readonly type?: string | undefined;
  /** Text for people. */
  readonly text?: string | undefined;
  /** `xml:lang` of the text. */
  readonly language: string;
  /** Address of the entity that reports the error. */
  readonly by?: string | undefined;
  /** Address in gone and redirect, a URI or IRI. */
  readonly address?: string | undefined;
  /** Sender of the reply; by default the `to` of the request. */
  readonly from?: string | undefined;
  /** Addressee of the reply; by default the `from` of the request, which a client leaves out on its own stream. */
  readonly to?: string | undefined;
  /** Place of the request's children, which are left out without it (§8.3.1, rule 5: MAY). */
  readonly payload?: PayloadPlace | undefined;
  /** Application-specific condition, as `{namespace}name`. */
  readonly app?: string | undefined;
  /** Legacy code, three digits (XEP-0086). */
  readonly code?: string | undefined;
  /** True to leave out the id that the request has. */
  readonly omitId?: boolean | undefined;
  /** `xml:lang` of the reply itself. */
  readonly stanzaLanguage?: string | undefined;
}

/** The reason why there is no reply: a template with its values, for people. */
export interface Refusal {
  readonly refusal: string;
  readonly values?: Readonly<Record<string, string>>;
}

export type ReplyResult =
  | { readonly xml: string; readonly refusal?: undefined }
  | (Refusal & { readonly xml?: undefined });

const languageTag = /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i;

/** The reason why the options make no reply; undefined if they do. */
export function refuseOptions(options: ReplyOptions): Refusal | undefined {
  const { condition, type, by, address, from, to, app, code } = options;
  for (const language of [options.language, options.stanzaLanguage]) {
    if (language === undefined || languageTag.test(language)) continue;
    return { refusal: '"{language}" is not a language tag.', values: { language } };
  }
  if (!findCondition(condition)) {
    return {
      refusal: 'Unknown condition "{condition}". Use one of the 22 defined conditions.',
      values: { condition },
    };
  }
  if (type !== undefined && !isErrorType(type)) {
    return {
      refusal: 'Unknown error type "{type}". Use auth, cancel, continue, modify or wait.',
      values: { type },
    };
  }
  for (const one of [by, from, to]) if (one !== undefined && findJidProblem(one)) return noJid(one);
  if (code !== undefined && !/^\d{3}$/.test(code)) {
    return {
      refusal: '"{code}" is not a legacy code. Use three digits (XEP-0086).',
      values: { code },
    };
  }
  if (app !== undefined && !readAppCondition(app)) {
    return {
      refusal:
        '"{app}" is not an application-specific condition. Write {namespace}name, in a namespace of its own.',
      values: { app, namespace: "{namespace}" },
    };
  }
  if (address !== undefined && !isAbsoluteIri(address)) {
    return {
      refusal: '"{address}" is not an absolute URI. Write it as xmpp:…',
      values: { address },
    };
  }
  return undefined;
}

/** The reason why the stanza must not be answered; undefined if it may. */
export function refuseRequest(request: Stanza): string | undefined {
  const type = request.typeValue;
  if (type === "error") return "An error must not be answered (RFC 6120 §8.3.1).";
  if (request.kind === "iq" && type === "result") {
    return "A result must not be answered (RFC 6120 §8.2.3).";
  }
  if (request.type && type === undefined) {
    return "The type of this stanza is unknown, so it may be an error. Correct it first.";
  }
  return undefined;
}

/** The refusal of an address that is none. */
export function noJid(by: string): Refusal {
  return { refusal: '"{by}" is not a valid address (RFC 7622 §3).', values: { by } };
}

/** The reply's addressee as the request has it, if it is no address: the sender cannot be mirrored. */
export function invalidSender({ from }: Stanza, { to }: ReplyOptions): string | undefined {
  const sender = to ?? knownValue(from);
  return sender !== undefined && findJidProblem(sender) ? sender : undefined;
}

/** The parts of `{namespace}name`; undefined if it is something else, or in a namespace of stanzas. */
export function readAppCondition(app: string) {
  const [, namespace = "", name = ""] = /^\{([^{}]+)\}([^{}]+)$/.exec(app) ?? [];
  const isOwn =
    namespace !== STANZAS_NAMESPACE &&
    !isContentNamespace(namespace) &&
    !namespace.startsWith("http://www.w3.org/");
  return namespace !== "" && isOwn && isNcName(name) ? { namespace, name } : undefined;
}

/** True for a name without a colon (Namespaces in XML §3). */
export function isNcName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u.test(name);
}
