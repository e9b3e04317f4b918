/** Entities that a DTD declares. */

// Parameter entities, with a `%`, and external entities are ignored.
const declaration = /<!ENTITY\s+([^\s%"'>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/y;

/** Replacement texts by name of the entities that a DTD, or a file such as `xep.ent`, declares. */
export function readEntities(dtd: string): Map<string, string> {
  const entities = new Map<string, string>();
  let lastComment = dtd.lastIndexOf("-->");
  for (let at = dtd.indexOf("<!"); at >= 0; at = dtd.indexOf("<!", at)) {
    if (at < lastComment && dtd.startsWith("<!--", at)) {
      const end = dtd.indexOf("-->", at + 4);
      if (end < 0) lastComment = -1;
      at = end < 0 ? at + 4 : end + 3;
      continue;
    }
    declaration.lastIndex = at;
    const [whole = "<!", name, double, single] = declaration.exec(dtd) ?? [];
    // The first declaration counts (XML 1.0 §4.2).
    if (name !== undefined && !entities.has(name)) entities.set(name, double ?? single ?? "");
    at += whole.length;
  }
  return entities;
}
