/** What an editor waits for on a large document: opening it, and features besides diagnostics. */

import { SaxesParser } from "saxes";
import { defaultConfiguration } from "../../server/core/config";
import { StanzaDocument } from "../../server/core/document";
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

/** The longest time that the server does not answer while it opens the text, in milliseconds. */
export async function measureBlock(text: string): Promise<number> {
  const editor = await Editor.start();
  let isOpen = false;
  const opened = editor.open(text).then(() => {
    isOpen = true;
  });
  let longest = 0;
  // It has to take the text in first, which is one message.
  await editor.ping();
  while (!isOpen) {
    const start = performance.now();
    await editor.ping();
    longest = Math.max(longest, performance.now() - start);
  }
  await opened;
  await editor.stop();
  return longest;
}

/** Medians of requests in the middle of the text, each behind an edit. */
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
