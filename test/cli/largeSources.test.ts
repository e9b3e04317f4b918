/** Markdown and code that are far larger than people write them: checked in the memory of plain files. */

import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { cli, environment, Folder } from "../support/commandLine";

const isLong = process.env.XMPP_STANZA_LONG === "1";

/** In bytes; the command line reads files of more than 11 MB in parts. */
const size = isLong ? 33_000_000 : 11_500_000;

/** Limit of what is kept between two collections of garbage, in megabytes: a third of the largest of these files. */
const OLD_SPACE = 100;

const wrong = "<message id='1' type='error'><error/></message>";

function repeat(piece: string): string {
  return piece.repeat(Math.ceil(size / piece.length));
}

interface Case {
  readonly file: string;
  readonly text: () => string;
  /** Number of findings. */
  readonly count: number;
}

const quick: Readonly<Record<string, Case>> = {
  "Markdown with a wrong stanza in each block": {
    file: "a.md",
    text: () => repeat(`\`\`\`xml\n${wrong}\n\`\`\`\n\n`),
    count: 10_001,
  },
  "JavaScript with a wrong stanza in each statement": {
    file: "a.js",
    text: () => repeat(`const a = "${wrong}";\n`),
    count: 10_001,
  },
  "Python with a wrong stanza in each statement": {
    file: "a.py",
    text: () => repeat(`a = "${wrong}"\n`),
    count: 10_001,
  },
};

const long: Readonly<Record<string, Case>> = {
  "Markdown that is one list": {
    file: "a.md",
    text: () => `${repeat("- item\n- `x`\n")}\n\`\`\`xml\n${wrong}\n\`\`\`\n`,
    count: 2,
  },
  "Markdown that is one item of a list": {
    file: "a.md",
    text: () => `1. step\n\n${repeat("   - item\n")}   \`\`\`xml\n   ${wrong}\n   \`\`\`\n`,
    count: 2,
  },
  "JavaScript that is one statement": {
    file: "a.js",
    text: () => `export default [\n${repeat("  'words', 1 + 2,\n")}"${wrong}"];\n`,
    count: 2,
  },
  "Python that is one statement": {
    file: "a.py",
    text: () => `a = [\n${repeat("    'words', 1 + 2,\n")}    "${wrong}"]\n`,
    count: 2,
  },
};

describe("memory is in proportion to a part, not to the file", () => {
  test.each(Object.entries(isLong ? { ...quick, ...long } : quick))("%s", (_, one) => {
    const sources = { javascript: true, python: true };
    using folder = new Folder({
      [one.file]: one.text(),
      "xmpp-stanza.json": JSON.stringify({ root: true, sources }),
    });
    const flag = `--max-old-space-size=${OLD_SPACE}`;
    const args = [flag, cli, "check", one.file, "--format", "tsv"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: folder.path,
      env: environment,
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout.split("\n")).toHaveLength(one.count + 1);
  });
});
