/** Records the stanzas of a connection as a log, which editors open with its chart. */

import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { extname } from "node:path";
import type { Side } from "./join";
import type { ReadElement } from "./streamReader";

/** The words of logs for what a client sends, and for what it gets. */
export const directionWords: Readonly<Record<Side, string>> = { client: "SENT", server: "RECV" };

/** The file of a connection: that of the first is as it is named, others have a number. */
export function recordingName(path: string, connection: number): string {
  if (connection === 1) return path;
  const ending = extname(path);
  return `${path.slice(0, path.length - ending.length)}-${connection}${ending}`;
}

/** Elements of which a log is made: stanzas, streams and their errors; of logins, which hold passwords, only failures. */
const recorded =
  /^<(?:[^\s<>"'=/:]{1,100}:)?(?:message|presence|iq|stream|error|failure)(?![^\s>/])/;

export class Recording {
  readonly #descriptor: number;
  #isEmpty = true;
  #isOpen = true;

  /**
   * Creates the file, for its user alone: conversations are private.
   * @throws Error of the system, also if there is something of that name
   */
  constructor(readonly path: string) {
    // Exclusive: over no file, and through no link.
    this.#descriptor = openSync(path, "wx", 0o600);
  }

  /**
   * Appends what belongs into a log, in a line.
   * @param time in milliseconds since 1970
   * @throws Error of the system
   */
  add(sender: Side, { text, tag }: ReadElement, time: number): void {
    if (!this.#isOpen || !recorded.test(tag)) return;
    this.#isEmpty = false;
    const line = `${new Date(time).toISOString()} ${directionWords[sender]}: ${onOneLine(text)}\n`;
    const bytes = Buffer.from(line);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#descriptor, bytes, done);
  }

  /** Closes the file; one with nothing in it is removed. */
  end(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.#descriptor);
    if (this.#isEmpty) rmSync(this.path, { force: true });
  }
}

/** A section of character data, a comment, a tag, or text between them. */
const parts = /<!\[CDATA\[|\]\]>|<!--|-->|"|'|<|>|\r\n|[\r\n]/g;

/** The same XML without line ends, as far as XML has other words for them: each record of a log is a line. */
function onOneLine(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  let within: string | undefined;
  return text.replace(parts, (part) => {
    if (part === "\r\n" || part === "\r" || part === "\n") {
      if (within === undefined) return "&#10;";
      // Within a tag and its values, XML itself reads a space there.
      return within === "]]>" ? "]]>&#10;<![CDATA[" : " ";
    }
    if (within === undefined) within = ends[part];
    else if (within === part) within = part === '"' || part === "'" ? ">" : undefined;
    else if (within === ">" && (part === '"' || part === "'")) within = part;
    return part;
  });
}

/** What ends a part, by its beginning, outside of all parts. */
const ends: Readonly<Record<string, string>> = { "<![CDATA[": "]]>", "<!--": "-->", "<": ">" };
