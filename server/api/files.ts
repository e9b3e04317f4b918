/** Checks files, in Node. */

import { relative } from "node:path";
import { type Configurations, configurationOf } from "../configuration/configurations";
import { defaultConfiguration, readLimits } from "../core/check/config";
import { LineIndex } from "../core/text/lines";
import { inEnglish } from "../core/text/translate";
import { configurationsOnDisk } from "../disk/configurationOnDisk";
import { readNamedFile } from "../disk/namedFile";
import { openSource } from "../disk/openSource";
import { slashed, unslashed } from "../disk/slashes";
import { findingsOf } from "./findings";
import { expectText, readFileOptions } from "./options";
import type { FileOptions, Finding } from "./types";

/** The findings of a file, see `checkFile`. */
export async function checkOnDisk(path: string, options: FileOptions = {}): Promise<Finding[]> {
  expectText(path, "the path");
  const { rules, limits, sources, source, configFile } = readFileOptions(options);
  const configurations = configurationsOnDisk(inEnglish, configFile);
  const found = await configurations.for(slashed(path));
  await expectNoMistake(configurations);
  if (found.isIgnored) return [];
  const { text } = await readNamedFile(path, inEnglish, {});
  const configuration = configurationOf(
    { ...found.rules, ...rules },
    {
      ...defaultConfiguration,
      limits: readLimits({ ...found.limits, ...limits }),
      extensions: found.extensions,
    },
  );
  const how = { sources: { ...found.sources, ...sources }, source: source ?? found.source };
  return findingsOf(await openSource(path, text, configuration, how, inEnglish), path);
}

/** @throws Error with the place of the first mistake in a configuration file */
async function expectNoMistake(configurations: Configurations): Promise<void> {
  const [file] = await configurations.mistaken();
  const [mistake] = file?.mistakes ?? [];
  if (!file || !mistake) return;
  const { line, character } = new LineIndex(file.text).positionAt(mistake.span.start);
  const name = relative(process.cwd(), unslashed(file.path));
  const message = inEnglish(mistake.message, mistake.values);
  throw new Error(`${name}:${line + 1}:${character + 1}: ${message}`);
}
