/** Reaction to a server that ends unexpectedly: restarts, and a message after too many of them. */

import * as vscode from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from "vscode-languageclient";

/** Maximum number of restarts within PERIOD. */
const RESTARTS = 4;
/** In milliseconds. */
const PERIOD = 3 * 60 * 1000;

export class CrashHandler implements ErrorHandler {
  #crashes: number[] = [];

  /**
   * @param crashed called at each crash, before anything else
   * @param restart action of the button in the last message
   */
  constructor(
    readonly output: vscode.LogOutputChannel,
    readonly crashed: () => void,
    readonly restart: () => void,
  ) {}

  /** A message that could not be read or written: the connection goes on with the next message. */
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
