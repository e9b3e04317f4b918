/** The package of npm for programs, packed, and installed in an empty folder without a network. */

import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { createContext, runInContext } from "node:vm";
import { type BuildOptions, build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeLibrary } from "../../scripts/library/makeLibrary";
import { environment, Folder } from "../support/commandLine";

const root = process.cwd();
const folder = new Folder();
const home = join(folder.path, "home");
const installed = join(home, "node_modules/xmpp-stanza");
let packed: string;

/** Bytes of the package when it is unpacked, without what it depends on. */
const LIMIT = 700_000;

/** What it depends on, and what that depends on. */
const parsers = ["common", "highlight", "javascript", "lr", "markdown", "python"].map(
  (name) => `@lezer/${name}`,
);

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const options = { encoding: "utf8", stdio: "pipe", env: environment } as const;

beforeAll(async () => {
  const made = await makeLibrary(root);
  const shell = process.platform === "win32";
  const others = parsers.map((name) => resolve("node_modules", name));
  const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder.path];
  const printed = execFileSync(npm, [...pack, made, ...others], { ...options, shell });
  const files = (JSON.parse(printed) as { filename: string }[]).map(({ filename }) =>
    join(folder.path, filename),
  );
  packed = files[0]!;
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), "{}");
  const quiet = ["--offline", "--no-audit", "--no-fund"];
  execFileSync(npm, ["install", ...quiet, ...files], { ...options, cwd: home, shell });
  // Frameworks that the types are about.
  for (const name of ["chai", "vitest", "@types/chai", "@types/jest", "@types/node"]) {
    const target = join(home, "node_modules", name);
    mkdirSync(join(target, ".."), { recursive: true });
    symlinkSync(resolve("node_modules", name), target, "junction");
  }
});
afterAll(() => folder[Symbol.dispose]());

/** Runs a program of the folder; gives what it prints. */
function run(name: string, text: string): string {
  writeFileSync(join(home, name), text);
  return execFileSync(process.execPath, [name], { ...options, cwd: home });
}

