/** The clients of docs/filter.md, run with the languages that are installed. */

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { environment, Folder, programFolder } from "../support/commandLine";

const page = readFileSync("docs/filter.md", "utf8");
const blocksOf = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, code = ""]) => code,
  );

const env = { ...environment, PATH: `${programFolder()}:${process.env.PATH}` };

/** False where there is no such program. */
function isThere(program: string, option = "--version"): boolean {
  return spawnSync(program, [option], { env }).status === 0;
}

function run(folder: Folder, program: string, ...args: string[]): string {
  const home = { HOME: process.env.HOME, GOCACHE: join(folder.path, "cache"), GOFLAGS: "-mod=mod" };
  return execFileSync(program, args, {
    cwd: folder.path,
    env: { ...env, ...home },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

describe("the client for", () => {
  it("each language has a program and a test", () => {
    for (const language of ["python", "java", "go", "rust"]) {
      expect(blocksOf(language).length, language).toBe(2);
    }
  });

  it.runIf(isThere("python3"))("Python finds what is wrong", () => {
    const [client, tests] = blocksOf("python");
    const calls = "test_request()\ntest_request_without_id()\nprint('passed')\n";
    using folder = new Folder({ "test_stanzas.py": `${client}\n${tests}\n${calls}` });
    expect(run(folder, "python3", "test_stanzas.py")).toBe("passed\n");
  });

  it.runIf(isThere("javac", "-version"))("Java finds what is wrong", () => {
    const [client, tests] = blocksOf("java");
    // The part of JUnit that the test uses.
    const main = `class Main {
      @interface Test {}
      final Stanzas stanzas = new Stanzas();
      Main() throws IOException {}
      static void assertTrue(boolean isSo, String message) { if (!isSo) throw new AssertionError(message); }
      ${tests}
      public static void main(String[] args) throws IOException {
        Main main = new Main();
        main.request();
        System.out.println(main.stanzas.check("<iq type='get'><é/></iq>"));
        System.exit(0);
      }
    }`;
    using folder = new Folder({ "Main.java": `${client}\n${main}` });
    run(folder, "javac", "-encoding", "UTF-8", "Main.java");
    expect(JSON.parse(run(folder, "java", "Main")).findings[0].rule).toBe("iq-id-missing");
  });

  it.runIf(isThere("go", "version"))("Go finds what is wrong", () => {
    const [client, tests] = blocksOf("go");
    using folder = new Folder({
      "go.mod": "module stanzas\n",
      "stanzas.go": client!,
      "stanzas_test.go": `package stanzas\n\nimport "testing"\n\n${tests}`,
    });
    expect(run(folder, "go", "test")).toContain("PASS");
  });

  it.runIf(isThere("rustc"))("Rust finds what is wrong", () => {
    using folder = new Folder({ "stanzas.rs": blocksOf("rust").join("\n") });
    run(folder, "rustc", "--test", "--edition", "2021", "stanzas.rs");
    expect(run(folder, join(folder.path, "stanzas"))).toContain("1 passed");
  });
});
