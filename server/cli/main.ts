#!/usr/bin/env node
/** The command line: `xmpp-stanza check PATH…` and `xmpp-stanza server --stdio`. */

import { parseArgs } from "node:util";
import packageJson from "../../package.json";
import { check } from "./check";
import { isReporterName, reporterNames } from "./reporters/index";

const usage = `xmpp-stanza ${packageJson.version}: checks XMPP stanzas in files against RFC 6120 §8.3

usage: xmpp-stanza check PATH… [--format ${reporterNames.join("|")}] [--fix | --fix-dry-run]
       xmpp-stanza server --stdio

check looks at files, at folders with all the *.stanza, *.xmpp and *.xml files in them, and at
standard input for "-". Exit status: 0 if no finding is an error, 1 if one is, 2 if something could
not be read or the command line is wrong.

  --format NAME          how findings are printed (default: pretty)
  --fix                  write every fix that has one right answer, print what remains
  --fix-dry-run          print those fixes as a unified diff, write nothing
  --stdin-filename NAME  the name under which standard input is reported
  --help, --version
`;

/** A mistake in the command line; its message is for the user. */
class UsageError extends Error {}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.version) {
    process.stdout.write(`${packageJson.version}\n`);
    return 0;
  }
  const [command, ...paths] = positionals;
  if (values.help || command === undefined) {
    (values.help ? process.stdout : process.stderr).write(usage);
    return values.help ? 0 : 2;
  }
  switch (command) {
    case "check": {
      const format = values.format ?? "pretty";
      if (!isReporterName(format)) {
        throw new UsageError(`unknown format "${format}"; there are ${reporterNames.join(", ")}`);
      }
      if (paths.length === 0) throw new UsageError("check needs a file, a folder, or - for stdin");
      const fix = values["fix-dry-run"] ? "print" : values.fix ? "write" : "no";
      if (fix === "write" && paths.includes("-")) {
        throw new UsageError(
          "standard input cannot be fixed; --fix-dry-run shows what would change",
        );
      }
      return check({ paths, format, fix, stdinName: values["stdin-filename"] ?? "<stdin>" });
    }
    case "server":
      if (!values.stdio) throw new UsageError("server needs --stdio");
      // The server reads its transport from the command line and ends with its client.
      require("./server.js");
      return new Promise(() => {});
    default:
      throw new UsageError(`unknown command "${command}"`);
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        "stdin-filename": { type: "string" },
        fix: { type: "boolean" },
        "fix-dry-run": { type: "boolean" },
        stdio: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

// A reader that has seen enough (head, less) closes the pipe; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 2);
});

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const expected = error instanceof UsageError;
    const text = expected ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`xmpp-stanza: ${text}\n`);
    if (expected) process.stderr.write("Try xmpp-stanza --help.\n");
    process.exitCode = 2;
  },
);
