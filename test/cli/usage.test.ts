/** The command line itself: options, mistakes in them, and readers that go away. */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json";
import { commands } from "../../server/cli/commands";
import { reporterNames } from "../../server/cli/reporters";
import { cli, environment, Folder, programFolder, run } from "../support/commandLine";

describe("help", () => {
  const names = Object.keys(commands);

  test.each(names)("of %s is as test/cli/help has it, in both languages", async (name) => {
    for (const language of ["en", "zh-cn"]) {
      const { status, stdout, stderr } = run([name, "--help", "--lang", language]);
      expect([status, stderr]).toEqual([0, ""]);
      await expect(stdout).toMatchFileSnapshot(`help/${name}.${language}.txt`);
    }
  });

  test("of the program lists the commands with a line each", async () => {
    const { status, stdout, stderr } = run(["--help"]);
    expect([status, stderr]).toEqual([0, ""]);
    await expect(stdout).toMatchFileSnapshot("help/xmpp-stanza.en.txt");
    const [, list = ""] = stdout.split("\nCOMMANDS\n");
    expect([...list.matchAll(/^ {2}([a-z]+) {2,}[A-Z].+$/gm)].map(([, name]) => name)).toEqual(
      names,
    );
    expect(run(["-h"]).stdout).toBe(stdout);
  });

  test.each(names)("of %s has exit statuses and an example that runs", (name) => {
    const { stdout } = run([name, "--help"]);
    const statuses = [...stdout.matchAll(/^ {2}(\d) {2}\S/gm)].map(([, status]) => Number(status));
    expect(statuses).toContain(0);
    const example = /\nEXAMPLE\n {2}(.+)\n/.exec(stdout)?.[1];
    expect(example).toContain(`xmpp-stanza ${name}`);
    // It runs until it is interrupted; tap.test.ts does that.
    if (name === "tap") return;
    const { status } = spawnSync("bash", ["-c", example!.replace("> chart.svg", "> /dev/null")], {
      input: "",
      env: { ...environment, PATH: `${programFolder()}:${process.env.PATH}` },
    });
    expect(statuses).toContain(status);
    expect(status).not.toBe(2);
  });

  test("nothing at all is a mistake, and is answered with the help", () => {
    const { status, stdout, stderr } = run([]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(run(["--help"]).stdout);
  });
});

test("--version prints the version and nothing else", () => {
  const version = { status: 0, stdout: `${packageJson.version}\n`, stderr: "" };
  expect(run(["--version"])).toEqual(version);
});

describe("a mistake is reported in two lines, with status 2", () => {
  test.each<[string[], string, string]>([
    [["check"], "check needs a file, a folder, a pattern, or - for stdin", "check --help"],
    [["chekc", "a.xmpp"], 'unknown command "chekc"; did you mean check?', "--help"],
    [["toString"], 'unknown command "toString"', "--help"],
    [
      ["check", "-", "--format", "xml"],
      '--format: unknown value "xml"; use one of pretty',
      "check --help",
    ],
    [
      ["check", "-", "--format", "jsno"],
      '--format: unknown value "jsno"; did you mean json?',
      "check --help",
    ],
    [["check", "-", "--format", "toString"], '--format: unknown value "toString"', "check --help"],
    [["check", "-", "--format"], "--format needs a value", "check --help"],
    [["check", "-", "--format", "--quiet"], "--format needs a value", "check --help"],
    [
      ["check", "-", "--fromat", "json"],
      "unknown option --fromat; did you mean --format?",
      "check --help",
    ],
    [["check", "-", "--colour"], "unknown option --colour", "check --help"],
    [["check", "-", "-x"], "unknown option -x", "check --help"],
    [["check", "-", "--quiet=maybe"], "--quiet takes no value", "check --help"],
    [["check", "-", "--help=yes"], "--help takes no value", "check --help"],
    [
      ["check", "-", "--jobs", "0"],
      "--jobs: this is not a whole number of at least 1",
      "check --help",
    ],
    [
      ["check", "-", "--jobs", "2", "--jobs", "3"],
      "--jobs is given more than once",
      "check --help",
    ],
    [["check", "-", "--fix"], "standard input cannot be fixed", "check --help"],
    [["check", "--lang"], "--lang needs a value", "check --help"],
    [["check", "-", "--lang", "tlh"], 'unknown language "tlh"; there are en, zh-cn', "--help"],
    [
      ["diagram", "-", "--fix"],
      "diagram has no option --fix; did you mean xmpp-stanza check --fix?",
      "diagram --help",
    ],
    [
      ["check", "-", "--payload"],
      "check has no option --payload; did you mean xmpp-stanza reply --payload?",
      "check --help",
    ],
    [["diagram"], "diagram needs one file, or - for stdin", "diagram --help"],
    [["diagram", "a", "b"], '"b" is one argument too many', "diagram --help"],
    [["rules", "a"], '"a" is one argument too many', "rules --help"],
    [["reply", "-"], "reply needs --condition", "reply --help"],
    [["explain"], "explain needs one name", "explain --help"],
    [["completions", "tcsh"], "completions needs one shell: bash, zsh, fish", "completions --help"],
    [["server"], "server needs --stdio", "server --help"],
    [["--fix", "check"], '"--fix" needs a command before it', "--help"],
  ])("%j", (args, message, help) => {
    const { status, stdout, stderr } = run(args, { input: "<message type='x'/>" });
    expect([status, stdout]).toEqual([2, ""]);
    const [first, ...rest] = stderr.split("\n");
    expect(first).toMatch(/^xmpp-stanza: /);
    expect(first!.slice("xmpp-stanza: ".length)).toContain(message);
    expect(rest).toEqual([`Try xmpp-stanza ${help}.`, ""]);
  });

  test("a file whose name begins with a hyphen can be named after --", () => {
    using folder = new Folder({ "-a.xmpp": "<message type='x'/>" });
    expect(folder.run(["check", "--format", "tsv", "--", "-a.xmpp"]).stdout).toBe(
      "-a.xmpp\t1\tstanza-type-invalid\n",
    );
  });
});

describe("a reader that has seen enough", () => {
  test.each(reporterNames)("changes no exit status in %s", async (format) => {
    // More than any pipe holds, so that the output cannot be all written before the reader is gone.
    using folder = new Folder({ "a.xmpp": "<message type='x'/>\n".repeat(6000) });
    const child = spawn(process.execPath, [cli, "check", "a.xmpp", "--format", format], {
      cwd: folder.path,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let complaints = "";
    child.stderr.on("data", (data: Buffer) => {
      complaints += data;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const [status, signal] = await once(child, "close");
    expect([status, signal, complaints]).toEqual([1, null, ""]);
  });

  test("and one that reads slowly gets everything", async () => {
    const stanzas = 5000;
    using folder = new Folder({ "a.xmpp": "<message type='x'/>\n".repeat(stanzas) });
    const child = spawn(process.execPath, [cli, "check", "a.xmpp", "--format", "tsv"], {
      cwd: folder.path,
      env: environment,
      stdio: ["ignore", "pipe", "ignore"],
    });
    let output = "";
    child.stdout.on("data", (data: Buffer) => {
      output += data;
      child.stdout.pause();
      setImmediate(() => child.stdout.resume());
    });
    const [status] = await once(child, "close");
    expect(status).toBe(1);
    expect(output.split("\n")).toHaveLength(stanzas + 1);
  });
});

test("the server speaks its protocol, and ends with its input", () => {
  const body = JSON.stringify({ jsonrpc: "2.0", method: "exit" });
  const { status, stderr } = run(["server", "--stdio"], {
    input: `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  });
  // To leave without a shutdown before it is a failure by the protocol.
  expect([status, stderr]).toEqual([1, ""]);
});
