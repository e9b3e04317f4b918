/** The commands in the documentation do what they are there for: each is run as it stands there. */

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import packageJson from "../../package.json";
import { optionName } from "../../server/cli/command";
import { loadCommands } from "../../server/cli/commands";
import { readConfigurationFile } from "../../server/configuration/configurationFile";
import { knownNames } from "../../server/configuration/configurations";
import { inEnglish } from "../../server/core/text/translate";
import { cli, environment } from "../support/commandLine";
import { codeBlocks, markdownFiles } from "../support/markdownFiles";

/** Commands that are not run here, and why. */
const notRun: Readonly<Record<string, string>> = {
  "npm ci && npm start": "asks the registry; test/project/start.test.ts runs what npm start is",
  "npm ci && npm test": "is what runs this",
  "npm ci && npm run build && npm link": "asks the registry, and changes the machine",
  "npm run package": "writes into the repository; test/project/packages.test.ts packs",
  "code --install-extension xmpp-stanza-0.1.0.vsix": "needs a desktop, and changes it",
  "npm run build": "runs before all tests",
  "npm link": "changes the machine",
  "npm pack": "writes into the repository; test/project/packages.test.ts packs",
  "npm install --global ./xmpp-stanza-0.1.0.tgz":
    "changes the machine; test/project/packages.test.ts installs into a folder",
  "npm ci": "asks the registry",
  "npm ci && npm run playground": "asks the registry; npm run test:editors opens the page",
  "npm test": "is what runs this",
  "npm run new rule text-empty": "test/project/recipes.test.ts runs it",
  "npm run new source haskell": "test/project/recipes.test.ts runs it",
  "npm run new command count": "test/project/recipes.test.ts runs it",
  "npm run new feature inlayHints": "test/project/recipes.test.ts runs it",
  "npm run generate": "writes into the repository; test/project/generated.test.ts asks the same",
  "git clone https://github.com/xsf/xeps": "asks the network",
  "xmpp-stanza check client.log": "stands for a log of the reader's; test/core/sources reads some",
  "some-client --debug 2>&1 | xmpp-stanza check -": "stands for a program of the reader's",
  "xmpp-stanza tap --to 127.0.0.1:5222 --record session.log":
    "runs until it is interrupted; test/cli/tap.test.ts does that",
  "xmpp-stanza tap --listen 127.0.0.1:5223 --to 127.0.0.1:5222":
    "runs until it is interrupted; test/cli/tap.test.ts does that",
  "npm run facts -- xeps": "needs the sources of all XEPs",
};

/** Tests cannot run within tests, for they build first: of these the files are looked for. */
const testRun = /^npx vitest run ((?:[\w/.]+\.test\.ts ?)+)(?:-t [\w-]+)?$/;

interface Command {
  readonly command: string;
  /** Output that the page shows. */
  readonly printed: string | undefined;
}

/** The pages, each with its commands: the lines of blocks in `sh`. */
const pages = markdownFiles().flatMap((file) => {
  const blocks = codeBlocks(file);
  const commands = blocks.flatMap(({ language, code }, i): Command[] => {
    if (language !== "sh") return [];
    const next = blocks[i + 1];
    const lines = code.split("\n").filter((line) => line.trim() !== "");
    return lines.map((command, at) => ({
      command,
      printed: at === lines.length - 1 && next?.language === "text" ? next.code : undefined,
    }));
  });
  return commands.length > 0 ? [{ path: file.path, commands }] : [];
});
const all = pages.flatMap(({ commands }) => commands.map(({ command }) => command));

