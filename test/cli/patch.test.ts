/** The program `patch` takes what `check --fix-dry-run` prints: afterwards the files are as `--fix` would have written them. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Folder } from "../support/commandLine";

const gone = "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>";
const broken = `<message type='error'>\n  <error>\n    ${gone}\n  </error>\n</message>\n`;

const hasPatch = spawnSync("patch", ["--version"], { input: "" }).status === 0;
const isPosix = process.platform !== "win32";

/** Applies the diff with `patch`, and compares with `--fix`. */
function compare(name: string, content: string | Uint8Array): void {
  using patched = new Folder({ [name]: content });
  using fixed = new Folder({ [name]: content });
  const { stdout, stderr } = patched.run(["check", ".", "--fix-dry-run"]);
  expect(stderr).toBe("");
  const { status, stdout: said } = spawnSync("patch", ["-p0", "--binary", "--force"], {
    cwd: patched.path,
    input: stdout,
    encoding: "utf8",
  });
  expect(status, said).toBe(0);
  fixed.run(["check", ".", "--fix"]);
  const bytes = readFileSync(join(fixed.path, name));
  expect(bytes).not.toEqual(Buffer.from(content));
  expect(readFileSync(join(patched.path, name))).toEqual(bytes);
}

describe.skipIf(!hasPatch)("patch writes the same as --fix", () => {
  test.each([
    "my file.xmpp",
    "a folder/of mine/my file.xmpp",
    "ends with space .xmpp",
    "ä 麗.xmpp",
    "a\tb.xmpp",
    ...(isPosix
      ? ['the "file".xmpp', "back\\slash.xmpp", "two\nlines.xmpp", "e\u001b[31mred.xmpp"]
      : []),
    "right\u202eleft.xmpp",
  ])("in a file of the name %j", (name) => compare(name, broken));

  test.each([
    ["a byte order mark", `\ufeff${broken}`],
    ["a byte order mark far from the change", `\ufeff${"\n".repeat(9)}${broken}`],
    ["CR LF", broken.replaceAll("\n", "\r\n")],
    ["no line end at its end", broken.trimEnd()],
    ["a lone CR, a form feed and a line separator", `a\rb\fc\u2028d\n${broken}`],
  ])("in a file with %s", (_, content) => compare("a.xmpp", content));
});

test("a file of UTF-16 has a notice that patch cannot apply its diff", () => {
  using folder = new Folder({ "a.xmpp": Buffer.from(`\ufeff${broken}`, "utf16le") });
  const { status, stdout, stderr } = folder.run(["check", "a.xmpp", "--fix-dry-run"]);
  expect(status).toBe(1);
  expect(stdout).toContain("+  <error type='cancel'>");
  expect(stderr).toBe(
    "xmpp-stanza: a.xmpp: is UTF-16LE text, which patch cannot change; use --fix\n",
  );
});
