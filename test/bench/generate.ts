/** Stanzas for the benchmarks: the same text for the same size, every time and everywhere. */

import { conditions } from "../../server/core/xmpp/conditions";

const SEED = 20_261_123;

/** Numbers from 0 to 1 that only depend on the seed (the generator of Park and Miller). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const names = ["romeo", "juliet", "mercutio", "benvolio", "tybalt", "nurse", "paris", "rosaline"];
const hosts = ["example.net", "example.com", "chat.example.org"];
const words = "the quick brown fox jumps over the lazy dog & comes back <again> when it is late";

/**
 * One root with stanzas in it, about `size` characters.
 * @param mistakes of so many stanzas one is an error reply without its type; 0 for none
 */
export function generateStanzas(size: number, mistakes = 0): string {
  const random = randomNumbers(SEED);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const jid = () => `${pick(names)}@${pick(hosts)}/${pick(names)}-${Math.floor(random() * 100)}`;
  const escaped = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const parts = [
    "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>\n",
  ];
  let length = parts[0]!.length;
  for (let count = 0; length < size; count++) {
    const broken = mistakes > 0 && count % mistakes === 0;
    const part = broken || count % 4 === 3 ? error(count, broken) : ordinary(count);
    parts.push(part);
    length += part.length;
  }
  parts.push("</stream:stream>\n");
  return parts.join("");

  function ordinary(count: number): string {
    if (count % 4 === 0) {
      return `  <message from='${jid()}' to='${jid()}' id='m${count}' type='chat' xml:lang='en'>
    <body>${escaped}</body>
    <active xmlns='http://jabber.org/protocol/chatstates'/>
  </message>\n`;
    }
    if (count % 4 === 1) {
      return `  <presence from='${jid()}' id='p${count}'>
    <show>away</show>
    <c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='http://example.org' ver='${count}'/>
  </presence>\n`;
    }
    return `  <iq from='${jid()}' to='${jid()}' id='i${count}' type='result'>
    <query xmlns='jabber:iq:roster'>
      <item jid='${jid()}' name='${pick(names)}' subscription='both'><group>${pick(names)}</group></item>
      <item jid='${jid()}' name='${pick(names)}' subscription='both'/>
    </query>
  </iq>\n`;
  }

  function error(count: number, broken: boolean): string {
    const { name, expectedTypes } = pick(conditions.filter((one) => !one.characterData));
    return `  <iq from='${jid()}' to='${jid()}' id='e${count}' type='error'>
    <error${broken ? "" : ` type='${expectedTypes[0]}'`}>
      <${name} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
      <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>${escaped}</text>
      <detail xmlns='http://example.org/errors'/>
    </error>
  </iq>\n`;
  }
}
