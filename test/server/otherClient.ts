/** Sessions with clients that are not VS Code, by what they announce. */

import { announcements } from "./announcements";
import { filesOf, Session } from "./support";

export const FOLDER = "file:///stanzas/";

export const CONFIGURATION = `${FOLDER}xmpp-stanza.json`;

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";

export const text = `<iq type='get' id='q1' to='illyria.example'><query xmlns='jabber:iq:version'/></iq>
<iq type='error' id='q1' from='illyria.example'>
  <error>
    <item-not-found xmlns='${STANZAS}'/>
    <text xmlns='${STANZAS}'>Nobody of that name</text>
  </error>
</iq>
<iq type='result'/>
`;

/** Starts a server in a folder with those files, for the announcement of that name. */
export async function startClient(
  name: string,
  files = {},
  settings: unknown = {},
): Promise<Session> {
  const { capabilities, options, refused = {} } = announcements[name]!;
  return await Session.start(capabilities, settings, undefined, {
    options,
    refused,
    files: filesOf(files),
    folders: [{ uri: FOLDER.slice(0, -1), name: "stanzas" }],
  });
}
