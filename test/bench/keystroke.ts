/** One key, from the change to the answered diagnostics, through the real server. */

import { Editor } from "./editor";
import { generateStanzas } from "./generate";
import { median } from "./median";

export interface KeystrokeTimes {
  readonly size: number;
  /** One of this many stanzas has a mistake; 0 for none. */
  readonly mistakes: number;
  /** Milliseconds, medians. */
  readonly letter: number;
  readonly tag: number;
  readonly open: number;
  /** Megabytes resident when it was opened, and at the end. */
  readonly memory: readonly (number | undefined)[];
}

/** @param edits so many of a letter in a text, and so many that break and mend a tag */
export async function measureKeystrokes(
  size: number,
  mistakes: number,
  edits: number,
): Promise<KeystrokeTimes> {
  const text = generateStanzas(size, mistakes);
  const editor = await Editor.start();
  const started = performance.now();
  await editor.open(text);
  const open = performance.now() - started;
  const first = await editor.memory();
  const lines = text.split("\n");
  const from = lines.length >> 1;
  const line = lines.findIndex((one, index) => index >= from && one.includes("<body>"));
  const inText = lines[line]!.indexOf("<body>") + 10;
  const inTag = lines[line]!.indexOf("</body>") + 6;
  const timed = async (character: number, removed: number, newText: string) => {
    const before = performance.now();
    await editor.change(line, character, removed, newText);
    await editor.diagnostics();
    return performance.now() - before;
  };
  const letters: number[] = [];
  const tags: number[] = [];
  for (let i = 0; i < edits; i++) {
    letters.push(await timed(inText, 0, "x"));
    letters.push(await timed(inText, 1, ""));
    tags.push(await timed(inTag, 1, ""));
    tags.push(await timed(inTag, 0, ">"));
  }
  const memory = [first, await editor.memory()];
  await editor.stop();
  return { size, mistakes, letter: median(letters), tag: median(tags), open, memory };
}
