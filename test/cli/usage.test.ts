/** The command line itself: options, mistakes in them, and readers that go away. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json";
import { reporterNames } from "../../server/cli/reporters";
import { cli, environment, Folder, run } from "../support/commandLine";

describe("help and version", () => {
  test.each([["--help"], ["-h"], ["check", "--help"]])("%s %s explains itself", (...args) => {
    const { status, stdout, stderr } = run(args.filter(Boolean));
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`xmpp-stanza ${packageJson.version}`);
    for (const word of ["check PATH", "server --stdio", "--format", "--fix", "--stdin-filename"]) {
      expect(stdout).toContain(word);
    }
  });

  test("--version prints the version and nothing else", () => {
    expect(run(["--version"])).toEqual({
      status: 0,
      stdout: `${packageJson.version}\n`,
      stderr: "",
    });
  });

  test("nothing at all is a mistake, and is answered with the help", () => {
    const { status, stdout, stderr } = run([]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(run(["--help"]).stdout);
  });
});

describe("mistakes are told in two lines, with status 2", () => {
  test.each([
    [["check"], "check needs a file"],
    [["chekc", "a.xmpp"], 'unknown command "chekc"'],
    [["check", "-", "--format", "xml"], 'unknown format "xml"'],
    [["check", "-", "--format", "toString"], 'unknown format "toString"'],
    [["check", "-", "--format"], "--format"],
    [["check", "-", "--colour"], "--colour"],
    [["check", "-", "-x"], "-x"],
    [["check", "-", "--fix"], "standard input cannot be fixed"],
    [["check", "-", "--help=yes"], "--help"],
    [["server"], "server needs --stdio"],
  ])("%j", (args, message) => {
    const { status, stdout, stderr } = run(args, { input: "<message type='x'/>" });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^xmpp-stanza: .+\nTry xmpp-stanza --help\.\n$/);
    expect(stderr).toContain(message);
  });

  test("a file whose name begins with a hyphen can be named behind --", () => {
    using folder = new Folder({ "-a.xmpp": "<message type='x'/>" });
    expect(folder.run(["check", "--format", "tsv", "--", "-a.xmpp"]).stdout).toBe(
      "-a.xmpp\t1\tstanza-type-invalid\n",
    );
  });
});

describe("a reader that has seen enough", () => {
  test.each(reporterNames)("is no failure in %s", async (format) => {
    // More than any pipe holds, so that the output cannot be all written before the reader is gone.
    using folder = new Folder({ "a.xmpp": "<message type='x'/>\n".repeat(20_000) });
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
    expect([status, signal, complaints]).toEqual([0, null, ""]);
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
