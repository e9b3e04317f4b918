/** Packages as users install them: the package for VS Code, and the npm package in a folder of its own. */

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
import { anchors, linkTargets } from "../support/markdownFiles";

interface Packaging {
  named: readonly string[];
  filesOf(root: string): string[];
  LIMIT: number;
  packageExtension(folder: string): Promise<string>;
  packagedReadme(text: string): string;
  readPackage(path: string): ReadonlyMap<string, Buffer>;
}
const { named, filesOf, LIMIT, packageExtension, packagedReadme, readPackage } = Object.assign(
  {},
  ...(await Promise.all(
    ["contents", "package", "readme", "unpackVsix"].map((script) => {
      const path = join(process.cwd(), `scripts/package/${script}.mjs`);
      return import(pathToFileURL(path).href);
    }),
  )),
) as Packaging;

/** Names by which vsce knows files of a fixed meaning. */
const renamed: Readonly<Record<string, string>> = {
  "CHANGELOG.md": "changelog.md",
  LICENSE: "LICENSE.txt",
  "README.md": "readme.md",
};

describe("the package for VS Code", () => {
  const folder = new Folder();
  let path: string;
  let files: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    path = await packageExtension(join(folder.path, "packed"));
    files = readPackage(path);
  });
  afterAll(() => folder[Symbol.dispose]());

  it("holds exactly the listed files", () => {
    const names = [...files.keys()];
    const ours = names.filter((one) => one.startsWith("extension/"));
    const expected = named.map((file) => `extension/${renamed[file] ?? file}`);
    const isShared = (one: string) =>
      /^extension\/dist\/(?:shared|editor)-[A-Z0-9]{8}\.js$/.test(one);
    const shared = ours.filter(isShared);
    expect(ours.sort()).toEqual([...expected, ...shared].sort());
    expect(names.filter((one) => !ours.includes(one)).sort()).toEqual([
      "[Content_Types].xml",
      "extension.vsixmanifest",
    ]);
    expect(shared.length).toBeGreaterThan(0);
  });

  it("has less than 700 KB", () => {
    expect(LIMIT).toBe(700_000);
    expect(statSync(path).size).toBeLessThan(LIMIT);
  });

  it("is for every editor: it has the program for the desktop and for browsers, and no target", () => {
    const { main, browser } = JSON.parse(String(files.get("extension/package.json")));
    expect(files.has(`extension/${main.slice(2)}`), main).toBe(true);
    expect(files.has(`extension/${browser.slice(2)}`), browser).toBe(true);
    const manifest = String(files.get("extension.vsixmanifest"));
    expect(manifest).not.toContain("TargetPlatform");
    expect(manifest).toContain("__web_extension");
  });

  it("has whatever a file in it loads", () => {
    for (const [name, content] of files) {
      if (!/^extension\/dist\/[^/]+\.js$/.test(name)) continue;
      for (const [, asked = ""] of String(content).matchAll(/\brequire\("\.\/([^"]+)"\)/g)) {
        const file = `extension/dist/${asked.replace(/(?:\.js)?$/, ".js")}`;
        expect(files.has(file), `${name}: ${asked}`).toBe(true);
      }
      // Some hosts of extensions have no modules, and those look for a file of exactly that name.
      expect(String(content), name).not.toMatch(/\bimport\(/);
    }
    expect(String(files.get("extension/dist/client.js"))).toContain('require("./nodeClient")');
  });

  it("has a page that begins with the editor, and no command that needs a clone", () => {
    const page = String(files.get("extension/readme.md"));
    expect(page).toMatch(/^# xmpp-stanza\n/);
    expect(page.slice(0, page.indexOf("\n## "))).toContain("*XMPP Stanza: Open Examples*");
    expect(page).toContain("## The first two minutes\n\n1. ");
    expect(page).not.toMatch(
      /npm (?:ci|run|test|link|pack)|dist\/cli\.js|repository-only|<picture/,
    );
  });

  it("has a page with absolute links", () => {
    const file = { path: "readme.md", text: String(files.get("extension/readme.md")) };
    const inside = [...anchors(file)].map((anchor) => `#${anchor}`);
    const targets = linkTargets(file);
    expect(targets.length).toBeGreaterThan(80);
    expect(targets.filter((to) => !/^https:\/\//.test(to) && !inside.includes(to))).toEqual([]);
    expect(targets.some((to) => to.endsWith("docs/images/light-bulb-light.png"))).toBe(true);
  });

  it("has the translations of all texts of the client", () => {
    const all = JSON.parse(readFileSync("l10n/bundle.l10n.zh-cn.json", "utf8"));
    const packed = JSON.parse(String(files.get("extension/l10n/bundle.l10n.zh-cn.json")));
    const said = readdirSync("client", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => [
        ...readFileSync(join("client", file), "utf8").matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g),
      ])
      .map(([, text]) => JSON.parse(`"${text}"`));
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((text) => all[text] !== packed[text])).toEqual([]);
  });

  it("has no source maps, and no references to them", () => {
    const code = [...files].filter(([name]) => name.endsWith(".js"));
    expect(
      code.filter(([, text]) => text.includes("sourceMappingURL")).map(([name]) => name),
    ).toEqual([]);
  });
});

describe("the page of the extension", () => {
  const open = "<!-- repository-only -->";
  const close = "<!-- /repository-only -->";

  it("lacks the parts that are marked", () => {
    const readme = `# A\n\n${open}\nnpm ci\n\n${close}\n\nUse it.\n`;
    expect(packagedReadme(readme)).toBe("# A\n\nUse it.\n");
    expect(packagedReadme(`one,${open} two,${close} three`)).toBe("one, three");
  });

  it("has one picture of a pair", () => {
    const pair = `<picture>\n  <source srcset="dark.png">\n  <img src="light.png" alt="A.">\n</picture>\n`;
    expect(packagedReadme(pair)).toBe('<img src="light.png" alt="A.">\n');
  });

  it.each([[`a\n${open}\nb\n`], [`a\n${close}\nb\n`], [`${open}\n${open}\n${close}\n`]])(
    "is not made of %j, in which a mark has no partner",
    (readme) => {
      expect(() => packagedReadme(readme)).toThrow("no partner");
    },
  );
});

describe("the list of files", () => {
  it("refuses a file that is not listed", () => {
    using folder = new Folder({ "dist/client.js": "", "dist/extra.js": "" });
    expect(() => filesOf(folder.path)).toThrow("dist/extra.js");
  });

  it("holds each file that the manifest points at", () => {
    const manifest = JSON.stringify({ ...packageJson, bin: undefined, scripts: undefined });
    const pointed = [
      ...manifest.matchAll(/"(?:\.\/)?((?:dist|media|syntaxes|snippets|schemas)\/[^"]+)"/g),
    ];
    expect(pointed.length).toBeGreaterThan(8);
    expect(pointed.map(([, file = ""]) => file).filter((file) => !named.includes(file))).toEqual(
      [],
    );
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
  });
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
