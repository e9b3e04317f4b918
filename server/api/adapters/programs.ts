/** The adapters of languages that are read by tables, as a function, which a bundle loads when it is called. */

import type { ProgramSource } from "../../core/sources/names";
import { programAdapter as adapterOf } from "../../core/sources/programs";
import type { SourceAdapter } from "../../core/sources/source";

export function programAdapter(name: ProgramSource): SourceAdapter {
  return adapterOf(name);
}
