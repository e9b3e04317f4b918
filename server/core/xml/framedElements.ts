/** Which elements are framed; XML itself has no opinion. */
export interface FramedElements {
  isName(local: string): boolean;
  /** `""` for none. */
  isNamespace(namespace: string): boolean;
}

/**
 * True if an element of that namespace is framed, going by that alone.
 * @param around the default namespace around it
 */
export function isFramedIn(framed: FramedElements, namespace: string, around: string): boolean {
  // Taken out of the namespace of its wrapper, it is something else.
  return framed.isNamespace(namespace) && (namespace !== "" || around === "");
}
