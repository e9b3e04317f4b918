/** A collection of stanzas that may lie beside the repository; it is no part of it. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../shared/corpus");

export interface CorpusFile {
  readonly name: string;
  readonly text: string;
}

/** Its files with stanzas, or none where it is not there; `message` then says so. */
export function readCorpus(): { files: readonly CorpusFile[]; message: string } {
  const stanzas = join(folder, "stanzas");
  if (!existsSync(stanzas)) return { files: [], message: "skipped: there is no ../shared/corpus" };
  const files = readdirSync(stanzas, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:xml|xmpp|stanza)$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(stanzas, name), "utf8") }));
  return { files, message: "" };
}
