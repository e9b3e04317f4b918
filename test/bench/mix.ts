/**
 * A text like what people really have: 10 MB of it are 28,000 stanzas of 2,200 kinds, in random order. The text is that of
 * `bench/mix.py` beside the repository where it is there, else it is made here with the same variety.
 *
 * Measured in that text: of its stanzas 60 in a hundred are iqs, 26 messages, 14 presences; 18 have an error child, 20 have
 * findings, 24 findings each hundred; 4 have a stanza in them, 0.3 a prefix, 0.8 characters beyond ASCII. They are 77, 243, 667 and
 * 1760 characters long (at 10, 50, 90 and 99 in a hundred), 1, 3, 5 and 7 elements deep, with 221 namespaces, and have 720
 * shapes.
 */

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { conditions } from "../../server/core/xmpp/conditions";
import { corpus } from "../support/corpus";
import { randomNumbers } from "./generate";

const SEED = 7;
const KINDS = 2200;
const NAMESPACES = 221;
const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";
const ROOT =
  "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>\n";

/** Such a text, about `size` characters long; written to the path where it is made beside the repository. */
export function mixedText(size: number, path: string): string {
  const script = join(corpus, "../bench/mix.py");
  const isThere = existsSync(script) && existsSync(join(corpus, "stanzas"));
  const made = isThere && spawnSync("python3", [script, path, String(size)]).status === 0;
  return made ? readFileSync(path, "utf8") : generateMix(size);
}

/** The same from a seed. */
function generateMix(size: number): string {
  const random = randomNumbers(SEED);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  const isOf = (share: number) => random() < share;
  const word = () => pick(["lorem", "ipsum", "dolor", "sit", "amet", "tempor", "é", "elit"]);
  const address = () => `${word()}@${word()}${below(20)}.example/${word()}`;

  /** A payload, as deep and as long as some of those that were measured. */
  function payload(depth: number): string {
    const name = `${pick(["query", "x", "event", "item", "c"])}${below(4) || ""}`;
    const own = ` xmlns='urn:example:${below(NAMESPACES)}'`;
    const inside = Array.from({ length: depth > 0 ? 1 + below(3) : 0 }, () => payload(depth - 1));
    const words = isOf(0.4) ? `${word()} ${word()}` : "";
    return `<${name}${own} node='${word()}'>${words}${inside.join("\n  ")}</${name}>`;
  }

  /** An error child, right or wrong. */
  function error(): string {
    const { name, expectedTypes } = pick(conditions);
    const type = isOf(0.75)
      ? ` type='${expectedTypes[0]}'`
      : pick(["", " type='x'", " code='404'"]);
    const namespace = isOf(0.85) ? ` xmlns='${STANZAS}'` : "";
    const words = `<text xmlns='${STANZAS}'>${word()} ${word()}</text>`;
    return `<error${type}><${name}${namespace}/>${isOf(0.4) ? words : ""}</error>`;
  }

  function kind(): string {
    const name = pick(["iq", "iq", "iq", "message", "presence"]);
    const types = {
      iq: ["get", "set", "result"],
      message: ["chat", ""],
      presence: ["", "subscribe"],
    };
    const isError = isOf(0.18);
    const type = isError ? "error" : pick(types[name as keyof typeof types]);
    const attributes = [`id='${word()}-#'`, `from='${address()}'`, `to='${address()}'`];
    if (type !== "" && !isOf(0.02)) attributes.push(`type='${type}'`);
    if (isOf(0.2)) attributes.push("xmlns='jabber:client'");
    if (isOf(0.1)) attributes.push(`xml:lang='${pick(["en", "de", "fr"])}'`);
    const some = attributes
      .filter((one) => isOf(/^(?:id|type)/.test(one) ? 0.97 : 0.8))
      .sort(() => random() - 0.5);
    const depth = pick([0, 0, 1, 1, 1, 2, 2, 3, 5]);
    const children = Array.from({ length: isOf(0.9) ? 1 : below(3) }, () =>
      payload(Math.max(0, depth - 1)),
    );
    if (isOf(0.04)) children.push(`<f xmlns='urn:example:f'><message to='${address()}'/></f>`);
    if (isError) children.push(error());
    if (name === "message") children.push(`<body>${word()} # ${word()}</body>`);
    return `<${name} ${some.join(" ")}>${children.join("\n  ")}</${name}>\n`;
  }

  const pool = Array.from({ length: KINDS }, kind);
  const parts = [ROOT];
  for (let length = ROOT.length, count = 0; length < size; count++) {
    const stanza = pick(pool).replaceAll("#", String(count));
    parts.push(stanza);
    length += stanza.length;
  }
  return `${parts.join("")}</stream:stream>\n`;
}
