/** The command line: `xmpp-stanza check PATH…` and `xmpp-stanza server --stdio`. */

import { parseArgs } from "node:util";
import { isMainThread } from "node:worker_threads";
import { version } from "../../package.json";
import { inEnglish } from "../core/text/translate";
import { type Language, languageOf, languages, translatorFor } from "../l10n/localise";
import { readCount } from "./checkArguments";
import { checkCommand, checkOptions } from "./checkCommand";
import { languageOfEnvironment } from "./language";
import { terminalOf } from "./reporters/terminal";
import { usage } from "./usage";
import { UsageError } from "./usageError";
import { serveTasks } from "./worker";

/** Messages are in the language of the environment until the command line says otherwise. */
let translate = inEnglish;

async function main(args: readonly string[]): Promise<number> {
  let language = languageOfEnvironment(process.env);
  translate = await translatorFor(language);
  const { values, positionals } = readArguments(args);
  if (values.lang !== undefined) {
    language = chosenLanguage(values.lang);
    translate = await translatorFor(language);
  }
  if (values.version) {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const [command, ...paths] = positionals;
  const line = readCount("--line", values.line, 1, translate) ?? 1;
  if (values.help || command === undefined) {
    (values.help ? process.stdout : process.stderr).write(usage(translate));
    return values.help ? 0 : 2;
  }
  switch (command) {
    case "check":
      return checkCommand(values, paths, { language, isAsked: values.lang !== undefined });
    case "reply": {
      const { condition, type, text, by, address, payload } = values;
      if (condition === undefined || paths.length > 1) {
        throw new UsageError(translate("reply needs --condition, and one file or - for stdin"));
      }
      // Loaded when it is asked for: no check needs the library that it builds on.
      const { reply } = await import("./commands");
      const language = values["text-lang"] ?? "en";
      const options = { condition, type, text, by, address, language, includePayload: !!payload };
      return reply(paths[0] ?? "-", line, options, translate);
    }
    case "diagram": {
      const { diagram, diagramFormats, isDiagramFormat } = await import("./commands");
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
      return diagram(path, line, format, translate);
    }
    case "rules": {
      const { isRulesFormat, listRules, rulesFormats } = await import("./commands");
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
        throw new UsageError(
          translate("explain needs one name: a rule, a condition, a namespace, a XEP"),
        );
      }
      const { explain } = await import("./commands");
      const explanation = explain(name, translate);
      if (explanation.text === undefined) {
        throw new UsageError(nothingKnown(name, explanation.meant));
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

function nothingKnown(name: string, meant: string | undefined): string {
  return meant === undefined
    ? translate('nothing is known of "{name}"; xmpp-stanza rules lists the rules', { name })
    : translate('nothing is known of "{name}"; did you mean {meant}?', { name, meant });
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
        ...checkOptions,
        lang: { type: "string" },
        condition: { type: "string" },
        type: { type: "string" },
        text: { type: "string" },
        "text-lang": { type: "string" },
        line: { type: "string" },
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

function start(): void {
  // A reader that has seen enough (head, less) closes the pipe; that is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 2);
  });

  main(process.argv.slice(2))
    .catch((error: unknown) => {
      const expected = error instanceof UsageError;
      const text = expected ? error.message : error instanceof Error ? error.stack : String(error);
      process.stderr.write(`xmpp-stanza: ${text}\n`);
      if (expected) process.stderr.write(`${translate("Try xmpp-stanza --help.")}\n`);
      return 2;
    })
    .then(exit);
}

/** Ends when all that was written is out: left to itself, Node.js would wait for what V8 still optimises. */
async function exit(status: number): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise((resolve) => stream.write("", resolve));
  }
  process.exit(status);
}

// Other threads of a check run the same bundle.
if (isMainThread) start();
else serveTasks();
