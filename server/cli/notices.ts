/** What is said of files besides findings: that nothing was looked for in one, or that some bytes are no text. */

import type { FoundConfiguration } from "../configuration/configurations";
import { sourceOf } from "../core/sources";
import { CONFIGURATION_FILE } from "../core/sources/fileNames";
import {
  defaultSources,
  type OptionalSource,
  type SourceName,
  unreadLanguageOf,
} from "../core/sources/names";
import type { LineIndex } from "../core/text/lines";
import type { Translate } from "../core/text/translate";

/** A message about a file; findings of the file are told all the same. */
export interface Notice {
  /** With line and column behind it, where there is a place. */
  readonly file: string;
  readonly message: string;
  /** True for what costs the exit status: something could not be read. */
  readonly isProblem?: true;
}

/** Why nothing is looked for in a file; undefined if something is. */
export function reasonOfUnread(
  file: string,
  text: string,
  found: FoundConfiguration,
  translate: Translate,
): string | undefined {
  const source: SourceName = found.source ?? sourceOf({ path: file, text });
  if (source === "plain") {
    const language = found.source === undefined ? unreadLanguageOf(file) : undefined;
    if (language === undefined) return undefined;
    return translate("stanzas in {language} cannot be read yet", { language });
  }
  const isOn = found.source !== undefined || (found.sources[source] ?? defaultSources[source]);
  // A transcript is read as plain stanzas then.
  if (isOn || source === "transcript") return undefined;
  return translate("the source {source} is off; add {setting} to {configuration}", {
    source,
    setting: settingOf(source),
    configuration: CONFIGURATION_FILE,
  });
}

/** Says that a file was not checked. */
export function noticeOfUnread(file: string, reason: string, translate: Translate): Notice {
  return { file, message: translate("not checked: {reason}", { reason }) };
}

/** Says that a configuration ignores a file that was named. */
export function noticeOfIgnored(
  file: string,
  found: FoundConfiguration,
  translate: Translate,
): Notice {
  const [configuration = CONFIGURATION_FILE] = found.files;
  const reason = translate('ignored by "ignore" in {configuration}', {
    configuration,
  });
  return noticeOfUnread(file, reason, translate);
}

/** What of the configuration checks a source. */
function settingOf(source: OptionalSource): string {
  return `"sources": { "${source}": true }`;
}

/** Says for each source that is switched off how many files in folders were passed over. */
export function passedOverLines(
  passedOver: ReadonlyMap<OptionalSource, number>,
  translate: Translate,
): string[] {
  return [...passedOver].map(([source, count]) => {
    const values = {
      count: String(count),
      source,
      setting: settingOf(source),
      configuration: CONFIGURATION_FILE,
    };
    return count === 1
      ? translate("1 {source} file not checked; add {setting} to {configuration}", values)
      : translate("{count} {source} files not checked; add {setting} to {configuration}", values);
  });
}

/** Says where the first byte is that could not be decoded, and how many there are. */
export function noticeOfDamage(
  file: string,
  encoding: string,
  offsets: readonly number[],
  lines: LineIndex,
  translate: Translate,
): Notice {
  const { line, character } = lines.positionAt(offsets[0] ?? 0);
  const message =
    offsets.length === 1
      ? translate("this byte is not {encoding}; the rest was read", { encoding })
      : translate("{count} bytes are not {encoding}, the first is here; the rest was read", {
          encoding,
          count: String(offsets.length),
        });
  return { file: `${file}:${line + 1}:${character + 1}`, message };
}
