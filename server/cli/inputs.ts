/** Which files a command line means. */

import { statSync } from "node:fs";
import { join, normalize, sep } from "node:path";
import type { Configurations, FoundConfiguration } from "../configuration/configurations";
import { mayHoldStanzasByName } from "../core/sources/names";
import type { Translate } from "../core/text/translate";
import { reasonOf } from "../disk/readText";
import { slashed } from "../disk/slashes";
import type { EnterFolder, TellUnread } from "../disk/walk";
import { STDIN } from "./readInput";

export interface InputFile {
  /** As it is reported; `-` for standard input. */
  readonly path: string;
  readonly found: FoundConfiguration;
}

export interface Inputs {
  /** In order, each once, without those that a configuration ignores. */
  readonly files: readonly InputFile[];
  /** A line for each path that means nothing. */
  readonly problems: readonly string[];
}

/**
 * The files meant by arguments: files as they are, folders with the files in them that may hold
 * stanzas, patterns with all files that they meet, `-` as it is.
 * @param stdinName the file that standard input stands for
 */
export async function findInputs(
  args: readonly string[],
  configurations: Configurations,
  stdinName: string,
  translate: Translate,
): Promise<Inputs> {
  const files = new Map<string, InputFile>();
  const problems: string[] = [];
  const tellUnread: TellUnread = (folder, error) => {
    problems.push(`${folder}: ${reasonOf(error, translate)}`);
  };
  const add = async (path: string) => {
    if (files.has(path)) return;
    const found = await configurations.for(slashed(path === STDIN ? stdinName : path));
    if (!found.isIgnored) files.set(path, { path, found });
  };
  for (const arg of args) {
    if (arg === STDIN) {
      await add(arg);
      continue;
    }
    const kind = kindOf(arg, translate);
    if (kind === "file") await add(arg);
    else if (kind === "folder") {
      for await (const path of filesIn(arg, configurations, tellUnread)) await add(path);
    } else if (isPattern(arg)) {
      let count = 0;
      const before = problems.length;
      for await (const path of filesThatMeet(arg, configurations, tellUnread)) {
        await add(path);
        count++;
      }
      if (count === 0 && problems.length === before)
        problems.push(`${arg}: ${translate("no file matches this pattern")}`);
    } else problems.push(`${arg}: ${kind.reason}`);
  }
  return { files: [...files.values()], problems };
}

function kindOf(path: string, translate: Translate): "file" | "folder" | { reason: string } {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    return { reason: reasonOf(error, translate) };
  }
}

async function* filesIn(
  folder: string,
  configurations: Configurations,
  tellUnread: TellUnread,
): AsyncGenerator<string> {
  // Loaded when a folder is named: most runs are over a few files, and start without it.
  const { walk } = await import("../disk/walk");
  const enter: EnterFolder = async (path) => {
    const [inside, within] = await Promise.all([
      configurations.for(slashed(path)),
      configurations.for(slashed(join(path, "file"))),
    ]);
    if (inside.isIgnored) return undefined;
    return { file: (name) => mayHoldStanzasByName(name, within.sources) };
  };
  yield* walk(normalize(folder), enter, tellUnread);
}

/** True for what a shell would have replaced, had it not been quoted. */
function isPattern(arg: string): boolean {
  return /[*?[\]{}!]/.test(arg);
}

async function* filesThatMeet(
  pattern: string,
  configurations: Configurations,
  tellUnread: TellUnread,
): AsyncGenerator<string> {
  const [{ walk }, { globOf }] = await Promise.all([
    import("../disk/walk"),
    import("../disk/glob"),
  ]);
  const { base, matches } = globOf(pattern);
  const isInside = (path: string) => path.replaceAll(sep, "/");
  const enter: EnterFolder = async (folder) => {
    if ((await configurations.for(slashed(folder))).isIgnored) return undefined;
    // Whatever it is called: the pattern says what is wanted.
    return { file: (name) => matches(isInside(join(folder, name))) };
  };
  yield* walk(base, enter, tellUnread);
}
