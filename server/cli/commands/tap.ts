/** `xmpp-stanza tap`: its options and help. */

import type { Translate } from "../../core/text/translate";
import { type Address, isLoopback, readAddress, showAddress } from "../../tap/address";
import { readForcedRules } from "../checkArguments";
import { choice, declareCommand, flag, option, ruleOptions } from "../command";
import { type TapFormat, tapFormats } from "../tap/formats";
import { UsageError } from "../usageError";

interface TapFlags {
  readonly listen?: string;
  readonly to?: string;
  readonly anyAddress?: boolean;
  readonly format?: TapFormat;
  readonly record?: string;
  readonly rule?: readonly string[];
  readonly config?: string;
  readonly noConfig?: boolean;
}

const LISTEN = "127.0.0.1:5223";

export const tap = declareCommand<TapFlags>({
  name: "tap",
  synopsis: "--to HOST:PORT [OPTION]...",
  flags: (translate) => ({
    listen: option(
      "HOST:PORT",
      translate("wait for clients there (default: {address})", { address: LISTEN }),
    ),
    to: option("HOST:PORT", translate("pass what they send on to this server")),
    anyAddress: flag(translate("allow an address for --listen that other machines can reach")),
    format: choice(
      "NAME",
      tapFormats,
      translate("print findings as NAME: {formats}", { formats: tapFormats.join("|") }),
      translate,
    ),
    record: option("FILE", translate("write the stanzas to the new file FILE, as a log")),
    ...ruleOptions(translate),
  }),
  async run({ translate }, flags) {
    const { format = "pretty", record, rule = [], config, noConfig } = flags;
    if (flags.to === undefined) throw new UsageError(translate("tap needs --to HOST:PORT"));
    const listen = addressOf("--listen", flags.listen ?? LISTEN, translate);
    const to = addressOf("--to", flags.to, translate);
    if (!isLoopback(listen.host) && !flags.anyAddress) {
      throw new UsageError(
        translate("other machines can reach {address}; --any-address allows that", {
          address: showAddress(listen),
        }),
      );
    }
    const forced = readForcedRules(rule, translate);
    const options = {
      listen,
      to,
      format,
      record,
      forced,
      config: noConfig ? (false as const) : config,
    };
    // Loaded on demand.
    const { runTap } = await import("../tap/run");
    return runTap(options, translate);
  },
  help: (translate) => ({
    summary: translate("Check the stanzas between a client and a server as they pass"),
    description: translate(
      "Waits for clients, connects each to the server, and passes on every byte as it is. Findings are printed as\nstanzas pass, in plain TCP and in WebSockets; what is encrypted is passed on, not read. Ends when interrupted.",
    ),
    exitStatus: {
      0: translate("no finding is an error"),
      1: translate("a finding is an error"),
      2: translate(
        "it could not listen, reach the server or record, or the command line or a configuration is wrong",
      ),
    },
    example: "xmpp-stanza tap --to 127.0.0.1:5222 --record session.log",
  }),
});

function addressOf(name: string, given: string, translate: Translate): Address {
  const address = readAddress(given);
  if (address) return address;
  throw new UsageError(
    translate("{option} is written HOST:PORT, such as {example}", {
      option: name,
      example: "127.0.0.1:5222",
    }),
  );
}
