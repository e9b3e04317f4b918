/** Checks a large file or standard input part by part while it is read (streaming). */

import { setFlagsFromString } from "node:v8";
import type { Configuration } from "../core/check/config";
import { type CheckedPart, ChunkedChecker } from "../core/document/chunkedText";
import { RegionPartsChecker } from "../core/document/regionParts";
import { adapterFor } from "../core/sources/load";
import type { SourceAdapter } from "../core/sources/source";
import type { Translate } from "../core/text/translate";
import {
  decodeStream,
  decodeText,
  type Input,
  InputError,
  MAX_LENGTH,
  reasonOf,
} from "../disk/readText";
import { openStream } from "../disk/stream";
import { LARGE } from "./fileSize";
import type { InputFile } from "./inputs";
import type { FileOutcome } from "./outcome";
import { STDIN } from "./readInput";

/** Number of parts of a log during which V8's young generation may grow. */
const GROWING_PARTS = 24;

/** Checks a text, or a part of it, and reports on it. */
export interface TextChecker {
  readonly translate: Translate;
  readonly settings: { readonly fix: "no" | "write" | "print" };
  nameOf(file: InputFile): string;
  configurationOf(file: InputFile): Configuration;
  checkInput(file: InputFile, input: Input): Promise<FileOutcome>;
  report(file: InputFile, part: CheckedPart, about: PartOfFile): Promise<FileOutcome>;
}

/** Facts about a part of a file besides its text. */
export interface PartOfFile {
  /** False for a part that does not count as a file. */
  readonly isFirst: boolean;
  /** The encoding, if the text has U+FFFD for bytes that could not be decoded. */
  readonly damaged: string | undefined;
}

/**
 * The outcomes of a large input, one for each part.
 * @throws InputError if it cannot be read
 */
export async function* checkLarge(
  file: InputFile,
  checker: TextChecker,
): AsyncGenerator<FileOutcome, void> {
  const { translate } = checker;
  const name = file.path === STDIN ? translate("standard input") : file.path;
  const chunks = chunksOf(file, name, translate);
  const first = await readUntil(chunks, LARGE);
  const start = Buffer.concat(first.chunks.slice(0, 1)).toString("latin1");
  // Most adapters read a document as a whole, and so do fixes.
  const adapter = first.isAll ? undefined : await adapterOf(file, start, checker);
  const mayBeInParts = !first.isAll && checker.settings.fix === "no";
  const parts = mayBeInParts ? partsOf(file, adapter, checker) : undefined;
  if (!parts) {
    const more = first.isAll ? [] : (await readUntil(chunks, MAX_LENGTH)).chunks;
    const bytes = Buffer.concat([...first.chunks, ...more]);
    yield await checker.checkInput(file, decodeText(bytes, name, translate, true));
    return;
  }
  // A part and its findings outlive V8's young generation, which would therefore grow more and more:
  // memory that grows by half is not constant. For the objects of a log it may grow at first.
  const endGrowth = () => setFlagsFromString("--semi-space-growth-factor=1");
  let growingParts = adapter ? GROWING_PARTS : 0;
  if (growingParts === 0) endGrowth();
  let isFirst = true;
  let damaged: string | undefined;
  const report = async (part: CheckedPart | undefined) => {
    if (!part) return [];
    if (--growingParts === 0) endGrowth();
    const outcome = await checker.report(file, part, { isFirst, damaged });
    isFirst = false;
    damaged = undefined;
    return [outcome];
  };
  for await (const text of decodeStream(rest(first.chunks, chunks), name, translate, (encoding) => {
    damaged = encoding;
  })) {
    yield* await report(parts.add(text));
    if (parts.isFull) return;
  }
  yield* await report(parts.end());
}

/** Checks a text part by part. */
interface PartsChecker {
  add(text: string): CheckedPart | undefined;
  end(): CheckedPart;
  /** True if what follows is not checked. */
  readonly isFull?: boolean;
}

/** Undefined for a document that is read as a whole. */
function partsOf(
  file: InputFile,
  adapter: SourceAdapter | undefined,
  checker: TextChecker,
): PartsChecker | undefined {
  const configuration = checker.configurationOf(file);
  if (!adapter || adapter.readParts) return new ChunkedChecker(configuration, { adapter });
  const options = { path: checker.nameOf(file) };
  const reader = adapter.readRegions?.(options);
  return reader && new RegionPartsChecker(configuration, adapter, reader, options);
}

/** @throws InputError if it cannot be opened or read */
async function* chunksOf(
  { path }: InputFile,
  name: string,
  translate: Translate,
): AsyncGenerator<Buffer, void> {
  try {
    yield* path === STDIN ? process.stdin : openStream(path);
  } catch (error) {
    throw new InputError(`${name}: ${reasonOf(error, translate)}`);
  }
}

interface ReadChunks {
  readonly chunks: Buffer[];
  /** True at the end of the input. */
  readonly isAll: boolean;
}

async function readUntil(source: AsyncIterator<Buffer>, length: number): Promise<ReadChunks> {
  const chunks: Buffer[] = [];
  for (let size = 0; size <= length; ) {
    const { value, done } = await source.next();
    if (done) return { chunks, isAll: true };
    chunks.push(value);
    size += value.length;
  }
  return { chunks, isAll: false };
}

/** The chunks that were read, then those of the source; chunks are released after use. */
async function* rest(read: Buffer[], source: AsyncIterator<Buffer>): AsyncGenerator<Buffer, void> {
  for (const [index, chunk] of read.entries()) {
    read[index] = NOTHING;
    yield chunk;
  }
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}

const NOTHING = Buffer.alloc(0);

function adapterOf(
  file: InputFile,
  text: string,
  checker: TextChecker,
): Promise<SourceAdapter | undefined> {
  const { sources, source } = file.found;
  return adapterFor({ path: checker.nameOf(file), text }, sources, source);
}
