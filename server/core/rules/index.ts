/** All rules, for programs that need them all at once. */

import { allRules } from "./allRules";

export { findRule } from "./allRules";

/** In the order of the documentation. */
export const rules = allRules();
