/** All languages in which programs are written for tests. */

import * as compiled from "./compiled";
import * as interpreted from "./interpreted";
import * as jvm from "./jvm";
import type { ProgramLanguage } from "./program";

export const programLanguages: readonly ProgramLanguage[] = [
  ...Object.values(compiled),
  ...Object.values(jvm),
  ...Object.values(interpreted),
];
