/** Selection of the elements that are framed, by name and namespace; XML itself has none. */
export interface FramedElements {
  /** Local names. */
  readonly names: readonly string[];
  /** `""` for no namespace. */
  isNamespace(namespace: string): boolean;
  /** Of other elements that are framed where no framed element is open: their namespaces, by local name. */
  readonly others?: (local: string) => readonly string[] | undefined;
}

/**
 * True if an element of that namespace is framed, judged by the namespace alone.
 * @param around the default namespace around it
 */
export function isFramedIn(framed: FramedElements, namespace: string, around: string): boolean {
  // An element with `xmlns=''` in a wrapper with a namespace is no stanza.
  return framed.isNamespace(namespace) && (namespace !== "" || around === "");
}
