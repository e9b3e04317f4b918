/** What programs wait for: the package of npm, the filter, and the tap. */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { median } from "./median";

const SMALL = "<iq type='error' id='a'><error><item-not-found/></error></iq>";

export interface Measured {
  readonly name: string;
  readonly value: string;
}

/** Import and first check of the package of npm, each in a process of its own. */
export function measureLibrary(folder: string, runs: number): Measured[] {
  if (!existsSync(join(folder, "index.js"))) throw new Error("npm run library makes the package");
  const script = `
    const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
    const times = [[performance.now(), used()]];
    const { check } = require(${JSON.stringify(folder)});
    times.push([performance.now(), used()]);
    check(${JSON.stringify(SMALL)});
    times.push([performance.now(), used()]);
    console.log(JSON.stringify(times));`;
  const imports: number[][] = [[], []];
  const checks: number[][] = [[], []];
  for (let run = 0; run < runs; run++) {
    const { stdout } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
    const [start, loaded, checked] = JSON.parse(stdout);
    for (const i of [0, 1]) {
      imports[i]!.push(loaded[i] - start[i]);
      checks[i]!.push(checked[i] - loaded[i]);
    }
  }
  const show = ([time = [], used = []]: number[][]) =>
    `${median(time).toFixed(1)} ms, processor ${median(used).toFixed(1)} ms`;
  return [
    { name: "import of the package", value: show(imports) },
    { name: "its first check of a small text", value: show(checks) },
  ];
}

/** A process for each text, in terms of the filter. */
export function measureFilter(cli: string, count: number, runs: number): Measured[] {
  const texts = Array.from({ length: count }, (_, i) => SMALL.replace("'a'", `'a${i}'`));
  const time = (args: readonly string[], input: string) => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, [cli, "check", ...args], {
      input,
      maxBuffer: 1 << 30,
    });
    if (status !== 1) throw new Error(`status ${status}`);
    return performance.now() - start;
  };
  const one = () => time(["-", "--format", "jsonl"], texts[0]!);
  const before = Array.from({ length: runs }, one);
  const filter = ["--stdin-separator", "NUL", "--format", "jsonl"];
  const all = time(filter, texts.map((text) => `${text}\0`).join(""));
  const process1 = median([...before, ...Array.from({ length: runs }, one)]);
  const ratio = (process1 * count) / all;
  return [
    { name: `${count} texts through the filter`, value: `${all.toFixed(0)} ms` },
    { name: "one text in a process of its own", value: `${process1.toFixed(0)} ms` },
    { name: "a process for each text, in terms of the filter", value: `${ratio.toFixed(0)} times` },
  ];
}

/** Round trips of stanzas to a server that sends them back, directly and through the tap, in turn. */
export async function measureTap(cli: string, count: number): Promise<Measured[]> {
  const server = createServer({ noDelay: true }, (socket) => socket.pipe(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const args = [cli, "tap", "--listen", "127.0.0.1:0", "--to", `127.0.0.1:${port}`];
  const tap = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const [line] = await once(createInterface(tap.stderr), "line");
  const own = Number(/127\.0\.0\.1:(\d+),/.exec(line)?.[1]);
  try {
    const [direct, through] = await Promise.all([port, own].map(open));
    const times: [number[], number[]] = [[], []];
    for (let i = 0; i < count; i++) {
      const stanza = `<message id='m${i}' to='romeo@example.net'><body>${i}</body></message>`;
      times[0].push(await roundTrip(direct!, stanza));
      times[1].push(await roundTrip(through!, stanza));
    }
    for (const socket of [direct!, through!]) socket.destroy();
    const [plain, tapped] = times.map((one) => median(one.slice(count >> 2))) as [number, number];
    return [
      { name: `${count} round trips without the tap, median`, value: `${plain.toFixed(2)} ms` },
      { name: "the same through the tap", value: `${tapped.toFixed(2)} ms` },
      { name: "added for a round trip, both ways", value: `${(tapped - plain).toFixed(2)} ms` },
    ];
  } finally {
    tap.kill("SIGINT");
    await once(tap, "close");
    server.close();
  }
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await once(socket, "connect");
  return socket;
}

async function roundTrip(socket: Socket, stanza: string): Promise<number> {
  const start = performance.now();
  socket.write(stanza);
  for (let got = 0; got < stanza.length; ) got += (await once(socket, "data"))[0].length;
  return performance.now() - start;
}
