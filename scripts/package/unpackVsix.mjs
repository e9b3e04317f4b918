// Reads a package for VS Code, which is a ZIP file, so that tests see what it holds and not what was meant.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";

/** The files of a package: path → content. */
export function readPackage(path) {
  const files = Object.entries(unzipSync(readFileSync(path)));
  return new Map(files.map(([name, content]) => [name, Buffer.from(content)]));
}

/** Writes the extension's own files of a package into a folder, as an editor does that installs it. */
export function unpackExtension(path, folder) {
  for (const [file, content] of readPackage(path)) {
    if (!file.startsWith("extension/")) continue;
    const to = join(folder, file.slice("extension/".length));
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
}
