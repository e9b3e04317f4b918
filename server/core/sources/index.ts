/**
 * Determines the kind of a document, and its adapter. The adapters themselves are not imported here:
 * tokenizers of whole languages would slow the start of every caller.
 */

import { captureIn } from "./capture";
import {
  extensions,
  isLogName,
  isPlainPath,
  logLanguages,
  type SourceName,
  sourceLanguages,
  unreadLanguageOf,
} from "./names";
import { mayHoldEscapedStanzas, mayHoldStanzas } from "./plain";
import { skipProlog } from "./prolog";
import { isInLines, looksLikeTranscript } from "./records/recognition";
import type { SourceAdapter } from "./source";

const byExtension = Object.entries(extensions).map(
  ([source, endings]) =>
    [new RegExp(`\\.(?:${endings.join("|")})$`, "i"), source as SourceName] as const,
);

const byLanguage: ReadonlyMap<string, SourceName> = new Map(Object.entries(sourceLanguages));

/** Length of the part of a text in which its root is searched, in UTF-16 code units. */
const LEAD = 50_000;

export interface SourceQuestion {
  /** Path or address; its extension is the best evidence. */
  readonly path?: string;
  /** The editor's language id; it takes precedence over the path. */
  readonly languageId?: string;
  readonly text: string;
}

function hasXepRoot(text: string): boolean {
  const at = skipProlog(text);
  return /^<xep[\s>]/.test(text.slice(at, at + 5));
}

/** True for a program in a language that no adapter reads, judged by the path alone, and for a capture of packets. */
export function isUnread({ path, languageId, text }: SourceQuestion): boolean {
  if (captureIn(text)) return true;
  return languageId === undefined && path !== undefined && unreadLanguageOf(path) !== undefined;
}

/** The kind of document that the text is; `plain` for a text that is read as it stands. */
export function sourceOf(question: SourceQuestion): SourceName {
  const { path, languageId, text } = question;
  const known =
    (languageId === undefined ? undefined : byLanguage.get(languageId)) ??
    (path === undefined ? undefined : byExtension.find(([ending]) => ending.test(path))?.[1]);
  if (known === "json") return sourceOfJson(text);
  if (known) return known;
  const lead = text.slice(0, LEAD);
  if (lead.includes("<xep") && hasXepRoot(lead)) return "xep";
  if (languageId !== undefined && !logLanguages.includes(languageId)) return "plain";
  if (languageId === undefined && path !== undefined && isPlainPath(path)) return "plain";
  if (isUnread(question)) return "plain";
  const isNamed = path !== undefined && isLogName(path);
  return mightBeTranscript(text, isNamed) ? "transcript" : "plain";
}

/** JSON may be a capture, or a log with an object in each line. */
function sourceOfJson(text: string): SourceName {
  if (captureIn(text)) return "plain";
  return mightBeTranscript(text, false) && isInLines(text) ? "transcript" : "json";
}

function mightBeTranscript(text: string, isNamed: boolean): boolean {
  const isWorthReading = mayHoldStanzas(text) || mayHoldEscapedStanzas(text);
  return isWorthReading && (isNamed || looksLikeTranscript(text));
}

/** Loaders of the adapters on this host; plain text needs no adapter. */
export type AdapterLoaders = Readonly<
  Record<Exclude<SourceName, "plain">, () => SourceAdapter | Promise<SourceAdapter>>
>;

/** The adapters of a host, each loaded on first use. */
export class SourceAdapters {
  readonly #loading = new Map<SourceName, Promise<SourceAdapter>>();
  readonly #loaded = new Map<SourceName, SourceAdapter>();

  constructor(readonly loaders: AdapterLoaders) {}

  /** The adapter if it is loaded. */
  adapterFor(name: SourceName): SourceAdapter | undefined {
    return this.#loaded.get(name);
  }

  /** Loads the adapter; undefined for plain text. Rejects if the host cannot load it. */
  async load(name: SourceName): Promise<SourceAdapter | undefined> {
    if (name === "plain") return undefined;
    const loading = this.#loading.get(name) ?? Promise.resolve(this.loaders[name]());
    this.#loading.set(name, loading);
    try {
      const adapter = await loading;
      this.#loaded.set(name, adapter);
      return adapter;
    } catch (error) {
      // A load that failed may succeed the next time.
      this.#loading.delete(name);
      throw error;
    }
  }
}
