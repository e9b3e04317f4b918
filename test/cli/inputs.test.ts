/** Files that the arguments name: each once, however it is spelled, without ignored files. */

import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { environment, Folder } from "../support/commandLine";

const wrong = "<iq type='error' id='q1'/>\n";

const checked = (folder: Folder, ...args: string[]) =>
  folder
    .run(["check", "--format", "tsv", ...args])
    .stdout.split("\n")
    .filter(Boolean)
    .map((line) => line.split("\t")[0]!.replaceAll("\\", "/"));

describe("one file is checked once", () => {
  test.each([
    ["its path and the same from here", ["a.xmpp", "./a.xmpp"], "a.xmpp"],
    ["with a way around", ["s/../a.xmpp", "a.xmpp"], "s/../a.xmpp"],
    ["itself and its folder", ["./a.xmpp", "."], "./a.xmpp"],
    ["its folder and a pattern", [".", "*.xmpp"], "a.xmpp"],
  ])("%s", (_, args, name) => {
    using folder = new Folder({ "a.xmpp": wrong, "s/b.txt": "" });
    expect(checked(folder, ...args)).toEqual([name]);
  });

  it("by its absolute path, and through a folder that is a link", () => {
    using folder = new Folder({ "real/a.xmpp": wrong });
    symlinkSync(join(folder.path, "real"), join(folder.path, "link"));
    const absolute = join(folder.path, "real/a.xmpp");
    expect(checked(folder, "real/a.xmpp", absolute, "link/a.xmpp", "link")).toEqual([
      "real/a.xmpp",
    ]);
  });

  it("but two files of one content are two", () => {
    using folder = new Folder({ "a/x.xmpp": wrong, "b/x.xmpp": wrong });
    expect(checked(folder, "a/x.xmpp", "b/x.xmpp")).toEqual(["a/x.xmpp", "b/x.xmpp"]);
  });
});

describe("a pattern", () => {
  test.each<[string, Record<string, string>, string]>([
    ["a configuration ignores", { "xmpp-stanza.json": '{ "ignore": ["old/"] }' }, "old/*.xmpp"],
    [
      "a configuration ignores, one by one",
      { "xmpp-stanza.json": '{ "ignore": ["*.xmpp"] }' },
      "**/*.xmpp",
    ],
    ["git ignores", { ".gitignore": "*.xmpp\n", ".git/HEAD": "" }, "**/*.xmpp"],
  ])("that meets nothing but files that %s is no mistake", (_, files, pattern) => {
    using folder = new Folder({ ...files, "old/a.xmpp": wrong });
    const { status, stdout, stderr } = folder.run(["check", pattern, "--format", "tsv"]);
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(
      /^(?:xmpp-stanza: .* not checked: all files that meet this pattern are ignored\n)?$/,
    );
    const nothing = folder.run(["check", "new/*.xmpp"]);
    expect(nothing).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("no file matches"),
    });
  });
});

describe("what git ignores", () => {
  /** Git without any configuration of the machine, or with that configuration. */
  const git = (cwd: string, ...args: string[]) =>
    execFileSync("git", args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...environment,
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "o",
        GIT_AUTHOR_EMAIL: "o@inn.example",
        GIT_COMMITTER_NAME: "o",
        GIT_COMMITTER_EMAIL: "o@inn.example",
      },
    });
  const env = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const seen = (folder: Folder, cwd = ".", more: NodeJS.ProcessEnv = {}) =>
    folder
      .run(["check", cwd, "--format", "tsv"], { env: { ...env, ...more } })
      .stdout.split("\n")
      .flatMap((line) => line.split("\t")[0] || []);

  it("by info/exclude is left out, in a second work tree too", () => {
    using folder = new Folder({ "main/a.xmpp": wrong, "main/own.xmpp": wrong });
    git(join(folder.path, "main"), "init", "-q");
    git(join(folder.path, "main"), "add", "a.xmpp");
    git(join(folder.path, "main"), "commit", "-q", "-m", "one");
    git(join(folder.path, "main"), "worktree", "add", "-q", "../tree");
    folder.write("main/.git/info/exclude", "own.xmpp\n");
    folder.write("tree/own.xmpp", wrong);
    expect(seen(folder, "main")).toEqual(["main/a.xmpp"]);
    expect(seen(folder, "tree")).toEqual(["tree/a.xmpp"]);
  });

  it("by core.excludesFile is left out, wherever that is configured", () => {
    using folder = new Folder({
      "main/a.xmpp": wrong,
      "main/mine.xmpp": wrong,
      excluded: "mine.xmpp\n",
    });
    const main = join(folder.path, "main");
    git(main, "init", "-q");
    expect(seen(folder, "main")).toEqual(["main/a.xmpp", "main/mine.xmpp"]);
    git(main, "config", "core.excludesFile", join(folder.path, "excluded"));
    expect(seen(folder, "main")).toEqual(["main/a.xmpp"]);
    git(main, "config", "--unset", "core.excludesFile");
    folder.write(
      "user",
      `[user]\n\tname = "o" # me\n[core]\n\teditor = vi\n\tExcludesFile = "~/excluded" ; mine\n`,
    );
    const user = { GIT_CONFIG_GLOBAL: join(folder.path, "user"), HOME: folder.path };
    expect(seen(folder, "main", user)).toEqual(["main/a.xmpp"]);
  });

  it("by the usual file of the user is left out", () => {
    using folder = new Folder({
      "main/a.xmpp": wrong,
      "main/mine.xmpp": wrong,
      "config/git/ignore": "mine.*\n",
    });
    git(join(folder.path, "main"), "init", "-q");
    const user = { XDG_CONFIG_HOME: join(folder.path, "config") };
    expect(seen(folder, "main", user)).toEqual(["main/a.xmpp"]);
  });

  it("is left out in a current folder inside the repository, too", () => {
    using folder = new Folder({
      ".gitignore": "mine.*\n",
      "s/a.xmpp": wrong,
      "s/mine.xmpp": wrong,
    });
    mkdirSync(join(folder.path, ".git"));
    using inside = { path: join(folder.path, "s"), [Symbol.dispose]() {} };
    const { stdout } = Folder.prototype.run.call(
      inside as Folder,
      ["check", ".", "--format", "tsv"],
      { env },
    );
    expect(stdout).toBe("a.xmpp\t1\terror-child-missing\n");
  });

  it("is less in the nearer file, which may take something back", () => {
    using folder = new Folder({
      ".git/info/exclude": "*.tmp.xmpp\n",
      ".gitignore": "!kept.tmp.xmpp\n",
      "a.tmp.xmpp": wrong,
      "kept.tmp.xmpp": wrong,
    });
    expect(seen(folder)).toEqual(["kept.tmp.xmpp"]);
  });
});
