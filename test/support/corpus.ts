/**
 * A collection of stanzas and XEPs outside of the repository: the folder that XMPP_STANZA_CORPUS names, or
 * ../shared/corpus. Tests that want it are skipped where there is none.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Has stanza files below `stanzas`, and the sources of XEPs in `xeps`. */
export const corpus = resolve(process.env.XMPP_STANZA_CORPUS ?? "../shared/corpus");

export const hasCorpus = existsSync(join(corpus, "stanzas"));

/** For the name of a test that is skipped; empty if there is a corpus. */
export const noCorpus = hasCorpus ? "" : `(skipped: no corpus at ${corpus})`;

export interface CorpusFile {
  /** Path below `stanzas`. */
  readonly name: string;
  readonly text: string;
}

/** The stanza files, sorted by name; none where there is no corpus. */
export function readCorpus(): readonly CorpusFile[] {
  if (!hasCorpus) return [];
  const stanzas = join(corpus, "stanzas");
  return readdirSync(stanzas, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:xml|xmpp|stanza)$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(stanzas, name), "utf8") }));
}