const folder = mkdtempSync(join(tmpdir(), "xmpp-stanza-commands-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bin = join(folder, "bin");

beforeAll(() => {
  for (const name of ["examples", "dist", "README.md", "README.zh-cn.md"]) {
    cpSync(name, join(folder, name), {
      recursive: true,
      filter: (path) => !/\.map$|dist.(?:web|webview|scripts|test)$/.test(path),
    });
  }
  mkdirSync(bin);
  const program = join(bin, "xmpp-stanza");
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
  chmodSync(program, 0o755);
});

function runInShell(command: string) {
  const path = `${bin}${delimiter}${process.env.PATH}`;
  return spawnSync("sh", ["-c", command], {
    cwd: folder,
    encoding: "utf8",
    env: { ...environment, PATH: path },
  });
}

const hasShell = process.platform !== "win32" && spawnSync("sh", ["-c", "true"]).status === 0;
const hasXmllint = hasShell && runSilently("xmllint --version") === 0;

function runSilently(command: string): number | null {
  return spawnSync("sh", ["-c", command], { stdio: "ignore" }).status;
}

it("the READMEs have commands", () => {
  for (const path of ["README.md", "README.zh-cn.md"]) {
    const commands = pages.find((page) => page.path === path)?.commands ?? [];
    expect(commands.map(({ command }) => command).slice(0, 2)).toEqual([
      "npm ci && npm start",
      "npm ci && npm test",
    ]);
  }
});

it("the READMEs have the same commands, but for the language", () => {
  const [english, chinese] = ["README.md", "README.zh-cn.md"].map((path) =>
    pages
      .find((page) => page.path === path)
      ?.commands.map(({ command }) =>
        command.replace(" --lang zh-cn", "").replace(".zh-cn.md", ".md"),
      ),
  );
  expect(chinese).toEqual(english);
});

it("commands that are not run are there", () => {
  const named = all.map((command) => command.replace(/\s+#.*$/, ""));
  expect(Object.keys(notRun).filter((command) => !named.includes(command))).toEqual([]);
});

describe.skipIf(!hasShell).each(pages)("$path", ({ commands }) => {
  const run = commands.filter(({ command }) => !(command.replace(/\s+#.*$/, "") in notRun));
  if (run.length === 0) it("has no command to run here", () => expect(run).toEqual([]));
  else
    it.each(run)("$command", ({ command, printed }) => {
      const [, tests] = testRun.exec(command) ?? [];
      if (tests) {
        expect(
          tests
            .trim()
            .split(" ")
            .filter((path) => !existsSync(path)),
        ).toEqual([]);
        return;
      }
      if (command.startsWith("xmllint ")) {
        if (!hasXmllint) return console.log(`SKIPPED: ${command}: xmllint is not installed`);
        const { status, stderr } = runInShell(command);
        expect([status, stderr]).toEqual([1, expect.stringContaining("Extra content at the end")]);
        return;
      }
      const { status, stdout, stderr } = runInShell(command);
      expect(stderr).toBe("");
      expect(stdout).not.toBe("");
      // Findings are what the examples are for.
      const allowed = / check /.test(command) ? [0, 1] : [0];
      expect(allowed).toContain(status);
      if (printed !== undefined) expect(stdout).toContain(printed.trimEnd());
    });
});

it.skipIf(!hasShell).each(["README.md", "README.zh-cn.md"])(
  "the stanza in %s breaks three rules",
  (path) => {
    const { stdout } = runInShell(`xmpp-stanza check ${path} --format tsv`);
    const rules = stdout
      .trim()
      .split("\n")
      .map((line) => line.split("\t")[2]);
    expect(rules).toEqual(["error-child-unexpected", "error-type-missing", "condition-namespace"]);
  },
);

it("docs/command-line.md has a section for each command, and no other options than theirs", async () => {
  const page = readFileSync("docs/command-line.md", "utf8");
  const commands = await loadCommands();
  for (const { name } of commands) expect(page).toMatch(new RegExp(`^## .*\\b${name}\\b`, "m"));
  const options = commands.flatMap((one) =>
    Object.keys(one.create(inEnglish).parameters.flags ?? {}).map(optionName),
  );
  const named = [...new Set(page.match(/(?<![\w-])--[a-z][a-z-]+/g))];
  expect(named.filter((name) => !options.includes(name))).toEqual(["--help"]);
});

it("scripts of npm that are named are there", () => {
  const named = markdownFiles().flatMap(({ path, text }) =>
    [...text.matchAll(/`npm run ([\w:-]+)/g)].map(([, name]) => `${path}: ${name}`),
  );
  const known = new Set(Object.keys(packageJson.scripts));
  expect(named.filter((one) => !known.has(one.split(": ")[1]!))).toEqual([]);
});

describe("configuration files in the documentation", () => {
  const isConfiguration = (path: string) => /^README|configuration\.md$/.test(path);
  const examples = markdownFiles()
    .filter(({ path }) => isConfiguration(path))
    .flatMap((file) => codeBlocks(file).map((block) => ({ path: file.path, ...block })))
    .filter(({ language }) => language === "json");

  it("are there", () => expect(examples.length).toBeGreaterThanOrEqual(3));

  it.each(examples)("$path:$line is right", ({ code }) => {
    expect(readConfigurationFile(code, knownNames).mistakes).toEqual([]);
  });
});
