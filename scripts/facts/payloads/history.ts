/** Former schemas of namespaces, from the history of the repository of XEPs. */

import { execFileSync } from "node:child_process";
import { type Entities, readXep } from "../xep";
import { readSchemas, type Vocabulary } from "./schema";

/** A schema block in a source, by which versions of a source with the same schemas are recognised. */
const block = /(?:<|&lt;)(?:[\w.-]+:)?schema[\s\S]*?(?:<|&lt;)\/(?:[\w.-]+:)?schema/g;

const BUFFER = 1 << 30;

/** True if the folder is a working copy of git. */
export function hasHistory(folder: string): boolean {
  try {
    execFileSync("git", ["-C", folder, "rev-parse", "--verify", "HEAD"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * All vocabularies that some version of some source declared, several for a namespace.
 * @throws Error if git cannot be run
 */
export function readHistory(folder: string, common: Entities): [string, Vocabulary][] {
  const git = (args: readonly string[], input = "") =>
    execFileSync("git", ["-C", folder, ...args], { input, maxBuffer: BUFFER });
  const log = git([
    "log",
    "--format=",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--",
    "xep-*.xml",
    "inbox/*.xml",
    "extensions/*.xml",
  ]).toString();
  const blobs = new Set<string>();
  for (const line of log.split("\n")) {
    const blob = line.split(" ")[3];
    if (blob && !/^0+$/.test(blob)) blobs.add(blob);
  }
  const seen = new Set<string>();
  const found: [string, Vocabulary][] = [];
  for (const text of contents(git, [...blobs])) {
    const schemas = text.match(block)?.join("\n");
    if (schemas === undefined || seen.has(schemas)) continue;
    seen.add(schemas);
    found.push(...readSchemas(readXep("", text, common).examples));
  }
  return found;
}

type Git = (args: readonly string[], input?: string) => Buffer;

function* contents(git: Git, blobs: readonly string[]): Generator<string> {
  const STEP = 500;
  for (let from = 0; from < blobs.length; from += STEP) {
    const step = blobs.slice(from, from + STEP);
    const all = git(["cat-file", "--batch"], `${step.join("\n")}\n`);
    for (let at = 0; at < all.length; ) {
      const line = all.indexOf(10, at);
      const size = Number(all.toString("latin1", at, line).split(" ")[2]);
      if (Number.isNaN(size)) {
        at = line + 1;
        continue;
      }
      yield all.toString("utf8", line + 1, line + 1 + size);
      at = line + 1 + size + 1;
    }
  }
}
