/** Completion scripts, each run by its shell as a person has it: words are typed, and Tab is pressed. */

import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { environment, Folder, programFolder, run } from "../support/commandLine";

/** The proposals for the last of the words, which is being typed. */
function complete(...words: string[]): string[] {
  const { status, stdout, stderr } = run(["complete", "--", ...words]);
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.split("\n").flatMap((line) => line.split("\t")[0] || []);
}

describe("what is proposed", () => {
  it("are commands first", () => {
    expect(complete("")).toEqual(
      expect.arrayContaining(["check", "reply", "diagram", "rules", "explain", "completions"]),
    );
    expect(complete("che")).toEqual(["check"]);
  });

  it("are the options of the command, but for those that are given already", () => {
    expect(complete("check", "--max")).toEqual(["--max-warnings"]);
    expect(complete("check", "a.xmpp", "--quiet", "--")).not.toContain("--quiet");
    expect(complete("diagram", "--")).not.toContain("--fix");
  });

  it("are the values of an option", () => {
    expect(complete("check", "--format", "js")).toEqual(["json", "json-report", "jsonl"]);
    expect(complete("completions", "")).toEqual(["bash", "zsh", "fish"]);
  });

  it("is nothing where a file is wanted, so that the shell proposes files", () => {
    expect(complete("check", "")).toEqual([]);
    expect(complete("check", "--config", "")).toEqual([]);
  });
});

const has = (shell: string) => spawnSync(shell, ["-c", "exit 0"]).status === 0;

/** A shell's answer to a script of its own. */
function runIn(shell: string, script: string, folder: Folder): string {
  const { stdout, stderr } = spawnSync(shell, ["-c", script], {
    cwd: folder.path,
    env: { ...environment, PATH: `${programFolder()}:${process.env.PATH}` },
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return stdout;
}

describe.skipIf(!has("bash"))("in bash", () => {
  const press = (folder: Folder, ...words: string[]) => {
    const quoted = ["xmpp-stanza", ...words].map((word) => `'${word}'`).join(" ");
    const script = `source <(xmpp-stanza completions bash); source <(xmpp-stanza completions bash)
      COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _xmpp_stanza; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return runIn("bash", script, folder).split("\n").filter(Boolean);
  };

  it("commands, options and values are proposed", () => {
    using folder = new Folder();
    expect(press(folder, "di")).toEqual(["diagram"]);
    expect(press(folder, "reply", "--te")).toEqual(["--text", "--text-lang"]);
    expect(press(folder, "check", "--format", "sa")).toEqual(["sarif"]);
  });

  it("a word that would be a command is no more than a word", () => {
    using folder = new Folder();
    press(folder, "check", "$(touch owned)", "`touch owned`;touch owned", "--for");
    expect(runIn("bash", "ls", folder)).toBe("");
  });
});

describe.skipIf(!has("zsh"))("in zsh", () => {
  it("the script is read, and knows the program", () => {
    using folder = new Folder();
    const script = `autoload -U compinit; compinit -D -u
      source <(xmpp-stanza completions zsh); print -r -- $_comps[xmpp-stanza]`;
    expect(runIn("zsh", script, folder)).toBe("_xmpp_stanza\n");
  });

  it("commands are proposed with their summaries", () => {
    using folder = new Folder();
    const script = `autoload -U compinit; compinit -D -u; source <(xmpp-stanza completions zsh)
      _describe() { print -rl -- "\${(@P)2}" }; _files() { print files }
      words=(xmpp-stanza che); CURRENT=2; _xmpp_stanza
      words=(xmpp-stanza check ''); CURRENT=3; _xmpp_stanza`;
    expect(runIn("zsh", script, folder)).toBe("check:Check the stanzas in files\nfiles\n");
  });
});

describe.skipIf(!has("fish"))("in fish", () => {
  const press = (folder: Folder, line: string) =>
    runIn("fish", `xmpp-stanza completions fish | source; complete -C "${line}"`, folder)
      .split("\n")
      .flatMap((one) => one.split("\t")[0] || []);

  it("commands, options, values and files are proposed", () => {
    using folder = new Folder({ "conversation.xmpp": "" });
    expect(press(folder, "xmpp-stanza dia")).toEqual(["diagram"]);
    expect(press(folder, "xmpp-stanza check --max")).toEqual(["--max-warnings"]);
    expect(press(folder, "xmpp-stanza check --format sa")).toContain("sarif");
    expect(press(folder, "xmpp-stanza check conv")).toEqual(["conversation.xmpp"]);
  });
});
