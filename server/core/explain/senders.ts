/** Which software was seen to send a condition, and in which situations: from the measurements in data/answers. */

import { sendersOf } from "../replies/answerProfiles";
import type { Translate } from "../text/translate";
import { code, type Paragraphs } from "./explanations";

/** Situations that are named of one software, and clients that are named at all. */
const MAX_NAMES = 4;

/** A paragraph of servers with their situations, and one of clients; none for a condition that nobody was seen to send. */
export function explainSenders(condition: string, translate: Translate): Paragraphs {
  const senders = sendersOf(condition).map(({ software, situations }) => {
    const name = `${software.name} ${software.version}`;
    const isClient = situations.every((situation) => situation.startsWith("client-"));
    return { name, isClient, situations };
  });
  const servers = senders
    .filter(({ isClient }) => !isClient)
    .map(({ name, situations }) => `${name} (${listed(situations.map(code), translate)})`);
  const clients = senders.filter(({ isClient }) => isClient).map(({ name }) => name);
  return [
    servers.length === 0
      ? ""
      : `${translate("Servers that were seen to send it:")} ${servers.join("; ")}`,
    clients.length === 0
      ? ""
      : `${translate("Clients that were seen to send it:")} ${listed(clients, translate)}`,
  ];
}

function listed(names: readonly string[], translate: Translate): string {
  const shown = names.slice(0, MAX_NAMES).join(", ");
  const rest = names.length - MAX_NAMES;
  return rest > 0 ? `${shown}, ${translate("{count} more", { count: String(rest) })}` : shown;
}
