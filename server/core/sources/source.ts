/** Interface of adapters: each reads the regions of one kind of document. */

import type { Direction } from "../text/directions";
import type { SourceName } from "./names";
import type { Region } from "./region";

/** Facts that the host knows and the text does not show. */
export interface SourceOptions {
  /** Replacement texts by name of entities that are declared elsewhere, such as in `xep.ent`. */
  readonly entities?: ReadonlyMap<string, string>;
  /** Path or address of the document; its extension may show a dialect. */
  readonly path?: string;
  /** The editor's language id of the document. */
  readonly languageId?: string;
}

/** A part of a document that was read. */
export interface SourcePart {
  readonly regions: readonly Region[];
  /** Offset from which the next part is read; 0 if more text is needed. */
  readonly end: number;
  /** The regions of the part after an edit. */
  readonly readAgain?: (edited: string) => readonly Region[];
}

/** Reads a document part by part. */
export interface PartReader {
  /**
   * Reads the next part.
   * @param text from the end of the previous part; it ends with a line end if it is open
   * @param isOpen true if more text follows
   */
  read(text: string, isOpen: boolean): SourcePart;
}

export interface SourceAdapter {
  readonly name: SourceName;
  /** The regions that may hold stanzas, in the order of their places. Never throws. */
  read(text: string, options: SourceOptions): Region[];
  /** Creates a reader of a document too large for memory, whose parts go on with the scope of the one before. */
  readonly readParts?: () => PartReader;
  /**
   * The same for a document whose regions are scopes of their own.
   * @returns undefined for a document that is read as a whole
   */
  readRegions?(options: SourceOptions): PartReader | undefined;
  /** True for a program, whose library may add what a literal lacks. */
  readonly isInCode?: true;
  /** The adapter that reads no comments of the host. */
  readonly withoutComments?: SourceAdapter;
  /** True where an elision is a mistake, because readers copy the text. */
  readonly isExact?: boolean;
  /** True for the text of a stanza that is a sketch there, which is not checked. */
  isSkipped?(stanza: string): boolean;
  /** Length in UTF-16 code units from which on no stanza is a sketch. */
  readonly maxSketch?: number;
  /**
   * Text to insert into the host after a stanza, written so that the other side sends it.
   * @param added begins with a line end
   * @param direction that of the stanza
   * @param goesOn true if the stanza's side sends the following text too, and only its place shows that
   */
  answer?(added: string, direction: Direction, goesOn: boolean): string;
}
