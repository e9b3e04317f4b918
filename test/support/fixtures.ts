/** The marked files of test/fixtures. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MarkedText, readMarkers } from "./markers";

export interface Fixture extends MarkedText {
  /** The file's name without its ending: mostly that of a rule. */
  readonly name: string;
  /** The text with its marks. */
  readonly source: string;
}

const folder = join(import.meta.dirname, "../fixtures");

export const fixtures: readonly Fixture[] = readdirSync(folder)
  .filter((name) => name.endsWith(".xmpp"))
  .map((file) => {
    const source = readFileSync(join(folder, file), "utf8");
    return { name: file.replace(/\.xmpp$/, ""), source, ...readMarkers(source) };
  });
