/** `xmpp-stanza`, the package for programs, in Node. */

import type { FileOptions, Finding } from "./types";

export type * from "../core/document/stanzaRow";
export { applyFix, check, createErrorReply, fixAll, stanzas } from "./check";
export type * from "./ruleIds";
export type * from "./types";

/**
 * Checks the stanzas in a file, as `xmpp-stanza check FILE` does: its name shows what it is, and the `xmpp-stanza.json` files of
 * its folder and above apply, below the options.
 * @throws Error if the file or a configuration file cannot be read, or is wrong; TypeError as `check` does
 */
export async function checkFile(path: string, options?: FileOptions): Promise<Finding[]> {
  // Loaded on demand: most callers check texts.
  const { checkOnDisk } = await import("./files");
  return checkOnDisk(path, options);
}