/** Runs a tool of this repository in the folder. */
function tool(path: string, args: readonly string[]): string {
  const program = resolve("node_modules", path);
  try {
    return execFileSync(process.execPath, [program, ...args], { ...options, cwd: home });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${stdout}\n${stderr}`);
  }
}

const page = readFileSync("docs/library.md", "utf8");
/** The blocks of code on the page about the package, by language. */
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
  language: language!,
  code: code!,
}));

describe("the package of npm for programs", () => {
  it("depends on what its files load, in the versions that are tested here", () => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(join(installed, "package.json"), "utf8"),
    );
    expect(peerDependencies).toBeUndefined();
    const code = readdirSync(installed).filter((file) => file.endsWith(".js"));
    const loaded = code.flatMap((file) => [
      ...readFileSync(join(installed, file), "utf8").matchAll(/\brequire\("(@[^"]+)"\)/g),
    ]);
    expect(Object.keys(dependencies).sort()).toEqual(loaded.map(([, name]) => name).sort());
    for (const [name, version] of Object.entries(dependencies)) {
      const path = resolve("node_modules", name, "package.json");
      expect(JSON.parse(readFileSync(path, "utf8")).version, name).toBe(version);
    }
  });

  it("has the licences of what is in it, and is small", () => {
    const files = readdirSync(installed);
    expect(files).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "THIRD-PARTY-NOTICES", "index.d.ts"]),
    );
    const code = files.filter((file) => file.endsWith(".js"));
    const notices = readFileSync(join(installed, "THIRD-PARTY-NOTICES"), "utf8");
    expect(notices).toContain("saxes");
    expect(notices).not.toMatch(/vscode-languageserver|@lezer/);
    expect(code.length).toBeGreaterThan(10);
    expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
    const size = files.reduce((sum, file) => sum + statSync(join(installed, file)).size, 0);
    expect(size).toBeLessThan(LIMIT);
  });

  it("has each file that one of its files loads", () => {
    const files = readdirSync(installed);
    for (const file of files.filter((one) => /\.m?js$/.test(one))) {
      const text = readFileSync(join(installed, file), "utf8");
      const asked = [...text.matchAll(/(?:require\(|from )"\.\/([^"]+)"/g)].map(([, name]) => name);
      expect(asked.filter((name) => !files.includes(name!), file)).toEqual([]);
    }
  });

  it("depends on no test framework, and is right for publint and attw", () => {
    for (const file of readdirSync(installed).filter((one) => /\.m?js$/.test(one))) {
      const text = readFileSync(join(installed, file), "utf8");
      expect(text, file).not.toMatch(/(?:require\(|from )"(?:vitest|jest|chai|expect)/);
    }
    expect(tool("publint/src/cli.js", ["--strict", installed])).toContain("All good!");
    const attw = tool("@arethetypeswrong/cli/dist/index.js", [packed, "--format", "ascii"]);
    expect(attw).toContain("No problems found");
  });

  it("is imported and required, with the same functions", () => {
    const names = "applyFix check checkFile createErrorReply fixAll stanzas";
    const print =
      'console.log(Object.keys(library).sort().join(" "), library.check("<iq/>").length);';
    const expected = `${names} 2\n`;
    expect(run("a.mjs", `import * as library from "xmpp-stanza"; ${print}`)).toBe(expected);
    expect(run("a.cjs", `const library = require("xmpp-stanza"); ${print}`)).toBe(expected);
    const same = `import { check } from "xmpp-stanza"; import { createRequire } from "node:module";
      console.log(createRequire(import.meta.url)("xmpp-stanza").check === check);`;
    expect(run("b.mjs", same)).toBe("true\n");
  });

  it("checks files, with what the command line says of them", () => {
    writeFileSync(join(home, "a.md"), "# A\n\n```xml\n<iq type='get'/>\n```\n");
    const text = `import { checkFile } from "xmpp-stanza";
      console.log((await checkFile("a.md")).map(({ file, line, rule }) => file + line + rule).join());`;
    expect(run("c.mjs", text)).toBe("a.md4iq-id-missing,a.md4iq-payload\n");
  });

  it.each(["index.mjs", "vitest.mjs", "jest.mjs", "chai.mjs"])(
    "runs in a browser, bundled from %s, with nothing of Node.js",
    async (entry) => {
      const name = `xmpp-stanza${entry === "index.mjs" ? "" : `/${basename(entry, ".mjs")}`}`;
      const browser = {
        bundle: true,
        write: false,
        format: "iife",
        platform: "browser",
        logLevel: "error",
      } as const satisfies BuildOptions;
      const { outputFiles } = await build({
        ...browser,
        stdin: {
          contents: `import * as library from "${name}"; self.library = library;`,
          resolveDir: home,
        },
      });
      const self: Record<string, Record<string, unknown>> = {};
      const context = createContext({ self, TextDecoder, TextEncoder });
      runInContext(outputFiles[0]!.text, context);
      const { library } = self;
      if (entry !== "index.mjs") {
        expect(Object.keys(library!).length).toBe(1);
        return;
      }
      const use = `self.library.check("# A\\n\\n\`\`\`xml\\n<iq type='get'/>\\n\`\`\`\\n", { filename: "a.md" }).length
        + self.library.createErrorReply("<iq type='get' id='a'/>", { condition: "gone" })`;
      expect(runInContext(use, context)).toMatch(/^2<iq type='error'/);
      const refused = runInContext(
        "self.library.checkFile('a').catch(({ message }) => message)",
        context,
      );
      expect(await refused).toContain("checkFile needs Node.js");
    },
  );

  it("has types, for modules and scripts, with each way of finding them", () => {
    const files = readdirSync("test/api/types");
    for (const file of files) copyFileSync(join("test/api/types", file), join(home, file));
    const strict = ["--ignoreConfig", "--noEmit", "--strict", "--target", "es2022"];
    const nodeNext = ["--module", "nodenext", "--types", "node"];
    const bundler = ["--module", "preserve", "--moduleResolution", "bundler", "--types", "node"];
    const skip = ["--skipLibCheck"];
    const tsc = "typescript/bin/tsc";
    expect(tool(tsc, [...strict, ...nodeNext, ...skip, "module.mts"])).toBe("");
    expect(tool(tsc, [...strict, ...bundler, ...skip, "module.mts"])).toBe("");
    expect(
      tool(tsc, [...strict, "--module", "nodenext", "--types", "chai", ...skip, "assertions.mts"]),
    ).toBe("");
    // Without skipping the declarations of the package themselves.
    const script = [...strict, "--module", "nodenext", "--types", "jest,chai", "script.cts"];
    expect(tool(tsc, script)).toBe("");
  });
});

describe("the page about the package", () => {
  it("has examples that run and print what the page says", () => {
    writeFileSync(join(home, "examples.stanza"), "");
    mkdirSync(join(home, "examples"), { recursive: true });
    copyFileSync("test/editors/reply.stanza", join(home, "examples/reply.stanza"));
    const scripts = blocks.filter(
      ({ language, code }) =>
        language === "js" && code.includes("import ") && !code.includes('"chai"'),
    );
    expect(scripts.length).toBe(4);
    for (const { code } of scripts) {
      const expected = [...code.matchAll(/^ *console\.log.*; \/\/ (.*)$/gm)].map(
        ([, text]) => text,
      );
      const lines = run("example.mjs", code).trimEnd().split("\n");
      if (expected.length > 0) expect(lines).toEqual(expected);
      else expect(lines[0]).toMatch(/^examples\/reply\.stanza:\d+: /);
    }
  });

  it("has examples for chai, jest and vitest that pass", () => {
    const chai = blocks.find(({ code }) => code.includes('"chai"'))!;
    expect(run("chai.mjs", chai.code)).toBe("");
    const jest = blocks.find(({ code }) => code.includes("xmpp-stanza/jest"))!;
    const expects = resolve("node_modules/expect");
    const runner = `const { expect } = require(${JSON.stringify(expects)});
      const test = (name, body) => (body(), console.log(name));\n`;
    expect(run("jest.cjs", runner + jest.code)).toBe("the request is as the RFC says\n");
    const vitest = blocks.find(({ code }) => code.includes("xmpp-stanza/vitest"))!;
    writeFileSync(join(home, "a.test.ts"), vitest.code);
    expect(tool("vitest/vitest.mjs", ["run", "a.test.ts"])).toContain("1 passed");
  });

  it("shows the message of a failed expectation as it is", () => {
    const shown = blocks.find(({ language }) => language === "text")!.code;
    const text = `const { matchers } = require("xmpp-stanza/jest");
      const xml = "<iq type='error' id='a'><error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
      console.log(matchers.toBeValidStanza(xml).message());`;
    expect(run("message.cjs", text)).toBe(shown);
  });
});
