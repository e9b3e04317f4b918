/** Properties of the output's terminal. */

import colors from "picocolors";

/** Plain data, so that it can be sent to threads, which have no terminal. */
export interface Terminal {
  readonly hasColours: boolean;
  /** Characters in a line; undefined if it is no terminal. */
  readonly columns: number | undefined;
}

/** The terminal of standard output. `NO_COLOR` and `FORCE_COLOR` take precedence for colours. */
export function terminalOf(
  { isTTY, columns }: Pick<NodeJS.WriteStream, "isTTY" | "columns">,
  environment: NodeJS.ProcessEnv,
): Terminal {
  // Node and most tools read these values as "no colours"; picocolors only tests whether the variable is set.
  const isRefused = /^(?:0|false)$/.test(environment.FORCE_COLOR ?? "");
  return {
    hasColours: colors.isColorSupported && !isRefused,
    columns: isTTY && columns > 0 ? columns : undefined,
  };
}
