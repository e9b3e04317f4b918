/**
 * What real software answers to stanzas that go wrong: profiles of servers, from the measurements in data/answers. A profile
 * is data alone; `answerAs.ts` writes its answers.
 */

import { answerTable } from "./answerTable";

/** How a server writes its answers, and whom it names in them. */
export interface AnswerForm {
  /** Sender, where the request has no `to`. */
  readonly fromWithoutTo: string;
  /** Sender, where `to` is the asker's own bare address. */
  readonly fromOwn: string;
  /** Order of the stanza's attributes: names, or `reversed` for those of the request from last to first. */
  readonly attributes: string;
  /** Namespace that is written on the stanza, or `no`. */
  readonly xmlns: string;
  /** `xml:lang` of the stanza: `no`, `request` (where the request has it), `stream`. */
  readonly language: string;
  /** Place of the children of the request, by the kind of the stanza: `no`, `before` or `after` the error. */
  readonly places: Readonly<Record<string, string>>;
  /** Place of an application-specific condition: `before` or `after` the defined one. */
  readonly app: string;
}

/** The measured answer to one kind of stanza in one situation. */
export interface MeasuredAnswer {
  readonly situation: string;
  /** `iq`, `message` or `presence`. */
  readonly kind: string;
  /** `error`, `result`, `silence`, `relayed`, `returned` (to the sender), or `stream` with a stream condition. */
  readonly outcome: string;
  /** Name in the namespace of stanza errors; after `!`, in that of the stanza. */
  readonly condition: string;
  readonly type: string;
  /** Text with holes `{to}` and `{kind}`; empty for none. */
  readonly text: string;
  /** `host`, `domain` or `bare` address of the request's `to`; empty for none. */
  readonly by: string;
  /** `yes`, `no`, `altered`, `errors` (error children too). */
  readonly payload: string;
  readonly code: string;
  /** `{namespace}name`. */
  readonly app: string;
  /** Addresses, where they are not those of the form. */
  readonly from: string;
  readonly to: string;
  /** An element that the server adds to the payload. */
  readonly adds: string;
}

/** Software that was measured. */
export interface Software {
  /** Name in `--as`. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Year and month of the measurement. */
  readonly measured: string;
}

export interface AnswerProfile extends Software {
  readonly form: AnswerForm;
  readonly answers: readonly MeasuredAnswer[];
}

/** The answer that the RFC, or a XEP, has for a situation; both empty where it has none. */
export interface Situation {
  readonly name: string;
  readonly condition: string;
  readonly type: string;
}

/** A client, with the situations in which it sends a condition. */
interface ClientProfile extends Software {
  readonly conditions: Map<string, readonly string[]>;
}

interface Decoded {
  readonly situations: Map<string, Situation>;
  readonly servers: AnswerProfile[];
  readonly clients: ClientProfile[];
}

let decoded: Decoded | undefined;

function tables(): Decoded {
  decoded ??= decode();
  return decoded;
}

function decode(): Decoded {
  const found: Decoded = { situations: new Map(), servers: [], clients: [] };
  let answers: MeasuredAnswer[] = [];
  for (const line of answerTable.split("\n")) {
    const cells = line.slice(1).split("\t");
    if (line.startsWith("=")) {
      const [name = "", condition = "", type = ""] = cells;
      found.situations.set(name, { name, condition, type });
    } else if (line.startsWith("*")) {
      const [id = "", name = "", version = "", measured = "", ...form] = cells;
      const software = { id, name, version, measured };
      if (form.length === 0) {
        found.clients.push({ ...software, conditions: new Map() });
        continue;
      }
      answers = [];
      found.servers.push({ ...software, form: formOf(form), answers });
    } else if (line.startsWith(" ")) {
      answers.push(answerOf(cells));
    } else if (line.startsWith("-")) {
      const [condition = "", ...situations] = cells;
      found.clients.at(-1)?.conditions.set(condition, situations);
    }
  }
  return found;
}

function formOf(cells: readonly string[]): AnswerForm {
  const [fromWithoutTo = "", fromOwn = "", attributes = "", xmlns = "", language = ""] = cells;
  const [iq = "", message = "", presence = "", app = ""] = cells.slice(5);
  const places = { iq, message, presence };
  return { fromWithoutTo, fromOwn, attributes, xmlns, language, places, app };
}

function answerOf(cells: readonly string[]): MeasuredAnswer {
  const [situation = "", kind = "", outcome = "", condition = "", type = "", text = ""] = cells;
  const [by = "", payload = "", code = "", app = "", from = "", to = "", adds = ""] =
    cells.slice(6);
  const addresses = { by, from, to };
  return {
    situation,
    kind,
    outcome,
    condition,
    type,
    text,
    ...addresses,
    payload,
    code,
    app,
    adds,
  };
}

/** The servers and components whose answers were measured. */
export function answerProfiles(): readonly AnswerProfile[] {
  return tables().servers;
}

/** The situation of that name. */
export function findSituation(name: string): Situation | undefined {
  return tables().situations.get(name);
}

/** The names of all situations in which a server was asked. */
export function situationNames(): string[] {
  return [...tables().situations.keys()].filter((name) => !name.startsWith("client-"));
}

/** Who was seen to send the condition, and in which situations, servers first. */
export function sendersOf(condition: string): { software: Software; situations: string[] }[] {
  const { servers, clients } = tables();
  const ofServers = servers.map((software) => {
    const own = software.answers.filter((answer) => answer.condition === condition);
    return { software, situations: [...new Set(own.map(({ situation }) => situation))] };
  });
  const ofClients = clients.map((software) => {
    return { software, situations: [...(software.conditions.get(condition) ?? [])] };
  });
  return [...ofServers, ...ofClients].filter(({ situations }) => situations.length > 0);
}
