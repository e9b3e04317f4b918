/** Where the rules are explained for people. */

import { inEnglish, type Translate } from "../text/translate";

/** Address of the page that explains the rule, in the user's language. */
export function rulePage(id: string, translate: Translate = inEnglish): string {
  return translate("https://github.com/xmpp-stanza/xmpp-stanza/blob/main/docs/rules/{rule}.md", {
    rule: id,
  });
}
