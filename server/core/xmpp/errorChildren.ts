/** The children of an error, of a stanza or of a stream, sorted by what they are. */

import type { XmlElement, XmlText } from "../xml/tree";

/** Elements in the order of the source. */
export interface ErrorChildren {
  /** Defined conditions: a name of the family, in its namespace. */
  readonly conditions: readonly XmlElement[];
  /** Right namespace, but neither a defined condition nor `text`. */
  readonly unknown: readonly XmlElement[];
  /** Named like a defined condition, in a wrong namespace. */
  readonly misplaced: readonly XmlElement[];
  readonly texts: readonly XmlElement[];
  /** Named `text`, in a wrong namespace. */
  readonly misplacedTexts: readonly XmlElement[];
  /** Application-specific: in a namespace of their own. */
  readonly application: readonly XmlElement[];
  /** No namespace of their own: none at all, or a content namespace. */
  readonly unqualified: readonly XmlElement[];
  /** Character data right inside the error that is more than white space. */
  readonly strayTexts: readonly XmlText[];
  /** True if a child may be the condition: a placeholder, or an element named so in an unknown namespace. */
  readonly mayHaveCondition: boolean;
}
