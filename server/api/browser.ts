/** `xmpp-stanza`, the package for programs, in browsers. */

import type { FileOptions, Finding } from "./types";

export { applyFix, check, createErrorReply, fixAll, stanzas } from "./check";

/** There are no files in a browser. */
export async function checkFile(_path: string, _options?: FileOptions): Promise<Finding[]> {
  throw new Error("checkFile needs Node.js; in a browser, give the text of the file to check");
}
