/** Meanings of application-specific conditions, and the pages that define them. */

import type { AppCondition } from "./appConditions";
import { appConditionTextTable } from "./appConditionTextTable";

export interface AppConditionText {
  readonly meaning: string;
  /** Fragment of the page that defines the condition; may be empty. */
  readonly anchor: string;
}

let decoded: ReadonlyMap<string, AppConditionText> | undefined;

function texts(): ReadonlyMap<string, AppConditionText> {
  decoded ??= decode();
  return decoded;
}

function decode(): ReadonlyMap<string, AppConditionText> {
  const found = new Map<string, AppConditionText>();
  let namespace = "";
  for (const line of appConditionTextTable.split("\n")) {
    if (!line.startsWith(" ")) {
      namespace = line;
      continue;
    }
    const [name = "", anchor = "", meaning = ""] = line.slice(1).split("\t");
    found.set(`${namespace} ${name}`, { meaning, anchor });
  }
  return found;
}

/** The text about the condition; a template for translation. */
export function textOf({ namespace, name }: AppCondition): AppConditionText {
  return texts().get(`${namespace} ${name}`) ?? { meaning: "", anchor: "" };
}

/** All meanings, for the tools of translators. */
export function appConditionMeanings(): readonly string[] {
  return [...texts().values()].map(({ meaning }) => meaning);
}
