// Writes the documentation's pictures: the Problems panel, the light bulb, a hover and a completion, in
// both themes.
// usage: node scripts/vscode/screenshots.mjs [FOLDER]     (docs/images)
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildExtension, root, temporaryFolder } from "./common.mjs";
import { openWorkbench, themes } from "./ui.mjs";

const FILE = "errors.stanza";
/** The rule whose finding is shown fixed: a problem's row ends with it. */
const RULE = "error-type-missing";
const STANZAS = `<iq type='error' id='disco1' from='plays.shakespeare.lit' to='romeo@montague.lit'>
  <error>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>

<message type='error' id='m7' from='juliet@capulet.lit' to='romeo@montague.lit'>
  <body>Wherefore art thou?</body>
  <error type='canceled'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>

<presence type='error' from='garden@chat.capulet.lit' to='romeo@montague.lit'>
  <error type='auth'>
    <not-authorised xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</presence>
`;

/** A reply that is being written: the condition is missing. */
const REPLY = "reply.stanza";
const UNFINISHED = `<iq type='get' id='disco2' from='romeo@montague.lit/orchard' to='plays.shakespeare.lit'>
  <query xmlns='http://jabber.org/protocol/disco#items'/>
</iq>

<iq type='error' id='disco2' from='plays.shakespeare.lit' to='romeo@montague.lit/orchard'>
  <error type='wait'>
  </error>
</iq>
`;

const settings = {
  "breadcrumbs.enabled": false,
  "editor.codeLens": false,
  "editor.lineNumbersMinChars": 3,
  "editor.fontSize": 14,
  // A finding that comes while one types would only distract from what is proposed.
  "xmppStanza.run": "onSave",
};

/** Takes the pictures of one file; `act` is done with the workbench, one after the other. */
async function picture(theme, file, text, height, acts, more = {}) {
  const folder = join(temporaryFolder().folder, "xmpp");
  mkdirSync(folder);
  writeFileSync(join(folder, file), text);
  const viewport = { width: 960, height };
  const workbench = await openWorkbench({
    folder,
    theme,
    viewport,
    settings: { ...settings, ...more },
  });
  try {
    await workbench.openFile(file);
    await workbench.page.keyboard.press("ControlOrMeta+KeyB"); // the explorer has done its part
    for (const [name, act] of Object.entries(acts)) {
      console.log(await act(workbench));
      await workbench.screenshot(join(images, `${name}-${theme}.png`));
    }
  } finally {
    await workbench.close();
  }
}

const images = resolve(process.argv[2] ?? join(root, "docs/images"));
buildExtension();
for (const theme of Object.keys(themes)) {
  await picture(theme, FILE, STANZAS, 620, {
    async problems(workbench) {
      await workbench.squiggles();
      return workbench.openProblems(RULE);
    },
    "light-bulb": (workbench) => workbench.openLightBulb(RULE),
  });
  await picture(theme, FILE, STANZAS, 460, {
    async hover(workbench) {
      await workbench.squiggles();
      return workbench.hover("service-unavailable", "RFC 6120");
    },
  });
  const write = (workbench) => workbench.complete("type='wait'", "\n<", "resource-constraint");
  await picture(theme, REPLY, UNFINISHED, 460, { completion: write });
}
