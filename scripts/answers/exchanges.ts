/** Transcripts of exchanges with one server: `C:` what a client sent, `S:` what came back. */

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

export interface Exchange {
  /** Name of the file without its ending. */
  readonly file: string;
  readonly software: string;
  readonly request: string;
  /** Stanzas that came back; most often one or none. */
  readonly answers: readonly string[];
}

/** All exchanges of the transcripts in the folder whose names begin with one of the servers. */
export function readExchanges(folder: string, servers: readonly string[]): Exchange[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return files.sort().flatMap((name) => {
    const software = servers.find((server) => name.startsWith(`${server}-`));
    if (!software) return [];
    const file = basename(name, ".txt");
    return exchangesIn(readFileSync(join(folder, name), "utf8")).map((one) => {
      return { file, software, ...one };
    });
  });
}

/** The exchanges of one transcript. */
export function exchangesIn(text: string): Pick<Exchange, "request" | "answers">[] {
  const found: { request: string; answers: string[] }[] = [];
  for (const line of text.split("\n")) {
    const [, side, content = ""] = /^(?:(C|S): )?(.*)$/s.exec(line) ?? [];
    const last = found.at(-1);
    if (side === "C") found.push({ request: content, answers: [] });
    else if (side === "S") last?.answers.push(content);
    else if (last && content !== "") {
      if (last.answers.length === 0) last.request += `\n${content}`;
      else last.answers[last.answers.length - 1] += `\n${content}`;
    }
  }
  return found;
}
