// Reads a package for VS Code, which is a ZIP file, so that tests see what it holds and not what was meant.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inflateRawSync } from "node:zlib";

/** The files in it, from the directory at its end: path → content. */
export function readPackage(path) {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = bytes.readUInt32LE(end + 16);
  const entries = Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const file = bytes.toString("utf8", at + 46, at + 46 + name);
    const isStored = bytes.readUInt16LE(at + 10) === 0;
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    // What is before the content has other lengths than its twin in the directory.
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + size);
    at += 46 + name + extra + comment;
    return [file, isStored ? content : inflateRawSync(content)];
  });
  return new Map(entries);
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
