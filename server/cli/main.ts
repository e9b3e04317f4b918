#!/usr/bin/env node
/** The command line: `xmpp-stanza check PATH…` and `xmpp-stanza server --stdio`. */

import { parseArgs } from "node:util";
import packageJson from "../../package.json";
import { type Language, languageOf, languages, translatorFor } from "../localise";
import { check } from "./check";
import { languageOfEnvironment } from "./language";
import { isReporterName, reporterNames } from "./reporters/index";
import { terminalOf } from "./reporters/terminal";
import { usage } from "./usage";

/** Messages are in the language of the environment until the command line says otherwise. */
let translate = translatorFor(languageOfEnvironment(process.env));

/** A mistake in the command line; its message is for the user. */
class UsageError extends Error {}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.lang !== undefined) translate = translatorFor(chosenLanguage(values.lang));
  if (values.version) {
    process.stdout.write(`${packageJson.version}\n`);
    return 0;
  }
  const [command, ...paths] = positionals;
  if (values.help || command === undefined) {
    (values.help ? process.stdout : process.stderr).write(usage(translate));
    return values.help ? 0 : 2;
  }
  switch (command) {
    case "check": {
      const format = values.format ?? "pretty";
      if (!isReporterName(format)) {
        const formats = reporterNames.join(", ");
        throw new UsageError(
          translate('unknown format "{format}"; there are {formats}', { format, formats }),
        );
      }
      if (paths.length === 0) {
        throw new UsageError(translate("check needs a file, a folder, or - for stdin"));
      }
      const fix = values["fix-dry-run"] ? "print" : values.fix ? "write" : "no";
      if (fix === "write" && paths.includes("-")) {
        throw new UsageError(
          translate("standard input cannot be fixed; --fix-dry-run shows what would change"),
        );
      }
      const stdinName = values["stdin-filename"] ?? "<stdin>";
      return check({ paths, format, fix, stdinName, translate });
    }
    case "reply": {
      const { condition, type, text, by, address, payload } = values;
      if (condition === undefined || paths.length > 1) {
        throw new UsageError(translate("reply needs --condition, and one file or - for stdin"));
      }
      // Loaded when it is asked for: no check needs the library that it builds on.
      const { reply } = await import("./reply");
      const language = values["text-lang"] ?? "en";
      const options = { condition, type, text, by, address, language, includePayload: !!payload };
      return reply(paths[0] ?? "-", options, translate);
    }
    case "diagram": {
      const { diagram, diagramFormats, isDiagramFormat } = await import("./diagram");
      const format = values.format ?? "svg";
      if (!isDiagramFormat(format)) {
        const formats = diagramFormats.join(", ");
        throw new UsageError(
          translate('unknown format "{format}"; there are {formats}', { format, formats }),
        );
      }
      const [path] = paths;
      if (path === undefined || paths.length > 1) {
        throw new UsageError(translate("diagram needs one file, or - for stdin"));
      }
      return diagram(path, format, translate);
    }
    case "rules": {
      const { isRulesFormat, listRules, rulesFormats } = await import("./rules");
      const format = values.format ?? "pretty";
      if (!isRulesFormat(format)) {
        const formats = rulesFormats.join(", ");
        throw new UsageError(
          translate('unknown format "{format}"; there are {formats}', { format, formats }),
        );
      }
      if (paths.length > 0) throw new UsageError(translate("rules takes no file"));
      const terminal = terminalOf(process.stdout, process.env);
      process.stdout.write(listRules(format, translate, terminal));
      return 0;
    }
    case "explain": {
      const [name] = paths;
      if (name === undefined || paths.length > 1) {
        throw new UsageError(translate("explain needs the name of one rule"));
      }
      const { explain } = await import("./explain");
      const explanation = explain(name, translate);
      if (explanation.text === undefined) {
        throw new UsageError(unknownRule(name, explanation.meant));
      }
      process.stdout.write(explanation.text);
      return 0;
    }
    case "server":
      if (!values.stdio) throw new UsageError(translate("server needs --stdio"));
      // The server reads its transport from the command line and ends with its client.
      require("./server.js");
      return new Promise(() => {});
    default:
      throw new UsageError(translate('unknown command "{command}"', { command }));
  }
}

function unknownRule(rule: string, meant: string | undefined): string {
  return meant === undefined
    ? translate('unknown rule "{rule}"; xmpp-stanza rules lists them', { rule })
    : translate('unknown rule "{rule}"; did you mean {meant}?', { rule, meant });
}

function chosenLanguage(name: string): Language {
  const language = languageOf(name);
  if (language) return language;
  throw new UsageError(
    translate('unknown language "{language}"; there are {languages}', {
      language: name,
      languages: languages.join(", "),
    }),
  );
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
        lang: { type: "string" },
        condition: { type: "string" },
        type: { type: "string" },
        text: { type: "string" },
        "text-lang": { type: "string" },
        by: { type: "string" },
        address: { type: "string" },
        payload: { type: "boolean" },
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
    if (expected) process.stderr.write(`${translate("Try xmpp-stanza --help.")}\n`);
    process.exitCode = 2;
  },
);
