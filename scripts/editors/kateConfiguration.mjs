// The files with Kate's configuration, by their paths within the home folder: the blocks of docs/editors.md, and what
// somebody has clicked.
import { documentedBlocks } from "./editor.mjs";

const [settings] = documentedBlocks("Kate", "json");
const [types] = documentedBlocks("Kate", "ini");
if (!settings || !types) throw new Error("docs/editors.md lacks a block for Kate");

/** The plugin is on, and its question about the server is answered. */
const katerc = (home) => `[General]
Show welcome view for new window=false
[Kate Plugins]
lspclientplugin=true
[lspclient]
AllowedServerCommandLines=${home}/bin/xmpp-stanza server --stdio
`;

export const kateConfiguration = {
  ".config/kate/lspclient/settings.json": settings,
  ".config/katemoderc": types,
  ".config/katerc": katerc,
};
