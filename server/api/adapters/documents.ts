/** The adapters that need no tokenizer of a language, as a function, which a bundle loads when it is called. */

import * as documents from "../../core/sources/documents";
import type { OptionalSource, ProgramSource } from "../../core/sources/names";
import type { SourceAdapter } from "../../core/sources/source";

type DocumentSource = Exclude<OptionalSource, "markdown" | "javascript" | "python" | ProgramSource>;

export function documentAdapter(name: DocumentSource): SourceAdapter {
  const adapters: Readonly<Record<DocumentSource, SourceAdapter>> = documents;
  return adapters[name];
}
