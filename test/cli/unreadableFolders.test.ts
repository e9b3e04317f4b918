/** Folders that the user may not search, list or write: they are named, and the rest is checked. */

import { chmodSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  HostileRepository,
  isRoot,
  nobody,
  reasonNotToRunAs,
  self,
} from "../support/hostileRepository";

const isPosix = process.platform !== "win32";
// Root may read everything.
const user = isRoot ? nobody : self;
const obstacle = isPosix ? reasonNotToRunAs(user) : "Windows has no such modes";

/** A repository with a folder `b` of that mode, given to the user. */
function repositoryWith(mode: number): HostileRepository {
  const repository = new HostileRepository(user);
  repository.write("b/c.xmpp", "<message type='x'/>\n");
  repository.write("d/e.xmpp", "<message type='x'/>\n");
  repository.giveAway();
  chmodSync(repository.at("b"), mode);
  return repository;
}

describe.skipIf(obstacle !== undefined)("a folder is named, and the rest is checked", () => {
  test.for([
    ["neither be listed nor searched", 0o000, "."],
    ["be listed, but not searched", 0o444, "."],
    ["be searched, but not listed", 0o111, "."],
    ["neither be listed nor searched, by a pattern", 0o000, "**/*.xmpp"],
    ["be listed, but not searched, by a pattern", 0o444, "**/*.xmpp"],
  ] as const)("that may %s", ([, mode, path]) => {
    using repository = repositoryWith(mode);
    const { status, stdout, stderr } = repository.run(["check", path, "--format", "tsv"]);
    chmodSync(repository.at("b"), 0o755);
    expect(stderr).toBe("xmpp-stanza: b: reading it is not permitted\n");
    expect(stdout).toContain("d/e.xmpp\t1\tstanza-type-invalid\n");
    expect(status).toBe(2);
  });

  test("and the rest is repaired", () => {
    using repository = repositoryWith(0o000);
    repository.run(["check", ".", "--fix"]);
    chmodSync(repository.at("b"), 0o755);
    expect(readFileSync(repository.at("a.xmpp"), "utf8")).toContain("type='cancel'");
  });

  test("unless it is ignored", () => {
    using repository = repositoryWith(0o000);
    repository.write("xmpp-stanza.json", '{ "ignore": ["b/"] }');
    const { stderr } = repository.run(["check", ".", "--format", "tsv"]);
    chmodSync(repository.at("b"), 0o755);
    expect(stderr).toBe("");
  });
});

describe.skipIf(obstacle !== undefined)("in a folder that may not be written", () => {
  const message = "is in a folder that may not be written; left unchanged\n";

  test("--fix leaves the files, and says why", () => {
    using repository = repositoryWith(0o555);
    repository.write("b/f.xmpp", "<presence type='available'/>\n");
    repository.giveAway();
    const { status, stderr } = repository.run(["check", "b/f.xmpp", "--fix"]);
    expect(stderr).toBe(`xmpp-stanza: b/f.xmpp: ${message}`);
    expect(status).toBe(2);
    expect(readFileSync(repository.at("b/f.xmpp"), "utf8")).toContain("available");
    chmodSync(repository.at("b"), 0o755);
  });

  test("--cache says that nothing is kept", () => {
    using repository = repositoryWith(0o555);
    const { status, stderr } = repository.run(["check", "a.xmpp", "--cache-location", "b/kept"]);
    expect(stderr).toBe(`xmpp-stanza: b/kept: ${message}`);
    expect(status).toBe(2);
    chmodSync(repository.at("b"), 0o755);
  });
});
