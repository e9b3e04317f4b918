/** Opens texts as documents of their kind: stanzas, or a document that holds some. */

import { dirname, join } from "node:path";
import type { FoundConfiguration } from "../configuration/configurations";
import type { Configuration } from "../core/check/config";
import { SourceDocument } from "../core/document/sourceDocument";
import { readEntities } from "../core/sources/entityDeclarations";
import { adapterFor, entityFiles } from "../core/sources/load";
import type { Translate } from "../core/text/translate";
import { readFileIfThere } from "./readText";

/** All sources on: a named file is read, whatever it is. */
export const EVERYWHERE = { sources: {}, source: undefined } as const;

/** @param path shows, with the text, what kind of document it is */
export async function openSource(
  path: string,
  text: string,
  configuration: Configuration,
  { sources, source }: Pick<FoundConfiguration, "sources" | "source">,
  translate: Translate,
): Promise<SourceDocument> {
  const adapter = await adapterFor({ path, text }, sources, source);
  const siblings = adapter?.name === "xep" ? readSiblingEntities(path, translate) : undefined;
  const declared = siblings === undefined ? {} : { entities: siblings.entities };
  return new SourceDocument(text, configuration, adapter, { path, ...declared });
}

/** The text of a file that declares entities, and these by name. */
export interface DeclaredEntities {
  readonly text: string;
  readonly entities: ReadonlyMap<string, string>;
}

/** Memoized by folder: the sources of XEPs share a folder, and the file is larger than most of them. */
const siblingEntities = new Map<string, DeclaredEntities | undefined>();

/**
 * The entities that a file beside a XEP declares, if there is one. The file is read once for a folder.
 * @throws InputError if it cannot be read
 */
export function readSiblingEntities(
  path: string,
  translate: Translate,
): DeclaredEntities | undefined {
  const folder = dirname(path);
  if (!siblingEntities.has(folder)) siblingEntities.set(folder, readEntitiesIn(folder, translate));
  return siblingEntities.get(folder);
}

function readEntitiesIn(folder: string, translate: Translate): DeclaredEntities | undefined {
  for (const name of entityFiles) {
    const text = readFileIfThere(join(folder, name), translate);
    if (text !== undefined) return { text, entities: readEntities(text) };
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
