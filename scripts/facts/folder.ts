/** Finds the sources of XEPs in a folder laid out as their repository is. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readEntities, readXep, type Xep } from "./xep";

/** All XEPs and ProtoXEPs of the folder, in the order of their names. */
export function readFolder(folder: string): Xep[] {
  const common = readEntities(readFileSync(join(folder, "xep.ent"), "utf8"));
  const numbered = readdirSync(folder).filter((name) => /^xep-\d{4}\.xml$/.test(name));
  const inbox = join(folder, "inbox");
  const proposed = existsSync(inbox)
    ? readdirSync(inbox).filter((name) => name.endsWith(".xml"))
    : [];
  return [
    ...numbered.map((name) => ({ path: name, document: `XEP-${name.slice(4, 8)}` })),
    ...proposed.map((name) => ({ path: `inbox/${name}`, document: `inbox/${name.slice(0, -4)}` })),
  ]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, document }) =>
      readXep(document, readFileSync(join(folder, path), "utf8"), common),
    );
}
