/**
 * Where the talk with the server is written. The client library writes it with the log level "trace"
 * and only while the channel has that level, which would make the setting `trace.server` alone do
 * nothing. Here either switches it on.
 */

import * as vscode from "vscode";
import { isTraced, SECTION } from "./settings";

export interface TraceChannel extends vscode.Disposable {
  readonly channel: vscode.LogOutputChannel;
}

/** The output channel as the library is to see it. */
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
