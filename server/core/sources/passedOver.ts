/** Files that a check passes over: their source is off or has to be asked for, or nothing reads them. */

import type { Translate } from "../text/translate";
import { sourceOf } from "./";
import type { Capture } from "./capture";
import { CONFIGURATION_FILE } from "./fileNames";
import type { OptionalSource } from "./names";
import { mightContainStanza } from "./plain";

/** Numbers of files that were passed over, by their source. */
export type PassedOver = ReadonlyMap<OptionalSource, number>;

/** Number of bytes at the start of a file that show whether it is a log with stanzas: most logs have none. */
export const LOG_LEAD = 64_000;

/** True for the start of a log with stanzas. */
export function isLogStart(text: string): boolean {
  return mightContainStanza(text) && sourceOf({ text }) === "transcript";
}

/** The setting that makes a source read its files. */
export function settingOfSource(source: OptionalSource): string {
  if (source === "transcript") return `"sources": { "transcript": { "files": ["*.log"] } }`;
  return `"sources": { "${source}": true }`;
}

/** A line for each source, with the number of files and how to take them in. */
export function passedOverLines(passedOver: PassedOver, translate: Translate): string[] {
  return [...passedOver].map(([source, count]) => {
    const values = {
      count: String(count),
      source,
      setting: settingOfSource(source),
      configuration: CONFIGURATION_FILE,
    };
    return count === 1
      ? translate("1 {source} file not checked; add {setting} to {configuration}", values)
      : translate("{count} {source} files not checked; add {setting} to {configuration}", values);
  });
}

/** Why a capture is not read, and what to check instead. */
export function reasonOfCapture({ form }: Capture, translate: Translate): string {
  return translate("packets in {form}; check what tshark -r FILE -q -z follow,tcp,ascii,0 prints", {
    form,
  });
}
