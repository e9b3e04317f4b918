/** Severities as people see them on a terminal. */

import type picocolors from "picocolors";
import type { Severity } from "../core/rules/rule";
import type { RuleSetting } from "../core/rules/setting";
import type { Translate } from "../core/text/translate";

type Colours = ReturnType<typeof picocolors.createColors>;

export function severityColour(severity: RuleSetting, colours: Colours): (text: string) => string {
  switch (severity) {
    case "error":
      return colours.red;
    case "warning":
      return colours.yellow;
    case "information":
      return colours.cyan;
    case "off":
      return colours.dim;
  }
}

export function severityName(severity: Severity, translate: Translate): string {
  switch (severity) {
    case "error":
      return translate("error");
    case "warning":
      return translate("warning");
    case "information":
      return translate("information");
  }
}
