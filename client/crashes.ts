/** What happens when the server ends without being told to. */

import * as vscode from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from "vscode-languageclient";

/** The server is started again this many times… */
const RESTARTS = 4;
/** …within so many milliseconds. */
const PERIOD = 3 * 60 * 1000;

export class CrashHandler implements ErrorHandler {
  #crashes: number[] = [];

  /**
   * @param crashed called each time, before anything else
   * @param restart what the button of the last message does
   */
  constructor(
    readonly output: vscode.LogOutputChannel,
    readonly crashed: () => void,
    readonly restart: () => void,
  ) {}

  /** A message that could not be read or written: the next one may go well. */
  error(error: Error): ErrorHandlerResult {
    this.output.error(`The connection to the server has an error: ${error.message ?? error}`);
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    this.crashed();
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < PERIOD), now];
    if (this.#crashes.length <= RESTARTS) {
      this.output.warn("The server has ended unexpectedly and is started again.");
      return { action: CloseAction.Restart, handled: true };
    }
    this.#crashes = [];
    this.output.error("The server has ended unexpectedly too often and is not started again.");
    void this.#offerRestart();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  async #offerRestart(): Promise<void> {
    const restart = vscode.l10n.t("Restart");
    const show = vscode.l10n.t("Show Output");
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t(
        "The XMPP Stanza language server has stopped {0} times within a few minutes. Stanzas are not checked any more.",
        RESTARTS + 1,
      ),
      restart,
      show,
    );
    if (chosen === restart) this.restart();
    else if (chosen === show) this.output.show();
  }
}
