/** The shape of a mistake in a configuration file. */

import type { Span } from "../core/text/span";

/** Something in the file that is not as it should be. */
export interface ConfigurationMistake {
  /** In UTF-16 offsets of the file. */
  readonly span: Span;
  /** Template of a text for people. */
  readonly message: string;
  readonly values: Readonly<Record<string, string>>;
  /** Broken JSON, which every editor that knows JSON reports by itself. */
  readonly isSyntax?: true;
}
