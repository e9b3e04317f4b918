/** The adapters of the languages that one scanner reads by their tables. */

import * as compiled from "./code/compiled";
import * as interpreted from "./code/interpreted";
import type { Language } from "./code/language";
import { readProgram } from "./code/program";
import { isSkippedInCode } from "./literals";
import type { ProgramSource } from "./names";
import { mightContainStanza } from "./plain";
import type { SourceAdapter } from "./source";

const languages: Readonly<Record<ProgramSource, Language>> = { ...compiled, ...interpreted };

const adapters = new Map<ProgramSource, SourceAdapter>();

/** The adapter of a language; the same object for the same language. */
export function programAdapter(name: ProgramSource): SourceAdapter {
  const known = adapters.get(name);
  if (known) return known;
  const adapter = { ...adapterOf(name, true), withoutComments: adapterOf(name, false) };
  adapters.set(name, adapter);
  return adapter;
}

function adapterOf(name: ProgramSource, readsComments: boolean): SourceAdapter {
  const language = languages[name];
  return {
    name,
    isInCode: true,
    isSkipped: isSkippedInCode,
    read: (text) => (mightContainStanza(text) ? readProgram(text, language, readsComments) : []),
  };
}
