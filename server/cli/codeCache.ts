/**
 * Cache of the program's compiled code between runs: compiling takes longer than
 * checking a small file (docs/decisions/start.md). Node.js has such a cache, too, and its variables apply to this
 * cache: NODE_DISABLE_COMPILE_CACHE=1 for none, NODE_COMPILE_CACHE for another folder.
 */

import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { isMainThread } from "node:worker_threads";
import { crc32 } from "node:zlib";
import { version } from "../../package.json";
import { replaceFile } from "../disk/replaceFile";
import { isTrustedFolder, readTrustedFile } from "../disk/trusted";

/** A file of the program as a function of Node.js's module variables. */
export type RunFile = (
  module: { exports: unknown },
  require: (name: string) => unknown,
  __filename: string,
  __dirname: string,
) => void;

/** Cached file of the program. */
interface Entry {
  readonly name: string;
  /** Checksum of its source. */
  readonly sum: number;
  /** In bytes. */
  readonly length: number;
}

/**
 * Format of the cache: a line with the checksum of all that follows, since the engine accepts damaged data
 * without a check; a line of JSON; and the data of the entries, in order.
 */
interface Header {
  readonly entries: readonly Entry[];
  /** Duration of the run that wrote the cache, in milliseconds. */
  readonly time: number;
}

interface CachedCode {
  readonly sum: number;
  readonly data: Buffer;
}

const LINE_FEED = 0x0a;

/** Factor of the duration from which on a run rewrites the cache, as it has compiled more. */
const LONGER = 2;

export class CodeCache {
  readonly #kept = new Map<string, CachedCode>();
  readonly #scripts = new Map<string, { readonly sum: number; readonly script: Script }>();
  readonly #tag = cachedDataVersionTag();
  #time = 0;
  #isWhole = true;

  /**
   * @param path undefined for none; an unreadable file counts as missing
   * @param folder folder of the program's files
   */
  constructor(
    readonly path: string | undefined,
    readonly folder: string,
  ) {
    if (path === undefined) return;
    this.#read(path);
    if (isMainThread) process.once("exit", (code) => this.#save(path, code));
  }

  /** @param name of the file in the folder */
  compile(name: string, source: string): RunFile {
    const kept = this.#kept.get(name);
    const sum = this.path === undefined ? 0 : crc32(source);
    const cachedData = kept?.sum === sum ? kept.data : undefined;
    const wrapped = `(function(module,require,__filename,__dirname){${source}\n})`;
    const script = new Script(wrapped, { filename: join(this.folder, name), cachedData });
    if (!cachedData || script.cachedDataRejected) this.#isWhole = false;
    this.#scripts.set(name, { sum, script });
    return script.runInThisContext();
  }

  #read(path: string): void {
    try {
      if (!isTrustedFolder(dirname(path))) return;
      const [sumLine, summed] = cutLine(readTrustedFile(path));
      if (crc32(summed) !== Number(sumLine)) return;
      const [headerLine, data] = cutLine(summed);
      const header: Header = JSON.parse(headerLine);
      let at = 0;
      for (const { name, sum, length } of header.entries) {
        this.#kept.set(name, { sum, data: data.subarray(at, at + length) });
        at += length;
      }
      this.#time = header.time;
    } catch {
      // Missing, damaged, or writable by other users: everything is compiled.
    }
  }

  /** Writes the compiled code atomically, after a check that compiled more than the cache has. */
  #save(path: string, code: number): void {
    const time = Math.round(performance.now());
    const isMore = !this.#isWhole || time > LONGER * this.#time;
    const isCheck = process.argv[2] === "check" && code !== 2;
    // The engine would refuse data that was made under other flags.
    if (!isMore || !isCheck || cachedDataVersionTag() !== this.#tag) return;
    for (const [name, { sum, script }] of this.#scripts) {
      this.#kept.set(name, { sum, data: script.createCachedData() });
    }
    // Files that this run did not need may be gone.
    const kept = [...this.#kept].filter(([name]) => existsSync(join(this.folder, name)));
    const entries = kept.map(
      ([name, { sum, data }]): Entry => ({ name, sum, length: data.length }),
    );
    const header: Header = { entries, time };
    const data = kept.map(([, one]) => one.data);
    const summed = Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...data]);
    writeIfPossible(path, Buffer.concat([Buffer.from(`${crc32(summed)}\n`), summed]));
  }
}

/** The first line, and the bytes after it. */
function cutLine(bytes: Buffer): [string, Buffer] {
  const end = bytes.indexOf(LINE_FEED);
  return [bytes.toString("utf8", 0, end), bytes.subarray(end + 1)];
}

/** Writes atomically. The cache is optional: failures to write it are ignored. */
function writeIfPossible(path: string, bytes: Buffer): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if (isTrustedFolder(dirname(path))) replaceFile(path, bytes, 0o600);
  } catch {
    // The next run has to compile, too.
  }
}

/**
 * Path of the cache for this version of the program and of the engine; undefined for none, and for a relative
 * folder: it would be in the current folder, where another user may have put code.
 */
export function codeCacheFile(): string | undefined {
  const { env } = process;
  if (env.NODE_DISABLE_COMPILE_CACHE === "1") return undefined;
  const folder = env.NODE_COMPILE_CACHE || join(cacheFolder(env), "xmpp-stanza");
  if (!isAbsolute(folder)) return undefined;
  return join(folder, `xmpp-stanza-${version}-${process.arch}-${cachedDataVersionTag()}.bin`);
}

/** The system's folder for caches. */
function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === "win32" && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return env.XDG_CACHE_HOME || join(homedir(), ".cache");
}
