/** What strangers install: the packages for VS Code, and the one of npm in a folder of its own. */

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import packageJson from "../../package.json";
import { environment, Folder, type Outcome } from "../support/commandLine";

const LIMIT = 500 * 1024;

interface Packaging {
  packages: Record<string, { files: string[]; without: string; target?: string }>;
  filesOf(name: string, root: string): string[];
}
const scripts = join(process.cwd(), "scripts/package");
const { packages, filesOf }: Packaging = await import(
  pathToFileURL(join(scripts, "contents.mjs")).href
);
const { packageExtension } = await import(pathToFileURL(join(scripts, "package.mjs")).href);

/** The names in a ZIP file, from its directory at the end. */
function namesInZip(bytes: Buffer): string[] {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const text = bytes.toString("utf8", at + 46, at + 46 + name!);
    at += 46 + name! + extra! + comment!;
    return text;
  });
}

/** How vsce names what it knows by its meaning. */
const renamed: Readonly<Record<string, string>> = {
  "CHANGELOG.md": "changelog.md",
  LICENSE: "LICENSE.txt",
  "README.md": "readme.md",
};

describe.each(Object.keys(packages))("%s.vsix", (name) => {
  const folder = new Folder();
  let path: string;
  beforeAll(async () => {
    path = await packageExtension(name, join(folder.path, "packed"));
  });
  afterAll(() => folder[Symbol.dispose]());

  it("holds what is written down, and no other file", () => {
    const { files } = packages[name]!;
    const names = namesInZip(readFileSync(path));
    const ours = names.filter((one) => one.startsWith("extension/"));
    const expected = files.map((file) => `extension/${renamed[file] ?? file}`);
    const shared = ours.filter((one) => /^extension\/dist\/shared-[A-Z0-9]{8}\.js$/.test(one));
    expect(ours.sort()).toEqual([...expected, ...shared].sort());
    expect(names.filter((one) => !ours.includes(one)).sort()).toEqual([
      "[Content_Types].xml",
      "extension.vsixmanifest",
    ]);
    expect(shared.length > 0).toBe(name === "xmpp-stanza");
  });

  it("has less than 500 KB", () => {
    expect(statSync(path).size).toBeLessThan(LIMIT);
  });
});

describe("what is written down", () => {
  it("does not let a file in that nobody named", () => {
    using folder = new Folder({ "dist/client.js": "", "dist/extra.js": "" });
    expect(() => filesOf("xmpp-stanza", folder.path)).toThrow("dist/extra.js");
  });

  it("holds each file that the manifest points at", () => {
    const manifest = JSON.stringify({ ...packageJson, bin: undefined, scripts: undefined });
    const named = [
      ...manifest.matchAll(/"(?:\.\/)?((?:dist|media|syntaxes|snippets|schemas)\/[^"]+)"/g),
    ];
    const all = new Set(Object.values(packages).flatMap(({ files }) => files));
    expect(named.length).toBeGreaterThan(8);
    expect(named.map(([, file = ""]) => file).filter((file) => !all.has(file))).toEqual([]);
  });
});

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const runNpm = (args: readonly string[], cwd: string) =>
  execFileSync(npm, [...args], {
    cwd,
    encoding: "utf8",
    stdio: "pipe",
    shell: process.platform === "win32",
  });

describe("the package of npm, installed in an empty folder without a network", () => {
  const folder = new Folder();
  const installed = join(folder.path, "empty/node_modules/xmpp-stanza");
  const command = join(installed, "dist/cli.js");

  beforeAll(() => {
    const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder.path];
    const [{ filename }] = JSON.parse(runNpm(args, process.cwd()));
    const empty = join(folder.path, "empty");
    mkdirSync(empty);
    writeFileSync(join(empty, "package.json"), "{}");
    writeFileSync(join(empty, "a.stanza"), "<iq type='get'/>\n");
    const quiet = ["--offline", "--no-audit", "--no-fund", "--ignore-scripts"];
    runNpm(["install", ...quiet, join(folder.path, filename)], empty);
  }, 120_000);
  afterAll(() => folder[Symbol.dispose]());

  /** By the name that npm gave to the command, where that is a program that can be started as it is. */
  function start(args: readonly string[], input = ""): Outcome {
    const bin = join(folder.path, "empty/node_modules/.bin/xmpp-stanza");
    const [program, ...before] = process.platform === "win32" ? [process.execPath, command] : [bin];
    const options = {
      cwd: join(folder.path, "empty"),
      input,
      env: environment,
      encoding: "utf8",
    } as const;
    const { status, stdout, stderr } = spawnSync(program!, [...before, ...args], options);
    return { status, stdout, stderr };
  }

  it("comes alone, with the licences of what is in it", () => {
    expect(readdirSync(join(folder.path, "empty/node_modules")).sort()).toEqual([
      ".bin",
      ".package-lock.json",
      "xmpp-stanza",
    ]);
    const names = readdirSync(installed).sort();
    expect(names).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "README.zh-cn.md",
      "THIRD-PARTY-NOTICES",
      "dist",
      "package.json",
    ]);
  });

  it("checks", () => {
    const { status, stdout } = start(["check", "a.stanza"]);
    expect(status).toBe(1);
    expect(stdout).toContain("iq-id-missing");
  });

  it("explains", () => {
    const { status, stdout } = start(["explain", "item-not-found"]);
    expect(status).toBe(0);
    expect(stdout).toContain("RFC 6120");
  });

  it("replies", () => {
    const { status, stdout } = start(
      ["reply", "--condition", "conflict", "-"],
      "<iq type='get' id='a'/>",
    );
    expect(status).toBe(0);
    expect(stdout).toContain("<conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>");
  });

  it("serves an editor", async () => {
    const server = spawn(process.execPath, [command, "server", "--stdio"]);
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    const ended = new Promise((resolve) => server.once("exit", resolve));
    try {
      const { serverInfo } = await connection.sendRequest<{ serverInfo: object }>("initialize", {
        processId: process.pid,
        rootUri: null,
        capabilities: { textDocument: { diagnostic: {} } },
      });
      expect(serverInfo).toEqual({ name: "xmpp-stanza", version: packageJson.version });
      await connection.sendNotification("initialized", {});
      const uri = "file:///a.stanza";
      const textDocument = { uri, languageId: "xmpp-stanza", version: 1, text: "<iq type='get'/>" };
      await connection.sendNotification("textDocument/didOpen", { textDocument });
      const report = await connection.sendRequest<{ items: { code: string }[] }>(
        "textDocument/diagnostic",
        { textDocument: { uri } },
      );
      expect(report.items.map(({ code }) => code)).toContain("iq-id-missing");
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      expect(await ended).toBe(0);
    } finally {
      connection.dispose();
      server.kill();
    }
  });
});
