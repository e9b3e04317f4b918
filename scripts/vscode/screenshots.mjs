// Writes the documentation's pictures in both themes: the light bulb, a hover, a completion and the chart
// of a conversation.
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

/** A conversation with a mistake in it: the second message is answered by an error without a type. */
const CONVERSATION = "inn.stanza";
const EXCHANGES = `<iq type='get' id='disco-1'
    from='viola@illyria.example/boat' to='inn.illyria.example'>
  <query xmlns='http://jabber.org/protocol/disco#info'/>
</iq>
<iq type='result' id='disco-1'
    from='inn.illyria.example' to='viola@illyria.example/boat'/>

<presence id='join-1' from='viola@illyria.example/boat'
    to='elephant@inn.illyria.example/Cesario'>
  <x xmlns='http://jabber.org/protocol/muc'/>
</presence>
<presence type='error' id='join-1'
    from='elephant@inn.illyria.example/Cesario'
    to='viola@illyria.example/boat'>
  <error type='cancel'>
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</presence>

<message id='m-1' from='viola@illyria.example/boat'
    to='sebastian@messaline.example'>
  <body>Are you my brother, or his ghost?</body>
</message>
<message type='error' id='m-1'
    from='sebastian@messaline.example'
    to='viola@illyria.example/boat'>
  <error>
    <forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>
`;

const settings = {
  "breadcrumbs.enabled": false,
  "editor.codeLens": false,
  "editor.lineNumbersMinChars": 3,
  "editor.fontSize": 14,
  "editor.stickyScroll.enabled": false,
  // A finding that comes while one types would only distract from what is proposed.
  "xmppStanza.run": "onSave",
};

/** Takes a picture of one file in the workbench, after `act` was done there; prints what that has seen. */
async function picture(name, theme, { file, text, width = 960, height }, act) {
  const folder = join(temporaryFolder().folder, "xmpp");
  mkdirSync(folder);
  writeFileSync(join(folder, file), text);
  const viewport = { width, height };
  const workbench = await openWorkbench({ folder, theme, viewport, settings });
  try {
    await workbench.openFile(file);
    await workbench.page.keyboard.press("ControlOrMeta+KeyB"); // the explorer has done its part
    console.log(await act(workbench));
    await workbench.screenshot(join(images, `${name}-${theme}.png`));
  } finally {
    await workbench.close();
  }
}

const images = resolve(process.argv[2] ?? join(root, "docs/images"));
const errors = { file: FILE, text: STANZAS };
buildExtension();
for (const theme of Object.keys(themes)) {
  await picture("light-bulb", theme, { ...errors, height: 620 }, async (workbench) => {
    await workbench.squiggles();
    return workbench.openLightBulb(RULE);
  });
  await picture("hover", theme, { ...errors, height: 460 }, async (workbench) => {
    await workbench.squiggles();
    return workbench.hover("service-unavailable", "RFC 6120");
  });
  const reply = { file: REPLY, text: UNFINISHED, height: 460 };
  await picture("completion", theme, reply, async (workbench) => {
    await workbench.squiggles();
    return workbench.complete("type='wait'", "\n<", "resource-constraint");
  });
  const exchanges = { file: CONVERSATION, text: EXCHANGES, width: 1280, height: 460 };
  await picture("conversation", theme, exchanges, async (workbench) => {
    const frame = await workbench.openConversation();
    // The row with the mistake: the editor goes to its stanza.
    await frame.locator(".row").last().click();
    await workbench.squiggles();
    return (await frame.locator(".row").allInnerTexts()).join("\n");
  });
}
