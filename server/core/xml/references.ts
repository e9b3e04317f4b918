/** The five entities of XML (XML 1.0 §4.6). */

const references: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&apos;": "'",
  "&quot;": '"',
};

/** The text with the five entities resolved; it has no others. */
export function resolveEntities(text: string): string {
  return text.includes("&") ? text.replace(/&[a-z]{2,4};/g, (one) => references[one] ?? one) : text;
}

const all = Object.keys(references);

/** Offset after the reference to one of them at the offset, or -1. */
export function behindEntity(text: string, at: number): number {
  for (const reference of all) if (text.startsWith(reference, at)) return at + reference.length;
  return -1;
}
