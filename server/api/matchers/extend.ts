/** The matchers in the form of `expect.extend`, which vitest and jest have in common. */

import type { RuleId } from "../ruleIds";
import type { Configuration } from "../types";
import { judgeFinding, judgeStanza, type ValidityOptions, type Verdict } from "./judge";

/** For `expect.extend(matchers)`. */
export const matchers = {
  toBeValidStanza(received: unknown, options?: ValidityOptions): Verdict {
    return judgeStanza(received, options);
  },
  toHaveFinding(received: unknown, rule: RuleId, configuration?: Configuration): Verdict {
    return judgeFinding(received, rule, configuration);
  },
};
