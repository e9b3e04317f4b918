/** Stanza files in folders. */

import { join } from "node:path";
import { glob } from "tinyglobby";

/** Files that are looked at in folders; a file that is named is looked at whatever it is called. */
const patterns = ["**/*.stanza", "**/*.xmpp", "**/*.xml"];
const ignored = ["**/node_modules/**", "**/.git/**"];

/** The stanza files in a folder and the folders in it, in order; links are not followed. */
export async function filesIn(folder: string): Promise<string[]> {
  const found = await glob(patterns, { cwd: folder, ignore: ignored, followSymbolicLinks: false });
  return found.sort().map((file) => join(folder, file));
}
