/** The command line, when a rule throws: the run goes on, and does not look successful. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runCheck } from "../../server/cli/checkCommand";
import { checkOf } from "../support/checks";
import { Folder } from "../support/commandLine";

const texts = {
  "a.stanza": "<iq type='bogus'/>\n<iq type='bogus'/>\n",
  "b.stanza": "<iq type='bogus' id='1'/>\n",
};

let printed: Record<"stdout" | "stderr", string>;

beforeEach(() => {
  printed = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    });
  }
  vi.spyOn(checkOf("stanza-type-invalid", "stanza"), "run").mockImplementation(() => {
    throw new Error("boom");
  });
});

afterEach(() => vi.restoreAllMocks());

/** Here and not as a process, because it is this process in which the rule is broken. */
function check(folder: Folder, values = {}): Promise<number> {
  const files = Object.keys(texts).map((name) => `${folder.path}/${name}`);
  const all = { format: "tsv" as const, noConfig: true, ...values };
  return runCheck(all, files, { language: "en", isLanguageAsked: true });
}

test("prints the findings of the other rules, and names the failed rule once", async () => {
  using folder = new Folder(texts);
  expect(await check(folder)).toBe(2);
  const rules = printed.stdout
    .trim()
    .split("\n")
    .map((line) => line.split("\t").at(-1));
  expect(rules).toEqual(["iq-id-missing", "iq-id-missing"]);
  const told = printed.stderr.split("\n").filter((line) => line.startsWith("xmpp-stanza:"));
  expect(told).toEqual([
    `xmpp-stanza: ${folder.path}/a.stanza: the rule stanza-type-invalid failed, the others did not. This is a mistake in xmpp-stanza.`,
  ]);
  // The place of the failure, for its repair.
  expect(printed.stderr).toMatch(/^Error: boom\n +at .*failingRules\.test\.ts/m);
});

test("a result without that rule is not kept", async () => {
  using folder = new Folder(texts);
  const values = { cacheLocation: `${folder.path}/cache` };
  expect(await check(folder, values)).toBe(2);
  vi.restoreAllMocks();
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed.stdout += String(text);
    return true;
  });
  printed.stdout = "";
  expect(await check(folder, values)).toBe(1);
  expect(printed.stdout.split("stanza-type-invalid")).toHaveLength(4);
});
