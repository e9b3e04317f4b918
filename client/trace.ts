/**
 * Output channel of the messages between client and server. The client library writes them with the log level "trace"
 * and only while the channel has that level, so that the setting `trace.server` alone would do
 * nothing. Here the setting or the level switches them on.
 */

import * as vscode from "vscode";
import { isTraced, SECTION } from "./settings";

export interface TraceChannel extends vscode.Disposable {
  readonly channel: vscode.LogOutputChannel;
}

/** The output channel, wrapped for the library. */
export function createTraceChannel(output: vscode.LogOutputChannel): TraceChannel {
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  const level = () => (isTraced() ? vscode.LogLevel.Trace : output.logLevel);
  const channel = Object.create(output, {
    logLevel: { get: level },
    onDidChangeLogLevel: { value: changed.event },
    trace: {
      value: (message: string) => {
        if (output.logLevel === vscode.LogLevel.Trace) output.trace(message);
        else if (output.logLevel === vscode.LogLevel.Debug) output.debug(message);
        else output.info(message);
      },
    },
  }) as vscode.LogOutputChannel;
  const listening = vscode.Disposable.from(
    changed,
    output.onDidChangeLogLevel(() => changed.fire(level())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.trace.server`)) changed.fire(level());
    }),
  );
  return { channel, dispose: () => listening.dispose() };
}
