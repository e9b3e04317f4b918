/** What is at the other end of the output. */

import colors from "picocolors";

/** Plain data, so that threads, which have no terminal, can be told of the one there is. */
export interface Terminal {
  readonly hasColours: boolean;
  /** Characters in a line; undefined if it is no terminal. */
  readonly columns: number | undefined;
}

/** What standard output goes to. `NO_COLOR` and `FORCE_COLOR` decide about colours before all else. */
export function terminalOf(
  { isTTY, columns }: Pick<NodeJS.WriteStream, "isTTY" | "columns">,
  environment: NodeJS.ProcessEnv,
): Terminal {
  // Node and most tools take these for "no colours"; picocolors only looks whether it is set.
  const isRefused = /^(?:0|false)$/.test(environment.FORCE_COLOR ?? "");
  return {
    hasColours: colors.isColorSupported && !isRefused,
    columns: isTTY && columns > 0 ? columns : undefined,
  };
}
