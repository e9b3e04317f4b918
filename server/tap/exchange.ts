/** Checks the elements of a connection as they pass: each alone, and a reply with its request. */

import type { Configuration } from "../core/check/config";
import type { DocumentFinding } from "../core/document/document";
import { SourceDocument } from "../core/document/sourceDocument";
import { LineIndex } from "../core/text/lines";
import { isRequest } from "../core/xmpp/replyMatch";
import type { Side } from "./join";
import type { ReadElement } from "./streamReader";

/** A stanza with its findings. */
export interface CheckedElement {
  readonly document: SourceDocument;
  readonly findings: readonly DocumentFinding[];
  /** Lines count from the first one of the element; those of earlier stanzas are before it. */
  readonly lines: LineIndex;
  /** Number of stanzas: 1, or 0 for an element that is none. */
  readonly stanzaCount: number;
  /** Number of errors outside of stanzas: 1 for such an error, else 0. */
  readonly nonzaCount: number;
}

interface Request {
  /** The start tag, as an element without content. */
  readonly text: string;
  readonly sender: Side;
}

/** Numbers of requests that are kept for their replies, and of those with the same id; of more, the oldest are forgotten. */
const MAX_WAITING = 1000;
const MAX_ALIKE = 4;

/** Length in UTF-16 code units from which on a start tag is not kept. */
const MAX_TAG = 10_000;

/** What these rules say depends on stanzas that are still to come, or that were forgotten. */
export const undecided = { "reply-id-mismatch": "off", "request-unanswered": "off" } as const;

export class Exchange {
  /** By id. */
  readonly #waiting = new Map<string, readonly Request[]>();

  /** @param configuration with the severities of `undecided` */
  constructor(readonly configuration: Configuration) {}

  check(sender: Side, element: ReadElement): CheckedElement {
    const alone = this.#open([], sender, element);
    const view = alone.regions()[0]?.document;
    const stanzas = view?.stanzas() ?? [];
    const counts = { stanzaCount: stanzas.length, nonzaCount: view?.countNonzas() ?? 0 };
    const summary = stanzas[0]?.summary;
    const id = summary?.idValue;
    const findings = alone.findings();
    const found = { document: alone, findings, lines: new LineIndex(element.text), ...counts };
    if (!summary || id === undefined) return found;
    if (isRequest(summary)) {
      this.#wait(id, sender, element.tag);
      return found;
    }
    const requests = this.#waiting.get(id);
    if (!requests) return found;
    const document = this.#open(requests, sender, element);
    const start = document.text.length - element.text.length;
    const before = new LineIndex(document.text).positionAt(start).line;
    return {
      document,
      findings: document.findings().filter(({ span }) => span.start >= start),
      lines: new LineIndex(document.text, { line: -before, character: 0 }),
      ...counts,
    };
  }

  #wait(id: string, sender: Side, tag: string): void {
    if (tag.length > MAX_TAG) return;
    const text = tag.endsWith("/>") ? tag : `${tag.slice(0, -1)}/>`;
    const earlier = this.#waiting.get(id) ?? [];
    this.#waiting.delete(id);
    this.#waiting.set(id, [...earlier.slice(1 - MAX_ALIKE), { text, sender }]);
    if (this.#waiting.size <= MAX_WAITING) return;
    const [oldest = ""] = this.#waiting.keys();
    this.#waiting.delete(oldest);
  }

  /** The element after the requests, with directions as in a transcript. */
  #open(requests: readonly Request[], sender: Side, { text, scope }: ReadElement): SourceDocument {
    const all = [...requests, { text, sender }];
    let start = 0;
    const directions = all.map((one) => {
      const range = { start, direction: { stream: "", sender: one.sender } };
      start += one.text.length + 1;
      return range;
    });
    const around = { scope, directions, isOfXmpp: true };
    const whole = all.map((one) => one.text).join("\n");
    return new SourceDocument(whole, this.configuration, undefined, {}, around);
  }
}
