/** Traps that a repository may bring along, one an entry. */

import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  symlinkSync,
} from "node:fs";
import { chains, configurations, names } from "./configurationTraps";
import { hostileTexts } from "./hostile";
import { type HostileRepository, isRoot, stranger } from "./hostileRepository";

export interface Trap {
  readonly name: string;
  /** Sets the trap. */
  set(repository: HostileRepository): void;
  /** Why the trap cannot be set here; undefined if it can. */
  readonly reasonToSkip?: string;
  /** The message about it on standard error; none for what is passed over, as documented. */
  readonly message?: RegExp;
  /** True if its message is not about a file of another user, which root does not meet. */
  readonly isForRoot?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  readonly args?: readonly string[];
  /** True if nothing can be checked with it: the right settings are unknown. */
  readonly stops?: true;
}

const isPosix = process.platform !== "win32";
const pipe = (path: string) => execFileSync("mkfifo", [path]);

function isInstalled(name: string): boolean {
  try {
    execFileSync(name, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function makeSparse(path: string, size: number): void {
  const descriptor = openSync(path, "w");
  ftruncateSync(descriptor, size);
  closeSync(descriptor);
}

/** A program that leaves a trace outside, should anything run it. */
const canary = (repository: HostileRepository) =>
  `require("node:fs").writeFileSync(${JSON.stringify(`${repository.outside}/ran`)}, "");\n`;

const giveToStranger = (path: string) => chownSync(path, stranger.uid, stranger.gid);
const onlyRoot = isRoot ? {} : { reasonToSkip: "only root can give files to another user" };

/** What a reader would wait for, or read without end, by the name of the file that leads there. */
function specialFiles(file: string, rest: Omit<Trap, "name" | "set">): Trap[] {
  return [
    { name: `a pipe as ${file}`, set: (repository) => pipe(repository.at(file)), ...rest },
    {
      name: `a link to a device as ${file}`,
      set: (repository) => symlinkSync("/dev/zero", repository.at(file)),
      ...rest,
    },
    {
      name: `a file of 4 GB as ${file}`,
      set: (repository) => makeSparse(repository.at(file), 4_000_000_000),
      ...rest,
    },
  ];
}

const links: Trap[] = [
  {
    name: "a link to a file outside",
    set: (repository) => symlinkSync("../outside/secret.xmpp", repository.at("b.xmpp")),
  },
  {
    name: "a link to a folder outside",
    set: (repository) => symlinkSync("../outside", repository.at("folder")),
  },
  {
    name: "a link to itself",
    set: (repository) => symlinkSync("b.xmpp", repository.at("b.xmpp")),
  },
  {
    name: "a second name of a file outside",
    set: (repository) => {
      repository.write("../outside/b.xmpp", "<presence type='available'/>\n");
      linkSync(`${repository.outside}/b.xmpp`, repository.at("b.xmpp"));
    },
    message: /b\.xmpp: has hard links; left unchanged/,
  },
  {
    name: "a link to a file outside in the place of the cache",
    set: (repository) => symlinkSync("../outside/precious", repository.at(".xmpp-stanza-cache")),
    args: ["--cache"],
    message: /is not a cache of xmpp-stanza; left unchanged/,
  },
  {
    name: "a link to nowhere outside in the place of the cache",
    set: (repository) => symlinkSync("../outside/new", repository.at(".xmpp-stanza-cache")),
    args: ["--cache"],
    message: /is not a cache of xmpp-stanza; left unchanged/,
  },
  {
    name: "a link to a file outside in the place of a journal",
    set: (repository) => {
      repository.write("b.xmpp", "<presence type='available'/>\n");
      symlinkSync("../outside/precious", repository.at(".b.xmpp.xmpp-stanza-repair"));
    },
    message: /another run has left \.b\.xmpp\.xmpp-stanza-repair/,
  },
];

const special: Trap[] = [
  ...specialFiles("b.xmpp", {}).slice(0, 2),
  ...specialFiles("xmpp-stanza.json", {
    message: /xmpp-stanza\.json: is (?:not a regular file|too large)/,
    stops: true,
  }),
  ...specialFiles(".gitignore", { message: /\.gitignore: is (?:not a regular file|too large)/ }),
  ...specialFiles(".git", {}),
];

const patterns: Trap[] = [
  {
    name: "patterns of the configuration with many stars",
    set(repository) {
      const ignore = [`${"*a".repeat(12)}b`, `${"**/".repeat(12)}x`, `${"{a,aa}".repeat(8)}b`];
      repository.write("xmpp-stanza.json", JSON.stringify({ ignore }));
      repository.write(`${"a".repeat(80)}.xmpp`, "<presence/>\n");
    },
  },
  {
    name: "patterns of git with many stars",
    set(repository) {
      repository.write(".gitignore", `${"*a".repeat(12)}b\n${"**/".repeat(12)}x\n`);
      repository.write(`${"a".repeat(80)}.xmpp`, "<presence/>\n");
    },
  },
];

const access: Trap[] = [
  {
    name: "a file that nobody may write",
    set(repository) {
      repository.write("b.xmpp", "<presence type='available'/>\n");
      chmodSync(repository.at("b.xmpp"), 0o444);
    },
    message: /b\.xmpp: may not be written; left unchanged/,
  },
  {
    name: "a file that runs as its owner",
    set(repository) {
      repository.write("b.xmpp", "<presence type='available'/>\n");
      chmodSync(repository.at("b.xmpp"), 0o4755);
    },
    message: /b\.xmpp: (?:has the set-user-ID|belongs to another user)/,
  },
  {
    name: "a file that nobody may read",
    set(repository) {
      repository.write("b.xmpp", "<message type='x'/>\n");
      chmodSync(repository.at("b.xmpp"), 0);
    },
    message: /b\.xmpp: reading it is not permitted/,
    isForRoot: false,
  },
  {
    name: "a folder that nobody may read",
    set(repository) {
      mkdirSync(repository.at("b"));
      chmodSync(repository.at("b"), 0);
    },
    message: /b: reading it is not permitted/,
    isForRoot: false,
  },
  {
    name: "a file of a stranger",
    set(repository) {
      repository.write("b.xmpp", "<presence type='available'/>\n");
      chmodSync(repository.at("b.xmpp"), 0o666);
      giveToStranger(repository.at("b.xmpp"));
    },
    message: /b\.xmpp: belongs to another user; left unchanged/,
    ...onlyRoot,
  },
  {
    name: "an access control list that lets others write",
    set(repository) {
      repository.write("b.xmpp", "<message/>\n");
      execFileSync("setfacl", ["-m", "u:65533:rw", repository.at("b.xmpp")]);
    },
    ...(isInstalled("setfacl") ? {} : { reasonToSkip: "setfacl of Debian's acl is not there" }),
  },
];

const caches: Trap[] = [
  {
    name: "a cache of a stranger",
    set(repository) {
      repository.write(".xmpp-stanza-cache", '{"format":2,"results":[]}');
      giveToStranger(repository.at(".xmpp-stanza-cache"));
    },
    args: ["--cache"],
    ...onlyRoot,
  },
  ...[
    ["an empty HOME", { HOME: "" }],
    ["a relative HOME", { HOME: "." }],
    ["a HOME that is not set", { HOME: undefined, USERPROFILE: undefined }],
    ["a relative XDG_CACHE_HOME", { XDG_CACHE_HOME: "." }],
    ["a relative NODE_COMPILE_CACHE", { NODE_COMPILE_CACHE: "." }],
  ].map(
    ([name, env]): Trap => ({
      name: `${name}`,
      env: env as NodeJS.ProcessEnv,
      set(repository) {
        for (const folder of [".", ".cache/xmpp-stanza", "xmpp-stanza"]) {
          repository.write(`${folder}/xmpp-stanza-0.1.0-${process.arch}-0.bin`, "planted");
        }
      },
    }),
  ),
];

const programs: Trap[] = [
  {
    name: "modules and configuration that are programs",
    set(repository) {
      for (const name of ["diff", "picomatch", "ignore", "@stricli/core"]) {
        repository.write(`node_modules/${name}/index.js`, canary(repository));
      }
      for (const name of ["xmpp-stanza.config.js", "xmpp-stanza.js", "part-main.js", "cli.js"]) {
        repository.write(name, canary(repository));
      }
      repository.write(".git/config", "[core]\n\tfsmonitor = touch ../outside/ran\n");
      repository.write(".env", "NODE_OPTIONS=--require ./cli.js\n");
      repository.write("package.json", '{ "type": "module", "main": "cli.js" }');
    },
  },
];

const texts: Trap[] = [
  {
    name: "8 KB of error children",
    set: (repository) =>
      repository.write("b.xmpp", hostileTexts["error children in one stanza"]!(450)),
    args: ["--format", "sarif"],
  },
  {
    name: "an entity bomb",
    set: (repository) => repository.write("b.xmpp", hostileTexts["an entity bomb"]!(100)),
  },
  {
    name: "a file of NULs",
    set: (repository) => repository.write("b.xmpp", new Uint8Array(10_000)),
  },
];

/** By kind; the first of each kind is in the quick part of the tests. */
export const trapsByKind: Readonly<Record<string, readonly Trap[]>> = Object.fromEntries(
  Object.entries({
    links,
    chains,
    special,
    patterns,
    configurations,
    names,
    access,
    caches,
    programs,
    texts,
  }).map(([kind, traps]) => [
    kind,
    isPosix ? traps : traps.map((trap) => ({ ...trap, reasonToSkip: "Windows has no such files" })),
  ]),
);
