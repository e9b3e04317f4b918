/** Files are opened in one place, which takes regular ones of a limited size only. */

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Files that open or read files, and why what a repository holds cannot hurt there. */
const known: Readonly<Record<string, string>> = {
  "server/disk/regularFile.ts": "the place: opens without waiting, looks at what it is, then reads",
  "server/disk/stream.ts": "opens pipes and devices that a path names itself",
  "server/disk/rewriteFile.ts": "opens a file of the user for writing, and looks at what it is",
  "server/disk/replaceFile.ts": "creates files",
  "server/tap/recording.ts": "creates files, over none that is there",
  "server/cli/programFiles.ts": "reads the program's own files",
  "client/files.ts": "the place in the editor: asks what the file is, and how large",
  "client/loadInBrowser.ts": "reads the extension's own files",
};

const sources = ["server", "client"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts")),
);

const imported =
  /\b(?:readFileSync|readFile|createReadStream|openSync|open|openAsBlob|opendirSync|readSync)\b/;

/** True if the file takes a function that opens files from Node.js, or from VS Code. */
function canOpen(path: string): boolean {
  const text = readFileSync(path, "utf8");
  const names = [
    ...text.matchAll(/import (?:type )?\{([^}]*)\} from "(?:node:)?fs(?:\/promises)?"/g),
  ];
  const isWhole = /import \* as \w+ from "(?:node:)?fs|require\("(?:node:)?fs/.test(text);
  return isWhole || names.some(([, list]) => imported.test(list!)) || /\.fs\.readFile\(/.test(text);
}

test("files are opened where that is safe, and nowhere else", () => {
  expect(sources.filter(canOpen).sort()).toEqual(Object.keys(known).sort());
});
