/** What an adapter is: it reads the regions of one sort of document. */

import type { Direction } from "../text/directions";
import type { SourceName } from "./names";
import type { Region } from "./region";

/** What the host knows and the text does not say. */
export interface SourceOptions {
  /** Name → replacement text of entities that are declared elsewhere, such as in `xep.ent`. */
  readonly entities?: ReadonlyMap<string, string>;
  /** Path or address of the document; its ending may tell a dialect. */
  readonly path?: string;
  /** The editor's language id of the document. */
  readonly languageId?: string;
}

export interface SourceAdapter {
  readonly name: SourceName;
  /** The regions that may hold stanzas, in the order of their places. Never throws. */
  read(text: string, options: SourceOptions): Region[];
  /** True where an elision is a mistake, since what stands there is copied. */
  readonly isExact?: boolean;
  /** True for the text of a stanza that is a sketch there: nothing is said about it. */
  isSkipped?(stanza: string): boolean;
  /**
   * What is added to the host behind a stanza, written so that the other side sends it.
   * @param added begins with a line end
   * @param direction that of the stanza
   * @param goesOn true if the stanza's side sends what follows, too, and that shows nowhere else
   */
  answer?(added: string, direction: Direction, goesOn: boolean): string;
}
