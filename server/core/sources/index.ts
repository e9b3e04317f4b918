/**
 * Which sort of document a text is, and who reads it. The adapters themselves are not imported here:
 * tokenizers of whole languages would burden the start of everything that asks.
 */

import {
  extensions,
  isPlainPath,
  logLanguages,
  type SourceName,
  sourceLanguages,
  unreadLanguageOf,
} from "./names";
import { mayHoldEscapedStanzas, mayHoldStanzas } from "./plain";
import { skipProlog } from "./prolog";
import { looksLikeTranscript } from "./records/recognition";
import type { SourceAdapter } from "./source";

const byExtension = Object.entries(extensions).map(
  ([source, endings]) =>
    [new RegExp(`\\.(?:${endings.join("|")})$`, "i"), source as SourceName] as const,
);

const byLanguage: ReadonlyMap<string, SourceName> = new Map(Object.entries(sourceLanguages));

/** So far into a text its root is looked for. */
const LEAD = 50_000;

export interface SourceQuestion {
  /** Path or address; its ending tells most. */
  readonly path?: string;
  /** The editor's language id; it goes before the path. */
  readonly languageId?: string;
  readonly text: string;
}

function hasXepRoot(text: string): boolean {
  const at = skipProlog(text);
  return /^<xep[\s>]/.test(text.slice(at, at + 5));
}

/** True for a program in a language that no adapter reads, where the path alone says what it is. */
export function isUnread({ path, languageId }: SourceQuestion): boolean {
  return languageId === undefined && path !== undefined && unreadLanguageOf(path) !== undefined;
}

/** The sort of document that the text is; `plain` for what is read as it stands. */
export function sourceOf(question: SourceQuestion): SourceName {
  const { path, languageId, text } = question;
  const known =
    (languageId === undefined ? undefined : byLanguage.get(languageId)) ??
    (path === undefined ? undefined : byExtension.find(([ending]) => ending.test(path))?.[1]);
  if (known) return known;
  const lead = text.slice(0, LEAD);
  if (lead.includes("<xep") && hasXepRoot(lead)) return "xep";
  if (languageId !== undefined && !logLanguages.includes(languageId)) return "plain";
  if (languageId === undefined && path !== undefined && isPlainPath(path)) return "plain";
  if (isUnread(question)) return "plain";
  const isWorthReading = mayHoldStanzas(text) || mayHoldEscapedStanzas(text);
  return isWorthReading && looksLikeTranscript(text) ? "transcript" : "plain";
}

/** How the adapters come to those who want them; plain text needs none. */
export type AdapterLoaders = Readonly<
  Record<Exclude<SourceName, "plain">, () => SourceAdapter | Promise<SourceAdapter>>
>;

/** The adapters of a host, each loaded when it is first asked for. */
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
      // What failed once may be there the next time.
      this.#loading.delete(name);
      throw error;
    }
  }
}
