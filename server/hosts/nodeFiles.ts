/** Files of the machine that the server runs on. */

import { stat } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Translate } from "../core/text/translate";
import { readFileIfThere, reasonOf } from "../disk/readText";
import { readFileStart } from "../disk/regularFile";
import type { Files } from "./files";

/** Maximum size in bytes: no editor would open larger files as text either. */
const MAX_SIZE = 50_000_000;

/** @param translate gives the translator for what is said of a file that cannot be read */
export function createNodeFileReader(translate: () => Translate): Files {
  return {
    async read(uri) {
      return readFileIfThere(fileURLToPath(uri), translate(), MAX_SIZE);
    },
    async readStart(uri, length) {
      return readFileStart(fileURLToPath(uri), length).toString("utf8");
    },
    async isFolder(uri) {
      const about = await stat(fileURLToPath(uri)).catch(() => undefined);
      return about?.isDirectory() === true;
    },
    async *find(folder, enter, cancellation, onUnread) {
      const { walk } = await import("../disk/walk");
      const uriOf = (path: string) => pathToFileURL(path).href;
      const tell = (path: string, error: unknown) =>
        onUnread(uriOf(path), reasonOf(error, translate()));
      const files = walk(fileURLToPath(folder), (path) => enter(uriOf(path)), {
        onUnread: tell,
        onSpecial: tell,
      });
      for await (const path of files) {
        if (cancellation.isCancellationRequested) return;
        yield uriOf(path);
      }
    },
  };
}
