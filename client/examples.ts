/** The text that "Open Examples" opens: stanzas to try things with. */

import * as vscode from "vscode";

/** A new text with each call, with its comments in the user's language. */
export function examples(): string {
  const comment = (text: string) => `<!-- ${text.replaceAll("--", "- -")} -->`;
  return `${comment(vscode.l10n.t("A few stanzas to play with; nothing here is saved anywhere."))}

${comment(vscode.l10n.t("1. A request and its reply. The error has no type: put the cursor on the underlined word and choose a fix from the light bulb."))}
<iq type='get' id='weather-1' from='lear@britain.example/heath' to='sky.example'>
  <query xmlns='http://jabber.org/protocol/disco#info'/>
</iq>

<iq type='error' id='weather-1' from='sky.example' to='lear@britain.example/heath'>
  <error>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>

${comment(vscode.l10n.t("2. An unknown condition. The first fix has the one that was probably meant."))}
<presence type='error' from='fools@court.example' to='lear@britain.example/heath'>
  <error type='auth'>
    <forbiden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</presence>

${comment(vscode.l10n.t("3. This message says that it is an error, and carries none."))}
<message type='error' id='storm-1' from='fool@court.example' to='lear@britain.example/heath'>
  <body>Blow, winds!</body>
</message>

${comment(vscode.l10n.t("4. This finding is wanted: the comment keeps it, and is itself reported once it is needless."))}
<!-- xmpp-stanza-expect error-type-unusual -->
<iq type='error' id='crown-1' from='court.example' to='lear@britain.example/heath'>
  <error type='cancel'>
    <not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>

${comment(vscode.l10n.t("5. Your turn: type xmpp- inside the stanza to get a whole <error/>."))}
<iq type='error' id='map-1' from='court.example' to='regan@cornwall.example/hall'>

</iq>
`;
}
