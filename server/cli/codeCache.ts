/**
 * What the engine made of the program's files, kept from one run to the next: to compile them takes longer than
 * to check a small file (docs/decisions/start.md). Node.js has such a cache, too, and its variables hold for this
 * one: NODE_DISABLE_COMPILE_CACHE=1 for none, NODE_COMPILE_CACHE for another folder.
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

/** A file of the program, to be run with what Node.js gives to such a file. */
export type RunFile = (
  module: { exports: unknown },
  require: (name: string) => unknown,
  __filename: string,
  __dirname: string,
) => void;

/** What is kept of a file. */
interface Entry {
  readonly name: string;
  /** Of the source that it was made of. */
  readonly sum: number;
  /** In bytes. */
  readonly length: number;
}

/**
 * The file of the cache is a line with the sum of all that follows, since the engine takes data as it is, whatever
 * has become of it; a line of JSON; and the data of the entries, in order.
 */
interface Header {
  readonly entries: readonly Entry[];
  /** How long the run took that wrote it, in milliseconds. */
  readonly time: number;
}

interface Kept {
  readonly sum: number;
  readonly data: Buffer;
}

const LINE_FEED = 0x0a;

/** A run that took so many times longer has compiled more, and writes what it has. */
const LONGER = 2;

export class CodeCache {
  readonly #kept = new Map<string, Kept>();
  readonly #scripts = new Map<string, { readonly sum: number; readonly script: Script }>();
  readonly #tag = cachedDataVersionTag();
  #time = 0;
  #isWhole = true;

  /**
   * @param path undefined for none; a file that cannot be read is like one that is not there
   * @param folder where the files of the program are
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
      // None yet, one that somebody has broken, or one that others may write: all is compiled.
    }
  }

  /** Writes what is known now, in one step, after a check that compiled more than there is. */
  #save(path: string, code: number): void {
    const time = Math.round(performance.now());
    const isMore = !this.#isWhole || time > LONGER * this.#time;
    const isCheck = process.argv[2] === "check" && code !== 2;
    // Data made under other flags of the engine would not be taken.
    if (!isMore || !isCheck || cachedDataVersionTag() !== this.#tag) return;
    for (const [name, { sum, script }] of this.#scripts) {
      this.#kept.set(name, { sum, data: script.createCachedData() });
    }
    // Files that this run did not need may be no more.
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

/** The first line, and what is behind it. */
function cutLine(bytes: Buffer): [string, Buffer] {
  const end = bytes.indexOf(LINE_FEED);
  return [bytes.toString("utf8", 0, end), bytes.subarray(end + 1)];
}

/** In one step. The cache is a help, and not what was asked for: where it cannot be written, all goes on without. */
function writeIfPossible(path: string, bytes: Buffer): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if (isTrustedFolder(dirname(path))) replaceFile(path, bytes, { mode: 0o600 });
  } catch {
    // The next run has to compile, too.
  }
}

/**
 * Where the cache of this version of the program and of the engine is; undefined if there is to be none. A folder
 * that is not absolute is one of the current folder, where anybody may have put what is then run.
 */
export function codeCacheFile(): string | undefined {
  const { env } = process;
  if (env.NODE_DISABLE_COMPILE_CACHE === "1") return undefined;
  const folder = env.NODE_COMPILE_CACHE || join(cacheFolder(env), "xmpp-stanza");
  if (!isAbsolute(folder)) return undefined;
  return join(folder, `xmpp-stanza-${version}-${process.arch}-${cachedDataVersionTag()}.bin`);
}

/** Where the system keeps what programs can make anew. */
function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === "win32" && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return env.XDG_CACHE_HOME || join(homedir(), ".cache");
}
