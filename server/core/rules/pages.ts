/** Where the rules are explained for people. */

const pages = "https://github.com/xmpp-stanza/xmpp-stanza/blob/main/docs/rules";

/** Address of the page that explains the rule. */
export function rulePage(id: string): string {
  return `${pages}/${id}.md`;
}
