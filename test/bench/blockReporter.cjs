// Loaded into a server that is measured: writes into a file, when it is told by a signal, for how many
// milliseconds at most its event loop had no turn since the last time.
const { renameSync, writeFileSync } = require("node:fs");

let last = performance.now();
let longest = 0;
const look = () => {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
};
setInterval(look, 1).unref();

process.on("SIGUSR2", () => {
  look();
  const file = process.env.XMPP_STANZA_BLOCK_FILE;
  writeFileSync(`${file}.part`, String(longest));
  renameSync(`${file}.part`, file);
  longest = 0;
});
