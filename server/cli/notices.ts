/** Notices about files besides findings: a file that was not checked, or has undecodable bytes. */

import type { FoundConfiguration } from "../configuration/configurations";
import { sourceOf } from "../core/sources";
import { captureIn } from "../core/sources/capture";
import { CONFIGURATION_FILE } from "../core/sources/fileNames";
import { type SourceName, unreadLanguageOf } from "../core/sources/names";
import { reasonOfCapture, settingOfSource } from "../core/sources/passedOver";
import { isUnmarkedUtf16 } from "../core/sources/plain";
import { LineIndex } from "../core/text/lines";
import type { Translate } from "../core/text/translate";

/** A message about a file; its findings are reported all the same. */
export interface Notice {
  /** File name, with line and column after it if there is a place. */
  readonly file: string;
  readonly message: string;
  /** True if it changes the exit status: something could not be read. */
  readonly isProblem?: true;
}

/** Why a file is not checked; undefined if it is. */
export function reasonOfUnread(
  file: string,
  text: string,
  found: FoundConfiguration,
  translate: Translate,
): string | undefined {
  const source: SourceName = found.source ?? sourceOf({ path: file, text });
  if (source === "plain") {
    const capture = found.source === undefined ? captureIn(text) : undefined;
    if (capture) return reasonOfCapture(capture, translate);
    const language = found.source === undefined ? unreadLanguageOf(file) : undefined;
    if (language === undefined) return undefined;
    return translate("stanzas in {language} cannot be read yet", { language });
  }
  const isOn = found.source !== undefined || found.sources[source] !== false;
  // A transcript is then read as plain stanzas.
  if (isOn || source === "transcript") return undefined;
  return translate("the source {source} is off; add {setting} to {configuration}", {
    source,
    setting: settingOfSource(source),
    configuration: CONFIGURATION_FILE,
  });
}

/** Why no stanza was found in a text; undefined if there is no reason to doubt that it has none. */
export function reasonOfNulls(
  text: string,
  isNamed: boolean,
  translate: Translate,
): string | undefined {
  if (isUnmarkedUtf16(text)) return translate("looks like UTF-16 without a byte order mark");
  return isNamed && text.includes("\0") ? translate("has NUL characters and no stanza") : undefined;
}

/** A file, with the line and column of its first payload if it is a capture of packets. */
export function placeOfUnread(file: string, text: string): string {
  const capture = captureIn(text);
  if (!capture) return file;
  const { line, character } = new LineIndex(text).positionAt(capture.payload);
  return `${file}:${line + 1}:${character + 1}`;
}

/** Notice that a file was not checked. */
export function noticeOfUnread(file: string, reason: string, translate: Translate): Notice {
  return { file, message: translate("not checked: {reason}", { reason }) };
}

/** Notice that a configuration ignores a named file. */
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

/** Notice with the place of the first undecodable byte, and the number of them. */
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
