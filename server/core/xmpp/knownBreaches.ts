/** Software that was seen to break the RFC in the way of a finding. */

import { breachTable } from "./breachTable";

/**
 * Name and version of the software; empty if none is known.
 * @param key of the message
 * @param values of the finding
 */
export function breachSender(
  rule: string,
  key: string,
  values: Readonly<Record<string, string>>,
): string {
  for (const line of breachTable.split("\n")) {
    const [id, message, value = "", software = ""] = line.split("\t");
    if (id === rule && message === key && Object.values(values).includes(value)) return software;
  }
  return "";
}
