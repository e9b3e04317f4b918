/** A repository that somebody else has made, with a home and a folder of the user beside it that are none of its business. */

import { spawnSync } from "node:child_process";
import {
  accessSync,
  chownSync,
  constants,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { cli, environment, Folder } from "./commandLine";

/** A user by its numbers. */
export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The user of the tests. */
export const self: User = {
  name: "the user of the tests",
  uid: process.getuid?.() ?? -1,
  gid: process.getgid?.() ?? -1,
};

/** A user without rights, as whom only root can run programs. */
export const nobody: User = { name: "another user", uid: 65_534, gid: 65_534 };

/** Owner of files that belong to neither. */
export const stranger: User = { name: "a stranger", uid: 65_533, gid: 65_533 };

export const isRoot = self.uid === 0;

/** Why the tests cannot run as a user; undefined if they can. */
export function reasonNotToRunAs(user: User): string | undefined {
  if (user.uid === self.uid) return undefined;
  if (!isRoot) return "only root can run programs as another user";
  for (let path = cli; ; path = dirname(path)) {
    try {
      accessSync(path, constants.R_OK);
    } catch {
      return `${path} cannot be read`;
    }
    const { mode } = lstatSync(path);
    if ((mode & 0o005) === 0) return `${path} can be read by its owner only`;
    if (dirname(path) === path) return undefined;
  }
}

const broken = (id: number) =>
  `<message type='error' id='${id}'><error><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>\n`;

/** Paths of the compiled code in a home, with those of the folders around it. */
const codeCache =
  /^(?:\.cache|Library(?:\/Caches)?|(?:\.cache|Library\/Caches)\/xmpp-stanza(?:\/[^/]+\.bin)?)$/;

export class HostileRepository {
  readonly #base = new Folder();
  readonly path = join(this.#base.path, "repository");
  readonly home = join(this.#base.path, "home");
  readonly outside = join(this.#base.path, "outside");

  /** With a file `a.xmpp` that `--fix` repairs, and more of its kind. */
  constructor(readonly user: User) {
    for (const folder of [this.path, this.home, this.outside]) mkdirSync(folder);
    for (let i = 0; i < 20; i++) this.write(`stanzas/${i}.xmpp`, broken(i));
    this.write("a.xmpp", broken(100));
    this.write("../outside/precious", "of the user\n");
    this.write("../outside/secret.xmpp", "<message type='secret'/>\n");
  }

  at(name: string): string {
    return join(this.path, name);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
  }

  /** Gives all files to the user; those that were given to somebody else are theirs. */
  giveAway(): void {
    if (!isRoot) return;
    // Names as bytes: some are no UTF-8.
    const visit = (path: Buffer) => {
      const about = lstatSync(path);
      if (about.uid === self.uid) {
        if (about.isSymbolicLink()) lchownSync(path, this.user.uid, this.user.gid);
        // Hard links lead outside; a change of the owner clears the bits of the mode.
        else if (about.nlink === 1 || about.isDirectory()) {
          if ((about.mode & 0o6000) === 0) chownSync(path, this.user.uid, this.user.gid);
        }
      }
      if (!about.isDirectory()) return;
      for (const name of readdirSync(path, { encoding: "buffer" })) {
        visit(Buffer.concat([path, Buffer.from(sep), name]));
      }
    };
    visit(Buffer.from(this.#base.path));
  }

  /** Runs the command line in the repository. */
  run(args: readonly string[], env: NodeJS.ProcessEnv = {}, flags: readonly string[] = []) {
    const asUser = this.user.uid === self.uid ? {} : { uid: this.user.uid, gid: this.user.gid };
    return spawnSync(process.execPath, [...flags, cli, ...args], {
      cwd: this.path,
      env: {
        ...environment,
        HOME: this.home,
        XDG_CACHE_HOME: undefined,
        NODE_COMPILE_CACHE: undefined,
        ...env,
      },
      input: "",
      encoding: "utf8",
      maxBuffer: 1 << 26,
      // Only a run that never ends meets it, and fails.
      timeout: 120_000,
      ...asUser,
    });
  }

  /**
   * All that is outside of the repository, with kinds, modes and contents; without the compiled code that the command
   * line keeps in the home of its user.
   */
  snapshot(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const folder of [this.outside, this.home]) {
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (folder === this.home && codeCache.test(name)) continue;
        found[join(folder, name)] = describeFile(join(folder, name));
      }
    }
    return found;
  }

  [Symbol.dispose](): void {
    this.#base[Symbol.dispose]();
  }
}

function describeFile(path: string): string {
  const { mode, size, uid, nlink } = lstatSync(path);
  const kind = mode & constants.S_IFMT;
  const content =
    kind === constants.S_IFLNK
      ? readlinkSync(path)
      : kind === constants.S_IFREG
        ? readFileSync(path, "utf8")
        : "";
  return [mode.toString(8), size, uid, nlink, content].join(" ");
}
