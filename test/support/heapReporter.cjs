// Loaded into a server's process before it (node --expose-gc --require): on a signal it collects what is
// garbage and writes what is left of the heap to the file that the environment names.

const { writeFileSync, renameSync } = require("node:fs");

process.on("SIGUSR2", () => {
  // Twice: what weak references hold goes with the second.
  globalThis.gc();
  setTimeout(() => {
    globalThis.gc();
    const file = process.env.XMPP_STANZA_HEAP_FILE;
    writeFileSync(`${file}.part`, String(process.memoryUsage().heapUsed));
    renameSync(`${file}.part`, file);
  }, 20);
});
