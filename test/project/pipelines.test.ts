/** Files of this repository that other pipelines read: the action, the hooks, and the package that hooks install. */

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json";
import { cli, Folder } from "../support/commandLine";

interface Step {
  readonly name: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const action: { inputs: Record<string, unknown>; runs: { steps: Step[] } } = parse(
  readFileSync("action.yml", "utf8"),
);
const hooks: Hook[] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8"));
const { steps } = action.runs;

const mistake = "<iq type='result'/>\n";

describe("the action", () => {
  it("puts nothing into the text of a script", () => {
    const scripts = steps.flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) expect(script).not.toContain("${{");
  });

  it("uses every input, and no other", () => {
    const used = [...JSON.stringify(steps).matchAll(/inputs\.(\w+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  /** Runs the step with a command line in whose place the arguments are written down. */
  function argumentsOf(inputs: Readonly<Record<string, string>>, status = 0) {
    const step = steps.find(({ name }) => name === "Check");
    using folder = new Folder({
      "cli.js": `console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = ${status};`,
      outputs: "",
    });
    const { status: ended, stderr } = spawnSync("bash", ["-eo", "pipefail", "-c", step!.run!], {
      cwd: folder.path,
      encoding: "utf8",
      env: {
        ...process.env,
        CLI: "cli.js",
        PATHS: ".",
        CONFIG: "",
        ARGS: "",
        ...inputs,
        RUNNER_TEMP: folder.path,
        GITHUB_OUTPUT: "outputs",
      },
    });
    expect([ended, stderr]).toEqual([0, ""]);
    const lines = readFileSync(join(folder.path, "outputs"), "utf8").trim().split("\n");
    const outputs = Object.fromEntries(lines.map((line) => line.split("=")));
    const given: string[] = JSON.parse(readFileSync(outputs.sarif!, "utf8"));
    const names = readdirSync(folder.path);
    return { given, status: outputs.status, written: outputs.written, names };
  }

  const checked = process.platform === "win32" ? it.skip : it;

  checked("hands the inputs over as they are, whatever is in them", () => {
    const { given, names } = argumentsOf({
      PATHS: "a b\n$(touch broken)\n--fix\n\n`touch broken`",
      ARGS: "--max-warnings=0\n--rule=xml-comment=error; touch broken",
      CONFIG: '"; touch broken; "',
    });
    expect(given).toEqual([
      "check",
      "--format",
      "sarif",
      '--config="; touch broken; "',
      "--max-warnings=0",
      "--rule=xml-comment=error; touch broken",
      "--",
      "a b",
      "$(touch broken)",
      "--fix",
      "`touch broken`",
    ]);
    expect(names).not.toContain("broken");
  });

  checked("goes on to the upload after findings, and keeps the status for its end", () => {
    expect(argumentsOf({}, 1)).toMatchObject({ status: "1", written: "true" });
    const last = steps.at(-1);
    const { status } = spawnSync("bash", ["-c", last!.run!], {
      env: { ...process.env, STATUS: "2" },
    });
    expect(status).toBe(2);
  });
});

describe("the hooks for pre-commit", () => {
  it("run the command of the package, built from the repository", () => {
    expect(hooks.map(({ id }) => id)).toEqual(["xmpp-stanza", "xmpp-stanza-fix"]);
    for (const { entry, language } of hooks) {
      expect(language).toBe("node");
      expect(Object.keys(packageJson.bin)).toContain(entry.split(" ")[0]);
    }
    expect(packageJson.scripts.prepare).toBe(packageJson.scripts.build);
    // Else what the build prints is taken for a part of the package's name.
    expect(readFileSync(".npmrc", "utf8")).toMatch(/^foreground-scripts=false$/m);
  });

  it("take the files that the command line takes in folders", () => {
    for (const { files } of hooks) {
      const pattern = new RegExp(files);
      for (const name of ["a.stanza", "b/c.xmpp", "d.stanza.xml", "e.xml"]) {
        expect(pattern.test(name), name).toBe(true);
      }
      for (const name of ["a.stanza.orig", "xml", "b.xmlx"]) {
        expect(pattern.test(name), name).toBe(false);
      }
    }
  });

  it.each([
    ["xmpp-stanza", mistake],
    ["xmpp-stanza-fix", "<iq type='error' id='a'><error/></iq>\n"],
  ])("%s fails on a file with a mistake, and not on one without", (id, text) => {
    const [, ...args] = hooks.find((hook) => hook.id === id)!.entry.split(" ");
    using folder = new Folder({ "bad.stanza": text, "good.stanza": "<presence/>\n" });
    expect(folder.run([...args, "bad.stanza"]).status).toBe(1);
    expect(folder.run([...args, "good.stanza"]).status).toBe(0);
  });
});

describe("the package that is installed", () => {
  const paths: string[] = packed();

  it("holds the built files that the command line and the server need, and no others", () => {
    expect(paths).toEqual(expect.arrayContaining(["dist/cli.js", "dist/server.js", "LICENSE"]));
    const others = paths.filter((path) => !/^dist\/[\w-]+\.js$/.test(path));
    expect(others.sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "README.zh-cn.md",
      "THIRD-PARTY-NOTICES",
      "package.json",
    ]);
    expect(paths).not.toContain("dist/client.js");
  });

  it("runs without anything else, in every place where something is loaded later", () => {
    using folder = new Folder();
    for (const path of paths) folder.write(path, readFileSync(path));
    folder.write("work/a.stanza", mistake);
    const command = join(folder.path, "dist/cli.js");
    if (process.platform !== "win32") chmodSync(command, 0o755);
    const start = (...args: string[]) =>
      spawnSync(process.execPath, [command, ...args], { cwd: folder.path, encoding: "utf8" });
    expect(start("check", "work").status).toBe(1);
    expect(start("check", "--fix-dry-run", "work").stderr).toBe("");
    expect(start("diagram", "work/a.stanza").status).toBe(0);
    expect(start("reply", "--condition", "conflict", "work/a.stanza").stderr).not.toContain(
      "Cannot",
    );
  });

  function packed(): string[] {
    expect(existsSync(cli)).toBe(true);
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const args = ["pack", "--dry-run", "--json", "--ignore-scripts", "--offline"];
    const [one] = JSON.parse(
      execFileSync(npm, args, {
        encoding: "utf8",
        stdio: "pipe",
        shell: process.platform === "win32",
      }),
    );
    return one.files.map(({ path }: { path: string }) => path);
  }
});
