/** Prints the outcomes of files, in the order of the files. */

import type { PassedOver } from "../core/sources/passedOver";
import type { Notice } from "./notices";
import type { FileOutcome } from "./outcome";
import { print } from "./output";
import { Report, type Reporter } from "./reporters/reporter";

/** Receives messages for standard error. */
export interface PrinterListener {
  /** Something could not be read or written. */
  complain(message: string): void;
  mention(message: string): void;
}

/** Prints outcomes in the order of the files, in whatever order they arrive. */
export class Printer {
  readonly #report: Report;
  readonly #waiting = new Map<number, FileOutcome[]>();
  /** Waiting files whose outcomes are complete. */
  readonly #closed = new Set<number>();
  #printed: Promise<void> = Promise.resolve();
  #next = 0;
  readonly #notices: Notice[] = [];
  errors = 0;
  warnings = 0;

  constructor(
    reporter: Reporter,
    readonly printsDiff: boolean,
    readonly listener: PrinterListener,
  ) {
    this.#report = new Report(reporter);
  }

  async add(index: number, outcome: FileOutcome, before: () => void): Promise<void> {
    const waiting = this.#waiting.get(index);
    if (waiting) waiting.push(outcome);
    else this.#waiting.set(index, [outcome]);
    await this.#printReady(before);
  }

  async close(index: number, before: () => void): Promise<void> {
    this.#closed.add(index);
    await this.#printReady(before);
  }

  /** Prints notices on standard error and adds them to the report. */
  addNotices(notices: readonly Notice[]): void {
    for (const notice of notices) {
      const message = `${notice.file}: ${notice.message}`;
      if (notice.isProblem) this.listener.complain(message);
      else this.listener.mention(message);
      this.#notices.push(notice);
    }
  }

  async end(passedOver: PassedOver): Promise<void> {
    const rest = { notices: this.#notices, passedOver };
    await this.#print(this.printsDiff ? "" : this.#report.end(rest));
  }

  /** Serialises output of several threads. */
  #print(text: string): Promise<void> {
    this.#printed = this.#printed.then(() => print(text));
    return this.#printed;
  }

  /** Prints the complete outcomes up to the file that is still being checked, and the outcomes of that file so far. */
  async #printReady(before: () => void): Promise<void> {
    let text = "";
    for (let isClosed = true; isClosed; ) {
      for (const one of this.#waiting.get(this.#next) ?? []) text += this.#textOf(one);
      this.#waiting.delete(this.#next);
      isClosed = this.#closed.delete(this.#next);
      if (isClosed) this.#next++;
    }
    if (text === "") return;
    before();
    await this.#print(text);
  }

  #textOf({ errors, warnings, complaint, notices = [], report, diff }: FileOutcome): string {
    this.errors += errors;
    this.warnings += warnings;
    if (complaint !== undefined) this.listener.complain(complaint);
    this.addNotices(notices);
    return report ? this.#report.add(report) : (diff ?? "");
  }
}
