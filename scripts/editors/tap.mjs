// The command `xmpp-stanza` for an editor in a window: passes everything on, and writes it to the file TAP, so
// that a test sees what editor and server say to each other. The last line says that the server has ended.
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import { join } from "node:path";

const file = process.env.TAP;
const cli = join(import.meta.dirname, "../../dist/cli.js");
const server = spawn(process.execPath, [cli, ...process.argv.slice(2)], {
  stdio: ["pipe", "pipe", "inherit"],
});
process.stdin.on("data", (data) => {
  appendFileSync(file, data);
  server.stdin.write(data);
});
process.stdin.on("end", () => server.stdin.end());
server.stdout.on("data", (data) => {
  appendFileSync(file, data);
  process.stdout.write(data);
});
// An editor may end its server by a signal.
process.on("SIGTERM", () => server.kill("SIGTERM"));
server.on("close", (code, signal) => {
  appendFileSync(file, `\nSERVER ENDED ${code ?? signal}\n`);
  process.exit(code ?? 1);
});
