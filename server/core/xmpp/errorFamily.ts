/** The table of an error family: what rules, completion, hover, snippets and `explain` know of its errors. */

export type FamilyId = "stanza" | "stream" | "sasl" | "sm" | "compression" | "tls";

/** A defined condition of a family. */
export interface FamilyCondition {
  readonly name: string;
  /** Section of the family's document that defines it. */
  readonly section: string;
  readonly meaning: string;
  /** Character data that it must have; absent for an empty element. */
  readonly holds?: "host";
}

/** An element that holds a condition of the family. */
export interface FamilyHost {
  readonly local: string;
  readonly namespace: string;
  /** Namespace of `<text/>` in it; absent if it has none. */
  readonly textNamespace?: string;
}

export interface ErrorFamily {
  readonly id: FamilyId;
  /** What one of its errors is called. */
  readonly title: string;
  /** Kind of such an error in lists of stanzas. */
  readonly kind: string;
  readonly document: string;
  /** Section of the document that says what the host contains. */
  readonly section: string;
  /** Section of the document that lists the conditions. */
  readonly listSection: string;
  readonly hosts: readonly FamilyHost[];
  /** Namespace of the conditions. */
  readonly namespace: string;
  /** True if the conditions of stanza errors are right as well. */
  readonly isLikeStanzas?: true;
  readonly conditions: readonly FamilyCondition[];
  /** A condition that messages name. */
  readonly example: string;
  /** Names of older documents; with the name that replaces it, if there is one. */
  readonly obsolete: Readonly<Record<string, string | undefined>>;
  /** True if the error ends the stream that it is sent on. */
  readonly endsStream: boolean;
}
