/** Pieces of Markdown that the texts about rules are made of. */

import { inEnglish, type Translate } from "../text/translate";
import { rfc6120 } from "../xmpp/conditions";

/** The source of a rule, in words: `RFC 6120 §8.3.2`; empty for none. */
export function sectionName(rfc: string): string {
  return rfc === "" || /^(?:RFC |XEP-)/.test(rfc) ? rfc : `RFC 6120 §${rfc}`;
}

/** A link to what a rule rests on: a section of RFC 6120, or `RFC 7622 §3`, `XEP-0198 §6` and the like; or none. */
export function rfcLink(rfc: string): string {
  if (rfc === "") return "";
  const [xep] = /^XEP-\d{4}/.exec(rfc) ?? [];
  if (xep) return `[${rfc}](https://xmpp.org/extensions/${xep.toLowerCase()}.html)`;
  const other = /^RFC (\d+) §([\d.]+)$/.exec(rfc);
  if (!other) return `[${sectionName(rfc)}](${rfc6120(rfc)})`;
  const [name, number, section] = other;
  return `[${name}](https://www.rfc-editor.org/rfc/rfc${number}#section-${section})`;
}

/** Values as code, in a row: `a`, `b` or `c`. */
export function alternatives(values: readonly string[], translate: Translate = inEnglish): string {
  const shown = values.map((value) => `\`${value}\``);
  if (shown.length < 2) return shown.join("");
  const list = shown.slice(0, -1).reduce((all, item) => translate("{all}, {item}", { all, item }));
  return translate("{all} or {item}", { all: list, item: shown.at(-1)! });
}
