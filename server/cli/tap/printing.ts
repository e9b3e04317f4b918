/** Prints the findings of stanzas that pass, with their directions. */

import { reportFinding } from "../../core/check/report";
import type { Translate } from "../../core/text/translate";
import { visible } from "../../core/text/visible";
import type { CheckedElement } from "../../tap/exchange";
import type { Side } from "../../tap/join";
import { directionWords } from "../../tap/recording";
import { print } from "../output";
import { createReporter } from "../reporters";
import type { Terminal } from "../reporters/terminal";
import type { TapFormat } from "./formats";

/** Where and when an element passed. */
interface Passage {
  /** Number of the connection, from 1. */
  readonly connection: number;
  /** Number of the stanza on its connection, both directions counted, from 1. */
  readonly stanza: number;
  readonly sender: Side;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export type PrintFindings = (passage: Passage, checked: CheckedElement) => Promise<void>;

/** A function that prints the findings of an element, if it has any. */
export async function findingsPrinter(
  format: TapFormat,
  translate: Translate,
  terminal: Terminal,
): Promise<PrintFindings> {
  if (format === "jsonl") {
    return async (passage, checked) => {
      if (checked.findings.length > 0) await print(lineOf(passage, checked, translate));
    };
  }
  const reporter = await createReporter("pretty", { translate, terminal });
  return async (passage, checked) => {
    if (checked.findings.length > 0) {
      await print(reporter.file({ ...checked, path: nameOf(passage) }));
    }
  };
}

/** Name of a stanza in place of a file's. */
function nameOf({ connection, stanza, sender }: Passage): string {
  return `#${connection}.${stanza} ${directionWords[sender]}`;
}

function lineOf(
  passage: Passage,
  { findings, lines, document }: CheckedElement,
  translate: Translate,
): string {
  const { connection, stanza, sender, time } = passage;
  const reported = findings.map((found) => {
    const one = reportFinding(found, nameOf(passage), lines, document, translate);
    // The request of a reply is not in the text whose places these are.
    return { ...one, related: one.related.filter(({ line }) => line > 0) };
  });
  const direction = sender === "client" ? "out" : "in";
  const line = {
    ...{ connection, stanza, direction, time: new Date(time).toISOString() },
    findings: reported,
  };
  return `${visible(JSON.stringify(line))}\n`;
}
