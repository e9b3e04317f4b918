/** Configuration files in the file system. */

import { statSync } from "node:fs";
import { Configurations } from "../configuration/configurations";
import type { Translate } from "../core/text/translate";
import { readNamedFile } from "./namedFile";
import { readFileIfThere } from "./readText";
import { MAX_SETTINGS_SIZE } from "./regularFile";
import { slashed, unslashed } from "./slashes";

/**
 * @param only path of the one configuration file that counts; `false` for none
 */
export function configurationsOnDisk(translate: Translate, only?: string | false): Configurations {
  if (only) {
    // The command line names this file: a missing file is an error.
    const options = { maxSize: MAX_SETTINGS_SIZE };
    const read = async () => (await readNamedFile(only, translate, options)).text;
    return new Configurations(read, slashed(only), isFolder);
  }
  return new Configurations((path) => readFileIfThere(unslashed(path), translate), only, isFolder);
}

/** @param path with slashes; false for a path that cannot be examined */
function isFolder(path: string): boolean {
  try {
    return statSync(unslashed(path)).isDirectory();
  } catch {
    return false;
  }
}
