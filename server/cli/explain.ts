/** `xmpp-stanza explain`: what the documentation says about a name. */

import { explainRule } from "../core/explainRule";
import { findRule, rules } from "../core/rules/index";
import type { Translate } from "../core/translate";
import { isNear, nearest } from "../core/xmpp/distance";

/** Things that can be explained. Another kind is a line more in `topics`. */
interface Topic {
  readonly names: readonly string[];
  /** Markdown without a heading, about one of the names. */
  explain(name: string, translate: Translate): string;
}

const topics: readonly Topic[] = [
  {
    names: rules.map(({ id }) => id),
    explain: (name, translate) => explainRule(findRule(name)!, translate),
  },
];

/** Markdown with a line feed at its end, or, for a name that is not known, the nearest one, if any is near. */
export type Explanation =
  | { readonly text: string }
  | { readonly text?: never; readonly meant: string | undefined };

export function explain(name: string, translate: Translate): Explanation {
  const topic = topics.find(({ names }) => names.includes(name));
  if (topic) return { text: `# ${name}\n\n${topic.explain(name, translate)}\n` };
  const meant = nearest(
    name,
    topics.flatMap(({ names }) => names),
  );
  return { meant: isNear(name, meant) ? meant : undefined };
}
