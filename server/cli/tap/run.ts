/** `xmpp-stanza tap`: a proxy between clients and a server, which says what is wrong with the stanzas that pass. */

import { join } from "node:path";
import { configurationOf } from "../../configuration/configurations";
import { type Configuration, defaultConfiguration, readLimits } from "../../core/check/config";
import { describeError } from "../../core/check/ruleFailures";
import type { RuleSetting } from "../../core/rules/setting";
import type { Translate } from "../../core/text/translate";
import { configurationsOnDisk } from "../../disk/configurationOnDisk";
import { isInputError } from "../../disk/readText";
import { slashed } from "../../disk/slashes";
import { type Address, showAddress } from "../../tap/address";
import { undecided } from "../../tap/exchange";
import { startProxy } from "../../tap/proxy";
import { failurePrinter } from "../failures";
import { printMistakes } from "../mistakes";
import { printMessage } from "../output";
import { terminalOf } from "../reporters/terminal";
import { Connection } from "./connection";
import type { TapFormat } from "./formats";
import { findingsPrinter } from "./printing";
import { Recordings } from "./recordings";
import { Tally } from "./tally";

export interface TapOptions {
  readonly listen: Address;
  readonly to: Address;
  readonly format: TapFormat;
  /** File of the log of the first connection. */
  readonly record: string | undefined;
  /** The configuration file; `false` for none, undefined for those of the current folder. */
  readonly config: string | false | undefined;
  /** Severities that override the configuration. */
  readonly forced: Readonly<Record<string, RuleSetting>>;
}

/**
 * Listens until the process is asked to end.
 * @returns the exit status: 0 no errors, 1 errors found, 2 something could not be read, written or reached
 */
export async function runTap(options: TapOptions, translate: Translate): Promise<number> {
  const { listen, to, format, record } = options;
  const tally = new Tally(translate);
  try {
    const configuration = await configure(options, tally, translate);
    if (!configuration) return 2;
    const recordings = new Recordings(record, tally, translate);
    const printFindings = await findingsPrinter(
      format,
      translate,
      terminalOf(process.stdout, process.env),
    );
    const proxy = startProxy(join(__dirname, "cli.js"), listen, to);
    endWithSignal(() => proxy.end());
    const connections = new Map<number, Connection>();
    for await (const event of proxy.events) {
      switch (event.type) {
        case "listening":
          printMessage(
            translate("listening on {from}, passing on to {to}", {
              from: showAddress(event.address),
              to: showAddress(to),
            }),
          );
          break;
        case "refused":
          tally.complain(`${showAddress(listen)}: ${event.reason}`);
          break;
        case "open": {
          const { connection } = event;
          const recording = recordings.open(connection);
          const context = { configuration, printFindings, tally, translate, recording };
          connections.set(connection, new Connection(connection, context));
          break;
        }
        default:
          await connections.get(event.connection)?.take(event);
          if (event.type === "closed") connections.delete(event.connection);
      }
    }
    recordings.end();
    if (tally.connections > 0) printMessage(tally.summary());
    return tally.status;
  } catch (error) {
    if (!isInputError(error)) throw error;
    printMessage(error.message);
    return 2;
  }
}

/** The configuration; undefined if there are mistakes in its files, which are printed. */
async function configure(
  { config, forced }: TapOptions,
  tally: Tally,
  translate: Translate,
): Promise<Configuration | undefined> {
  const configurations = configurationsOnDisk(translate, config);
  const found = await configurations.for(slashed("."));
  if (await printMistakes(configurations, translate)) return undefined;
  const printFailure = failurePrinter(translate, (...message) => tally.complain(...message));
  return configurationOf(
    { ...found.rules, ...forced, ...undecided },
    {
      ...defaultConfiguration,
      limits: readLimits(found.limits),
      extensions: found.extensions,
      onRuleFailure: ({ rule, task, error }) =>
        printFailure("tap", { rule: rule.id, task, error: describeError(error) }),
    },
  );
}

/** Calls back with the first signal that asks the process to end; a second one ends it at once. */
function endWithSignal(end: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, end);
}
