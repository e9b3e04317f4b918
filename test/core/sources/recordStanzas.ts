/** Stanzas of logs, for tests. */

import transcript from "../../../server/core/sources/transcript";
import { openSource } from "../../support/sources";

export const get = "<iq type='get' id='q1' to='mill.example'><query xmlns='urn:example:a'/></iq>";

export const result = "<iq type='result' id='q1' from='mill.example'/>";

export const long = `<message id='m1'><body>${"Once upon a time. ".repeat(40)}</body></message>`;

/** The stanzas that are seen in a log: who sent each, and its text. */
export function stanzasOf(log: string): [string | undefined, string][] {
  return openSource(log, transcript)
    .regions()
    .flatMap(({ document }) =>
      document
        .stanzas()
        .map(({ span, summary }): [string | undefined, string] => [
          summary?.direction?.sender,
          document.text.slice(span.start, span.end),
        ]),
    );
}

export const talk: [string, string][] = [
  ["out", get],
  ["in", result],
];
