/** Reads the source of a XEP: its header, what it says block by block, and its examples. */

import { SaxesParser } from "saxes";

export interface Xep {
  /** `XEP-0060`, or `inbox/name` for a ProtoXEP. */
  readonly document: string;
  /** Empty if it has none of its own. */
  readonly shortName: string;
  readonly title: string;
  /** As published: what the sources call Draft is Stable. */
  readonly status: string;
  /** The text of paragraphs, items of lists and the like; of a row of a table, its cells. */
  readonly blocks: readonly (readonly string[])[];
  /** The text of each example, figure and schema, in order. */
  readonly examples: readonly string[];
  /** All of the source, but for the history of its revisions. */
  readonly text: string;
}

/** Names of entities with their replacement text. */
export type Entities = ReadonlyMap<string, string>;

const declaration = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

/** The entities that a file, or the DTD of a XEP, declares. */
export function readEntities(dtd: string): Map<string, string> {
  const withoutComments = dtd.replace(/<!--[\s\S]*?-->/g, "");
  const found = new Map<string, string>();
  for (const [, name, double, single] of withoutComments.matchAll(declaration)) {
    // The first declaration of an entity counts (XML 1.0 §4.2).
    if (!found.has(name!)) found.set(name!, double ?? single ?? "");
  }
  return found;
}

/** An entity may refer to others so deep. */
const MAX_DEPTH = 8;

const five: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/** The replacement text as a reader sees it: markup is gone, references are resolved. */
function resolveEntity(value: string, entities: Entities, depth = 0): string {
  return value
    .replace(/<[^<>]*>/g, "")
    .replace(/&(#x[0-9a-f]+|#\d+|[\w.-]+);/gi, (reference, name: string) => {
      if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
      if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
      const known = five[name] ?? entities.get(name);
      if (known === undefined) return reference;
      return name in five || depth === MAX_DEPTH
        ? known
        : resolveEntity(known, entities, depth + 1);
    });
}

const blockNames = new Set(["p", "li", "dd", "dt", "di", "td", "th", "tr"]);
const exampleNames = new Set(["example", "code"]);

/**
 * The XEP as its source says it is. A source that is not well-formed is read as far as it can be.
 * @param document what the name of its file makes of it
 * @param common the entities that all XEPs share
 */
export function readXep(document: string, source: string, common: Entities): Xep {
  const header = new Map<string, string>();
  const blocks: string[][] = [];
  const examples: string[] = [];
  const open: { name: string; text: string; cells: string[] }[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", () => {});
  const entities = new Map([...readEntities(source.slice(0, source.indexOf("<xep"))), ...common]);
  for (const [name, value] of entities) {
    if (!(name in five)) parser.ENTITIES[name] = resolveEntity(value, entities);
  }
  parser.on("opentag", ({ name }) => open.push({ name, text: "", cells: [] }));
  const add = (text: string) => {
    const top = open.at(-1);
    if (top) top.text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", ({ name }) => {
    const closed = open.pop();
    if (!closed) return;
    const parent = open.at(-1);
    if (exampleNames.has(name)) {
      examples.push(closed.text);
    } else if (name === "td" || name === "th") {
      parent?.cells.push(spaced(closed.text));
    } else if (name === "tr") {
      blocks.push(closed.cells);
    } else if (blockNames.has(name)) {
      blocks.push([spaced(closed.text)]);
      // A cell may hold paragraphs.
      if (parent && /^t[dh]$/.test(parent.name)) parent.text += ` ${closed.text}`;
    } else if (parent?.name === "header") {
      if (!header.has(name)) header.set(name, spaced(closed.text));
    } else if (parent) {
      parent.text += closed.text;
    }
  });
  parser.write(source).close();
  const shortName = header.get("shortname") ?? "";
  const status = header.get("status") ?? "";
  return {
    document,
    shortName: /^(?:none|n\/a|not[ _-]yet[ _-]assigned|to[ -]be[ -]\w+|tbd|)$/i.test(shortName)
      ? ""
      : shortName,
    title: header.get("title") ?? "",
    status: document.startsWith("inbox/") ? "ProtoXEP" : status === "Draft" ? "Stable" : status,
    blocks,
    examples,
    text: resolveEntity(source.replace(/<revision>[\s\S]*?<\/revision>/g, ""), entities),
  };
}

function spaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
