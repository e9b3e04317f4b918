/** Addresses of the pages that explain the rules. */

import { inEnglish, type Translate } from "../text/translate";

/** Address of the text that explains a rule. */
export type RulePage = (id: string, translate: Translate) => string;

/** Address of the page on the web that explains the rule, in the user's language. */
export function rulePage(id: string, translate: Translate = inEnglish): string {
  return translate("https://github.com/xmpp-stanza/xmpp-stanza/blob/main/docs/rules/{rule}.md", {
    rule: id,
  });
}
