/** The answer to a stanza as a real server sends it, from its profile in data/answers. */

import type { Scope } from "../xml/scope";
import { closestMatch } from "../xmpp/didYouMean";
import { findJidProblem } from "../xmpp/jid";
import type { Stanza } from "../xmpp/stanza";
import { buildAnswer } from "./answerItem";
import {
  type AnswerProfile,
  answerProfiles,
  findSituation,
  type MeasuredAnswer,
  situationNames,
} from "./answerProfiles";
import { writeItem } from "./answerXml";
import { createErrorReply, type ReplyStyle, readStanza } from "./reply";
import { noJid, type Refusal } from "./replyOptions";
import { situationsOf } from "./situations";

/** The name in `as` of the answer that the RFCs have. */
const RFC_PROFILE = "rfc";

export interface AnswerOptions {
  /** Id of a profile, or `rfc`. */
  readonly as: string;
  /** Name of the situation; by default recognised from the request. */
  readonly situation?: string | undefined;
  /** Full address of the asker; by default the `from` of the request. */
  readonly to?: string | undefined;
  /** Language of the stream; by default that of the request, or `en`. */
  readonly stanzaLanguage?: string | undefined;
}

/** A remark for people: a template with its values. */
interface Note {
  readonly note: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** The answer; without `xml`, the notes say why nothing is sent. */
export interface Answer {
  readonly refusal?: undefined;
  readonly xml: string | undefined;
  readonly situation: string;
  /** False for the answer of the RFCs. */
  readonly isMeasured: boolean;
  /** Name of the condition in it; empty without one. */
  readonly condition: string;
  readonly notes: readonly Note[];
}

/**
 * Writes what the software sends in answer to the stanza, on one line; what the RFCs have for it, in the given style,
 * where nothing was measured.
 * @param source the text of the request, from `<` to `>`
 * @param scope namespaces and language that are declared around it
 */
export function createAnswer(
  source: string,
  scope: Scope | undefined,
  options: AnswerOptions,
  style: ReplyStyle,
): Answer | Refusal {
  const profile = answerProfiles().find(({ id }) => id === options.as);
  const refused = refuse(options, profile);
  if (refused) return refused;
  const stanza = readStanza(source, scope);
  if ("refusal" in stanza) return stanza;
  const asker = options.to ?? stanza.from?.value ?? "";
  if (asker !== "" && findJidProblem(asker)) return noJid(asker);
  const names = options.situation ? [options.situation] : situationsOf(stanza, asker);
  const notes: Note[] = asker === "" ? [{ note: "The request does not say who asked." }] : [];
  const measured = profile && firstAnswer(profile, names, stanza, options.situation !== undefined);
  if (!profile || !measured) {
    const others = profile ? [...notes, notMeasured(profile, names)] : notes;
    return rfcAnswer(source, scope, { ...options, names, notes: others }, style);
  }
  const { situation } = measured;
  const silence = silenceOf(profile, measured);
  if (silence)
    return { xml: undefined, situation, condition: "", isMeasured: true, notes: [silence] };
  const item = buildAnswer(stanza, profile.form, measured, {
    asker,
    language: options.stanzaLanguage,
  });
  const xml = writeItem(item, { closesLast: profile.form.attributes === "reversed" });
  const kind = measured.outcome === "error" ? [] : [notError(profile, measured)];
  const condition = measured.condition.replace("!", "");
  return { xml, situation, condition, isMeasured: true, notes: [...notes, ...kind] };
}

function refuse(
  { as, situation }: AnswerOptions,
  profile: AnswerProfile | undefined,
): Refusal | undefined {
  if (!profile && as !== RFC_PROFILE) {
    const names = [...answerProfiles().map(({ id }) => id), RFC_PROFILE].join(", ");
    return { refusal: 'Unknown software "{as}". Use one of {names}.', values: { as, names } };
  }
  if (situation === undefined || findSituation(situation)) return undefined;
  const meant = closestMatch(situation, situationNames());
  if (meant === undefined) {
    return {
      refusal: 'Unknown situation "{situation}". docs/answers.md lists all of them.',
      values: { situation },
    };
  }
  const values = { situation, meant };
  return { refusal: 'Unknown situation "{situation}". Did you mean {meant}?', values };
}

/**
 * The answer in the first of the situations that was measured.
 * @param isNamed true if the situation was asked for by name: then that to another kind of stanza will do
 */
function firstAnswer(
  { answers }: AnswerProfile,
  names: readonly string[],
  { kind }: Stanza,
  isNamed: boolean,
): MeasuredAnswer | undefined {
  for (const name of names) {
    const own = answers.filter(({ situation }) => situation === name);
    const found = own.find((one) => one.kind === kind) ?? (isNamed ? own[0] : undefined);
    if (found) return found;
  }
  return undefined;
}

const valuesOf = ({ name, version }: AnswerProfile, situation: string) => ({
  software: `${name} ${version}`,
  situation,
});

function notMeasured(profile: AnswerProfile, [situation = ""]: readonly string[]): Note {
  const values = valuesOf(profile, situation);
  return situation === ""
    ? {
        note: "What {software} answers to this was not measured; this is the answer of the RFCs.",
        values,
      }
    : {
        note: "What {software} answers to this ({situation}) was not measured; this is the answer of the RFCs.",
        values,
      };
}

function silenceOf(
  profile: AnswerProfile,
  { outcome, situation }: MeasuredAnswer,
): Note | undefined {
  const [what, condition = ""] = outcome.split(" ");
  const values = { ...valuesOf(profile, situation), condition };
  if (what === "silence") return { note: "{software} does not answer this ({situation}).", values };
  if (what === "relayed") {
    return {
      note: "{software} delivers this to its addressee and does not answer ({situation}).",
      values,
    };
  }
  if (what !== "stream") return undefined;
  return { note: "{software} closes the stream with {condition} ({situation}).", values };
}

function notError(profile: AnswerProfile, { outcome, situation }: MeasuredAnswer): Note {
  const values = valuesOf(profile, situation);
  return outcome === "result"
    ? { note: "{software} answers this with a result ({situation}).", values }
    : { note: "{software} sends this back to its sender ({situation}).", values };
}

interface RfcOptions extends AnswerOptions {
  readonly names: readonly string[];
  readonly notes: readonly Note[];
}

/** The error that the RFCs, or a XEP, have for the first of the situations that is in the table. */
function rfcAnswer(
  source: string,
  scope: Scope | undefined,
  { names, notes, to, stanzaLanguage }: RfcOptions,
  style: ReplyStyle,
): Answer | Refusal {
  const situation = names.map(findSituation).find((one) => one !== undefined);
  if (!situation?.condition) {
    const note = { note: "RFC 6120 and RFC 6121 have no error for this." };
    return {
      xml: undefined,
      situation: situation?.name ?? "",
      condition: "",
      isMeasured: false,
      notes: [...notes, note],
    };
  }
  const { condition, type, name } = situation;
  const options = { condition, type, to, stanzaLanguage, language: "en" };
  const result = createErrorReply(source, scope, options, style);
  return result.xml === undefined
    ? result
    : { xml: result.xml, situation: name, condition, isMeasured: false, notes };
}
