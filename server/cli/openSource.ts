/** Opens texts as documents of their kind: stanzas, or a document that holds some. */

import { dirname, join } from "node:path";
import type { FoundConfiguration } from "../configuration/configurations";
import type { Configuration } from "../core/check/config";
import { SourceDocument } from "../core/document/sourceDocument";
import { readEntities } from "../core/sources/entityDeclarations";
import { adapterFor, entityFiles } from "../core/sources/load";
import type { Translate } from "../core/text/translate";
import { readFileIfThere } from "../disk/readIfThere";

/** All sources on: a named file is read, whatever it is. */
export const EVERYWHERE = {
  sources: { javascript: true, python: true },
  source: undefined,
} as const;

/** @param path shows, with the text, what kind of document it is */
export async function openSource(
  path: string,
  text: string,
  configuration: Configuration,
  { sources, source }: Pick<FoundConfiguration, "sources" | "source">,
  translate: Translate,
): Promise<SourceDocument> {
  const adapter = await adapterFor({ path, text }, sources, source);
  const declarations = adapter?.name === "xep" ? readSiblingEntities(path, translate) : undefined;
  const declared = declarations === undefined ? {} : { entities: readEntities(declarations) };
  return new SourceDocument(text, configuration, adapter, { path, ...declared });
}

/** The text beside a XEP that declares its entities, if there is one. */
export function readSiblingEntities(path: string, translate: Translate): string | undefined {
  for (const name of entityFiles) {
    const text = readFileIfThere(join(dirname(path), name), translate);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Offset of a line, counted from 1; the end of the text for a line after the last. */
export function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let left = line - 1; left > 0; left--) {
    const end = text.indexOf("\n", offset);
    if (end < 0) return text.length;
    offset = end + 1;
  }
  return offset;
}
