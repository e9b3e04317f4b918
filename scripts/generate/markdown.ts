/** Pieces of Markdown that several generated files share. */

import { type RuleSetting, ruleSettings } from "../../server/core/config";
import { rfc6120 } from "../../server/core/xmpp/conditions";

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** A link to what a rule rests on: a section of RFC 6120, or `RFC 7622 §3` and the like; or none. */
export function rfcLink(rfc: string): string {
  if (rfc === "") return "";
  const other = /^RFC (\d+) §([\d.]+)$/.exec(rfc);
  if (!other) return `[RFC 6120 §${rfc}](${rfc6120(rfc)})`;
  const [name, number, section] = other;
  return `[${name}](https://www.rfc-editor.org/rfc/rfc${number}#section-${section})`;
}

/** Values as code, in a row: `a`, `b` or `c`. */
export function alternatives(
  values: readonly string[],
  [between, last]: readonly [between: string, last: string] = [", ", " or "],
): string {
  const shown = values.map((value) => `\`${value}\``);
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(between)}${last}${shown.at(-1)}`;
}

/** The severities other than the rule's own, the switch last. */
export function otherSettings(own: RuleSetting): RuleSetting[] {
  return ruleSettings.filter((setting) => setting !== own);
}
