// Writes the documentation's pictures: the Problems panel and the light bulb, in both themes.
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

const images = resolve(process.argv[2] ?? join(root, "docs/images"));
buildExtension();
for (const theme of Object.keys(themes)) {
  const folder = join(temporaryFolder().folder, "xmpp");
  mkdirSync(folder);
  writeFileSync(join(folder, FILE), STANZAS);
  const viewport = { width: 1200, height: 760 };
  const workbench = await openWorkbench({ folder, theme, viewport });
  try {
    await workbench.openFile(FILE);
    await workbench.squiggles();
    console.log((await workbench.openProblems(RULE)).join("\n"));
    await workbench.screenshot(join(images, `problems-${theme}.png`));
    console.log((await workbench.openLightBulb(RULE)).join("\n"));
    await workbench.screenshot(join(images, `light-bulb-${theme}.png`));
  } finally {
    await workbench.close();
  }
}
