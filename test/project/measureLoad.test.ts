/** Files that a server loads before its first diagnostics, and those that it loads on demand. */

import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

interface Loaded {
  readonly files: readonly string[];
  readonly codes: readonly string[];
}
type Load = (
  dist: string,
  text?: string,
  requests?: readonly (readonly [method: string, params: object])[],
) => Promise<Loaded>;

const script = join(process.cwd(), "scripts/package/measureLoad.mjs");
const {
  loadedByProcess,
  loadedByWorker,
  usual,
}: Record<"loadedByProcess" | "loadedByWorker", Load> & {
  readonly usual: string;
} = await import(pathToFileURL(script).href);

const dist = join(process.cwd(), "dist");
const sizeOf = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
const parts = ({ files }: Loaded) => files.filter((file) => file.startsWith("part-")).sort();

describe.each([
  ["a process", loadedByProcess],
  ["a browser's worker", loadedByWorker],
])("the server as %s", (_, load) => {
  it("loads less than 300 KB before it has checked usual stanzas", async () => {
    const loaded = await load(dist);
    expect(loaded.codes).toEqual(["error-type-missing"]);
    // In few files: each is looked for, opened and read.
    expect(loaded.files.length).toBeLessThan(10);
    expect(sizeOf(loaded.files)).toBeGreaterThan(100_000);
    expect(sizeOf(loaded.files)).toBeLessThan(300_000);
    expect(parts(loaded)).toEqual([]);
  });

  it.each([
    ["textDocument/hover", { position: { line: 8, character: 6 } }],
    ["textDocument/completion", { position: { line: 4, character: 3 } }],
    ["textDocument/documentSymbol", {}],
    ["textDocument/formatting", { options: { tabSize: 2, insertSpaces: true } }],
  ])("loads its features for the first %s", async (method, params) => {
    expect(parts(await load(dist, usual, [[method, params]]))).toContain("part-features.js");
  });

  it("loads the strict reader with the first stanza that is not plain", async () => {
    const loaded = await load(dist, "<message><!-- a --><subject/></message>\n<iq type='get'/>");
    expect(loaded.codes).toEqual(["iq-id-missing", "iq-payload"]);
    expect(parts(loaded)).toEqual(["part-strictReader.js"]);
  });

  it("loads the suggestions with the first misspelt condition", async () => {
    const loaded = await load(dist, usual.replace("item-not-found", "item-not-fuond"));
    expect(loaded.codes).toEqual(["error-type-missing", "condition-unknown"]);
    // The name may be a condition of another error family.
    expect(parts(loaded)).toEqual(["part-families.js", "part-suggestions.js"]);
  });

  it("loads the suppressions with the first directive", async () => {
    const silenced = `<!-- xmpp-stanza-disable-file error-type-missing -->\n${usual}`;
    const loaded = await load(dist, silenced);
    expect(loaded.codes).toEqual([]);
    // They name rules, also those of error families.
    expect(parts(loaded)).toEqual(["part-families.js", "part-suppressions.js"]);
  });

  it("loads the extensions with the first application-specific condition", async () => {
    const text = usual.replace(
      "<text",
      "<closed-node xmlns='http://jabber.org/protocol/pubsub#errors'/><text",
    );
    const loaded = await load(dist, text);
    expect(loaded.codes).toEqual(["error-type-missing", "app-condition-pairing"]);
    expect(parts(loaded)).toEqual(["part-appConditions.js"]);
  });
});
