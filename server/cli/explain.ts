/** `xmpp-stanza explain`: the documentation of a name, as in a hover of an editor. */

import { explainName } from "../core/explain/explainName";
import { explainRule } from "../core/explain/explainRule";
import { allRules, findRule } from "../core/rules/allRules";
import type { Translate } from "../core/text/translate";
import { conditions } from "../core/xmpp/conditions";
import { guessOf } from "./guess";

/** Text with a line feed at its end; for an unknown name the nearest known name, if any is near. */
export type Explanation =
  | { readonly text: string }
  | { readonly text?: never; readonly meant: string | undefined };

/** Explains a rule, in Markdown, or another name of a stanza, in plain text. */
export function explanationOf(name: string, translate: Translate): Explanation {
  const rule = findRule(name);
  if (rule) return { text: `# ${name}\n\n${explainRule(rule, translate)}\n` };
  const text = explainName(name, translate);
  if (text !== undefined) return { text: `${text}\n` };
  const names = [...allRules().map(({ id }) => id), ...conditions.map((one) => one.name)];
  return { meant: guessOf(name, names) };
}
