/** `xmpp-stanza diagram`: the conversation of a file as a message sequence chart. */

import { defaultConfiguration } from "../core/check/config";
import { conversationOf } from "../core/conversation/conversation";
import { mermaidOf } from "../core/conversation/conversationMermaid";
import { svgOf } from "../core/conversation/conversationSvg";
import { StanzaDocument } from "../core/document/document";
import type { SourceName } from "../core/sources/names";
import type { Translate } from "../core/text/translate";
import { EVERYWHERE, offsetOfLine, openSource } from "../disk/openSource";
import { InputError } from "../disk/readText";
import { print, printMessage } from "./output";
import { readInput } from "./readInput";

const writers = { svg: svgOf, mermaid: mermaidOf };

export type DiagramFormat = keyof typeof writers;

export const diagramFormats = Object.keys(writers) as readonly DiagramFormat[];

export interface DiagramOptions {
  readonly line: number;
  readonly format: DiagramFormat;
  /** What the file is read as; undefined for what it looks like. */
  readonly source: SourceName | undefined;
}

/**
 * Prints the chart of a file, or of standard input for `-`. In a document with several regions, such as examples, the
 * chart is that of the region at the line, or the first region after it; lines count from 1.
 * @returns the exit status: 0 if it was printed, whatever is wrong with the stanzas, 2 if the file
 * could not be read
 */
export async function printDiagram(
  path: string,
  { line, format, source: forced }: DiagramOptions,
  translate: Translate,
): Promise<number> {
  try {
    const { text } = await readInput(path, translate);
    const found = { ...EVERYWHERE, source: forced };
    const source = await openSource(path, text, defaultConfiguration, found, translate);
    const from = offsetOfLine(text, line);
    const view = source.regions().find(({ region }) => region.host.end > from);
    const document = view?.document ?? new StanzaDocument("", defaultConfiguration);
    const conversation = conversationOf(document, translate);
    await print(writers[format](conversation, translate));
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    printMessage(error.message);
    return 2;
  }
}
