/** `check --stdin-separator`: a line for each text, as long as the input is open. */

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import schema from "../../schemas/findings.schema.json";
import type { Finding } from "../../server/api/index";
import { cli, environment, Folder, run } from "../support/commandLine";

const args = ["check", "--stdin-separator", "NUL", "--format", "jsonl"];
const right = "<iq type='get' id='a'><query xmlns='jabber:iq:roster'/></iq>";
const wrong = "<iq type='get' id='a'/>";

interface Line {
  readonly file: string;
  readonly stanzas: number;
  readonly findings: readonly Finding[];
  readonly notices?: readonly string[];
}

const ajv = new Ajv();
addFormats.default(ajv);
ajv.addSchema(schema, "findings");

function linesOf(stdout: string): Line[] {
  expect(stdout).toMatch(/^$|\n$/);
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

function answers(input: string | Uint8Array, more: readonly string[] = []) {
  const { status, stdout, stderr } = run([...args, ...more], { input });
  return { status, stderr, lines: linesOf(stdout) };
}

const short = (lines: readonly Line[]) =>
  lines.map(({ stanzas, findings }) => [stanzas, findings.map(({ rule }) => rule)]);

describe("the filter", () => {
  it("answers each text with a line, in order, also an empty one", () => {
    const { status, stderr, lines } = answers(`${right}\0\0${wrong}\0${right}${right}\0`);
    expect(short(lines)).toEqual([
      [1, []],
      [0, []],
      [1, ["iq-payload"]],
      [2, []],
    ]);
    expect(lines.map(({ file }) => file)).toEqual(Array(4).fill("<stdin>"));
    expect([status, stderr]).toEqual([1, ""]);
  });

  it("answers a text without a separator at the end of its input, and nothing with nothing", () => {
    expect(short(answers(`${right}\0${wrong}`).lines)).toEqual([
      [1, []],
      [1, ["iq-payload"]],
    ]);
    expect(answers("")).toEqual({ status: 0, stderr: "", lines: [] });
  });

  it("has the findings of --format json", () => {
    const { stdout } = run(["check", "-", "--format", "json"], { input: wrong });
    expect(answers(`${wrong}\0`).lines[0]?.findings).toEqual(JSON.parse(stdout));
  });

  it("answers while its input is open, thousands of times", async () => {
    const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [cli, ...args], {
      env: environment,
    });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (let i = 0; i < 2000; i++) {
      child.stdin.write(`${i % 2 ? wrong : right}\0`);
      const { value } = await lines.next();
      expect(JSON.parse(value).findings.length).toBe(i % 2);
    }
    child.stdin.end();
    expect(await once(child, "close")).toEqual([1, null]);
  });

  it("waits for a reader that is slower, and loses nothing", async () => {
    const child = spawn(process.execPath, [cli, ...args], { env: environment });
    const count = 5000;
    child.stdin.end(`${wrong}\0`.repeat(count));
    // Not read until the pipe is full.
    await once(child.stdout, "readable");
    let stdout = "";
    for await (const chunk of child.stdout) stdout += chunk;
    expect(linesOf(stdout).length).toBe(count);
  });

  it("takes lines for texts if it is told to", () => {
    const lf = ["check", "--stdin-separator", "LF", "--format", "jsonl"];
    const { stdout } = run(lf, { input: `${right}\n${wrong}\n` });
    expect(short(linesOf(stdout))).toEqual([
      [1, []],
      [1, ["iq-payload"]],
    ]);
  });

  it("reads texts as files of a name, with severities from the command line", () => {
    const text = `# A\n\n\`\`\`xml\n${wrong}\n\`\`\`\n\0`;
    const rule = ["--rule", "iq-payload=warning", "--max-warnings", "0"];
    const { status, lines } = answers(text, ["--stdin-filename", "a.md", ...rule]);
    expect(lines).toMatchObject([{ file: "a.md", findings: [{ line: 4, severity: "warning" }] }]);
    expect(status).toBe(1);
  });

  it("says in the line that a text cannot be read, and goes on", () => {
    const bytes = Buffer.concat([
      Buffer.from("<message>"),
      Buffer.of(0xff),
      Buffer.from(`</message>\0${wrong}\0`),
    ]);
    const { status, lines } = answers(bytes);
    expect(status).toBe(2);
    expect(lines[0]?.notices?.[0]).toContain("not UTF-8");
    expect(lines[1]?.notices).toBeUndefined();
  });

  it("says so of texts that a configuration ignores", () => {
    using folder = new Folder({ "xmpp-stanza.json": '{ "ignore": ["a.*"] }' });
    const { stdout } = folder.run([...args, "--stdin-filename", "a.xmpp"], { input: `${wrong}\0` });
    expect(linesOf(stdout)).toMatchObject([{ stanzas: 0, findings: [], notices: [/ignore/] }]);
  });

  it.each([
    [["--fix-dry-run"], "--stdin-separator and --fix cannot be combined"],
    [["a.xmpp"], "--stdin-separator is for standard input alone"],
    [["--format", "json"], "--stdin-separator needs --format jsonl"],
  ])("refuses %j", (more, message) => {
    const { status, stderr } = run([
      "check",
      "--stdin-separator",
      "NUL",
      ...(more[0] === "--format" ? more : ["--format", "jsonl", ...more]),
    ]);
    expect([status, stderr.split("\n")[0]]).toEqual([2, `xmpp-stanza: ${message}`]);
  });
});

describe("--format jsonl", () => {
  it("has a line for each file, also for those without findings", () => {
    using folder = new Folder({ "a.xmpp": right, "b.xmpp": wrong });
    const { stdout, status } = folder.run(["check", ".", "--format", "jsonl"]);
    expect(short(linesOf(stdout))).toEqual([
      [1, []],
      [1, ["iq-payload"]],
    ]);
    expect(status).toBe(1);
  });
});
