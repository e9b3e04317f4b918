/** What a tap has seen, for its summary and its exit status. */

import type { Severity } from "../../core/rules/rule";
import type { Translate } from "../../core/text/translate";
import type { CheckedElement } from "../../tap/exchange";
import { printMessage } from "../output";

export class Tally {
  connections = 0;
  #stanzas = 0;
  #nonzas = 0;
  #isTrouble = false;
  readonly #findings: Record<Severity, number> = { error: 0, warning: 0, information: 0 };

  constructor(readonly translate: Translate) {}

  add({ findings, stanzaCount, nonzaCount }: CheckedElement): void {
    this.#nonzas += nonzaCount;
    this.#stanzas += stanzaCount;
    for (const { finding } of findings) this.#findings[finding.severity]++;
  }

  /** Prints a problem, which counts for the exit status. */
  complain(message: string, details?: string): void {
    printMessage(message, details);
    this.#isTrouble = true;
  }

  summary(): string {
    const { error, warning, information } = this.#findings;
    const counts = {
      connections: String(this.connections),
      stanzas: String(this.#stanzas),
      errors: String(error),
      warnings: String(warning),
      notes: String(information),
    };
    return this.#nonzas === 0
      ? this.translate(
          "{connections} connections, {stanzas} stanzas: {errors} errors, {warnings} warnings, {notes} notes",
          counts,
        )
      : this.translate(
          "{connections} connections, {stanzas} stanzas, {others} stream errors and failures: {errors} errors, {warnings} warnings, {notes} notes",
          { ...counts, others: String(this.#nonzas) },
        );
  }

  /** The exit status. */
  get status(): number {
    return this.#isTrouble ? 2 : this.#findings.error > 0 ? 1 : 0;
  }
}
