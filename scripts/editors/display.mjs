// An editor in a window on a display of its own (Xvfb), used by the keyboard (xdotool). What it says to the
// server, and the files that it saves, show what has happened; nothing is read from the picture.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { atExit, cleanEnvironment, killGroup, root, temporaryFolder } from "../vscode/common.mjs";

/** Milliseconds to wait for what has to come; a slow machine is no failure. */
const TIMEOUT_MS = 200_000;

/**
 * Starts an editor on `a.stanza` as somebody who has only this configuration, and runs the tests.
 * @param configuration texts of files, or functions that get the home folder, by their paths within that folder
 * @param command the program and its arguments
 * @param tests pairs of a name and a function that gets the session and throws to fail
 * @returns how many passed and failed
 */
export async function runInWindow(configuration, command, tests) {
  const { folder, remove } = temporaryFolder();
  const counts = { passed: 0, failed: 0 };
  const session = new WindowSession(folder, configuration, command);
  try {
    await session.start();
    for (const [name, test] of tests) {
      try {
        await test(session);
        counts.passed++;
        console.log(`  ok ${name}`);
      } catch (error) {
        counts.failed++;
        console.log(`  not ok ${name}: ${error.message.replaceAll("\n", " ")}`);
      }
    }
  } finally {
    session.stop();
    remove();
  }
  return counts;
}

class WindowSession {
  #stops = [];
  #env;

  constructor(home, configuration, command) {
    this.command = command;
    this.work = join(home, "work");
    this.tap = join(home, "tap.log");
    const texts = {
      ...configuration,
      "bin/xmpp-stanza": `#!/bin/sh\nexec "${process.execPath}" "${join(root, "scripts/editors/tap.mjs")}" "$@"\n`,
    };
    for (const [path, text] of Object.entries(texts)) {
      const file = join(home, path);
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, typeof text === "function" ? text(home) : text);
    }
    chmodSync(join(home, "bin/xmpp-stanza"), 0o755);
    mkdirSync(join(home, "run"), { mode: 0o700 });
    cpSync(join(root, "test/editors/reply.stanza"), join(this.work, "a.stanza"));
    this.#env = {
      HOME: home,
      LC_ALL: "C.UTF-8",
      PATH: `${join(home, "bin")}:${process.env.PATH}`,
      QT_QPA_PLATFORM: "xcb",
      TAP: this.tap,
      XDG_CONFIG_HOME: join(home, ".config"),
      XDG_RUNTIME_DIR: join(home, "run"),
    };
  }

  async start() {
    // Xvfb chooses a free display and writes its number to the third descriptor.
    const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1000x24"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      detached: true,
    });
    this.#stops.push(atExit(() => killGroup(server)));
    const [number] = await new Promise((resolve, reject) => {
      server.on("error", reject);
      server.stdio[3].once("data", (data) => resolve(String(data).split("\n")));
    });
    this.#env.DISPLAY = `:${number}`;
    const [program, ...args] = this.command;
    this.editor = spawn("dbus-run-session", ["--", program, ...args], {
      cwd: this.work,
      env: cleanEnvironment(this.#env),
      stdio: "ignore",
      detached: true,
    });
    this.#stops.push(atExit(() => killGroup(this.editor)));
  }

  stop() {
    for (const stop of this.#stops.reverse()) stop();
  }

  xdotool(...args) {
    const options = { encoding: "utf8", env: { ...process.env, ...this.#env } };
    try {
      return execFileSync("xdotool", args, { ...options, stdio: ["ignore", "pipe", "ignore"] });
    } catch {
      // It fails where it finds no window.
      return "";
    }
  }

  key(...keys) {
    this.xdotool("key", "--delay", "100", ...keys);
  }

  type(text) {
    this.xdotool("type", "--delay", "50", text);
  }

  /** The widths of the windows of a class that are to be seen. */
  widths(name) {
    const windows = this.xdotool("search", "--onlyvisible", "--class", name).split("\n");
    return windows.filter(Boolean).map((window) => {
      const geometry = this.xdotool("getwindowgeometry", window);
      return Number(/Geometry: (\d+)x/.exec(geometry)?.[1] ?? 0);
    });
  }

  /** Gives the windows of a class this size, in pixels. Without a window manager, they are at the top left. */
  resize(name, width, height) {
    const windows = this.xdotool("search", "--onlyvisible", "--class", name).split("\n");
    for (const window of windows.filter(Boolean)) {
      this.xdotool("windowsize", "--sync", window, String(width), String(height));
    }
    // Keys go where the pointer is, unless the editor takes them itself.
    this.xdotool("mousemove", String(width - 30), String(height - 30));
  }

  /** Writes what the display shows at its top left, in so few colours that the file is small. */
  picture(file, width, height) {
    const crop = `${width}x${height}+0+0`;
    const few = ["+dither", "-colors", "32", `PNG8:${file}`];
    execFileSync("import", ["-window", "root", "-crop", crop, ...few], {
      env: { ...process.env, ...this.#env },
      stdio: "ignore",
    });
  }

  /** What editor and server have said so far. */
  get said() {
    return existsSync(this.tap) ? readFileSync(this.tap, "utf8") : "";
  }

  text(name) {
    return readFileSync(join(this.work, name), "utf8");
  }

  /** Waits until the function gives something true. */
  async until(what, holds) {
    for (const end = Date.now() + TIMEOUT_MS; Date.now() < end; await sleep(100)) {
      if (holds()) return;
    }
    throw new Error(`there was no ${what}; at last: ${this.said.slice(-400)}`);
  }
}

/** The rules of the diagnostics that the server published last. */
export function lastRules({ said }) {
  const at = said.lastIndexOf('"textDocument/publishDiagnostics"');
  if (at < 0) return undefined;
  const [message] = said.slice(at).split("Content-Length");
  return [...message.matchAll(/"code":"([\w-]+)"/g)].map(([, id]) => id).join();
}

/** Switches the rules off that `a.stanza` breaks, in a file that the editor does not know of. */
function silenceOutside({ work }) {
  const rules = { "error-type-missing": "off", "text-lang-missing": "off" };
  writeFileSync(join(work, "xmpp-stanza.json"), JSON.stringify({ rules }));
}

/** A configuration that takes effect, as one of the tests; the last edit has mended the one mistake. */
export const takesConfiguration = [
  "a configuration file that changes outside takes effect when the file is saved",
  async (session) => {
    session.key("ctrl+z");
    await session.until("diagnostic", () => lastRules(session) === "error-type-missing");
    silenceOutside(session);
    session.key("ctrl+s");
    await session.until("change", () => lastRules(session) === "");
  },
];

/**
 * Completion of a condition, as one of the tests; the list is a window of its own.
 * @param name the class of the editor's windows
 */
export const completesConditions = (name) => [
  "completion in an error inserts a condition with its namespace",
  async (session) => {
    session.key("ctrl+End");
    session.type("<iq type='error' id='e2'><error type='cancel'><item");
    session.key("ctrl+space");
    await session.until("list", () => session.widths(name).length > 1);
    session.key("Return");
    await session.until("end of the list", () => session.widths(name).length === 1);
    session.type("</error></iq>");
    session.key("ctrl+s");
    const condition = "<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>";
    const expected = `<iq type='error' id='e2'><error type='cancel'>${condition}</error></iq>`;
    await session.until("saved text", () => session.text("a.stanza").includes(expected));
  },
];
