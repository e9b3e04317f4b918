/** Waiting times of an editor on a large document: opening it, and features besides diagnostics. */

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { CancellationToken, CancellationTokenSource } from "vscode-languageserver/node";
import { defaultConfiguration } from "../../server/core/check/config";
import { StanzaDocument } from "../../server/core/document/document";
import { Editor } from "./editor";
import { median } from "./median";

/** Milliseconds in one process, both when the code is warm: saxes alone, and the findings of the document. */
export function measureOpening(text: string, runs: number): { saxes: number; findings: number } {
  const saxes: number[] = [];
  const findings: number[] = [];
  for (let run = -1; run < runs; run++) {
    let start = performance.now();
    const parser = new SaxesParser({ xmlns: true });
    parser.write(text).close();
    const alone = performance.now() - start;
    start = performance.now();
    new StanzaDocument(text, defaultConfiguration).findings();
    const found = performance.now() - start;
    if (run < 0) continue;
    saxes.push(alone);
    findings.push(found);
  }
  return { saxes: median(saxes), findings: median(findings) };
}

/**
 * Longest time for which the server's event loop is blocked while it opens the text, in milliseconds; the median of
 * some runs.
 * @param folder for a file
 */
export async function measureBlock(text: string, runs: number, folder: string): Promise<number> {
  const file = join(folder, "block");
  const reporter = ["--require", join(process.cwd(), "test/bench/blockReporter.cjs")];
  const blocks: number[] = [];
  for (let run = 0; run < runs; run++) {
    const editor = await Editor.start(reporter, { XMPP_STANZA_BLOCK_FILE: file });
    const longest = async () => {
      rmSync(file, { force: true });
      editor.server.kill("SIGUSR2");
      while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 10));
      return Number(readFileSync(file, "utf8"));
    };
    // To load the program is not to open a text.
    await editor.ping();
    await longest();
    await editor.open(text);
    blocks.push(await longest());
    await editor.stop();
  }
  return median(blocks);
}

/**
 * Time until a check that is cancelled soon after its beginning has stopped, as a fraction of the whole check; the
 * median of some runs. 1 means that it does not stop at all.
 */
export async function measureCancelling(text: string, runs: number): Promise<number> {
  const editor = await Editor.start();
  const { connection } = editor;
  const parts: number[] = [];
  for (let run = -1; run < runs; run++) {
    /** Opens the text as another document; gives what has it checked, and resolves when it is cut into stanzas. */
    const open = async (uri: string) => {
      const textDocument = { uri, languageId: "xmpp-stanza", version: 1, text };
      await connection.sendNotification("textDocument/didOpen", { textDocument });
      const position = { line: 0, character: 0 };
      await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
      return (token: CancellationToken) =>
        connection.sendRequest("textDocument/codeLens", { textDocument: { uri } }, token);
    };
    const check = await open(`file:///bench/whole${run}.xmpp`);
    let start = performance.now();
    await check(CancellationToken.None);
    const whole = performance.now() - start;
    const source = new CancellationTokenSource();
    const checkAgain = await open(`file:///bench/cancelled${run}.xmpp`);
    const cancelled = checkAgain(source.token).then(
      () => undefined,
      () => undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, whole / 10));
    start = performance.now();
    source.cancel();
    await cancelled;
    if (run >= 0) parts.push((performance.now() - start) / whole);
    for (const kind of ["whole", "cancelled"]) {
      const textDocument = { uri: `file:///bench/${kind}${run}.xmpp` };
      await connection.sendNotification("textDocument/didClose", { textDocument });
    }
  }
  await editor.stop();
  return median(parts);
}

/** Medians of requests in the middle of the text, each after an edit. */
export async function measureFeatures(text: string, runs: number): Promise<Map<string, number>> {
  const editor = await Editor.start();
  await editor.open(text);
  const lines = text.split("\n");
  const line = lines.findIndex(
    (one, index) => index >= lines.length >> 1 && one.includes("<body>"),
  );
  const character = lines[line]!.indexOf("<body>") + 3;
  const position = { line, character };
  const requests: readonly (readonly [string, object])[] = [
    ["textDocument/hover", { position }],
    ["textDocument/completion", { position: { line, character: character - 2 } }],
    ["textDocument/codeLens", {}],
    ["textDocument/documentSymbol", {}],
    ["textDocument/foldingRange", {}],
    ["textDocument/documentLink", {}],
  ];
  const times = new Map<string, number[]>(requests.map(([method]) => [method, []]));
  for (let run = -1; run < runs; run++) {
    await editor.change(line, character + 10, 0, "x");
    await editor.diagnostics();
    for (const [method, parameters] of requests) {
      const start = performance.now();
      await editor.request(method, parameters);
      if (run >= 0) times.get(method)!.push(performance.now() - start);
    }
  }
  await editor.stop();
  return new Map(
    [...times].map(([method, all]) => [method.slice("textDocument/".length), median(all)]),
  );
}
