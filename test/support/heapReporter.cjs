// Loaded into a server's process before it (node --expose-gc --require): for each message of its parent it collects
// what is garbage and answers with the bytes of the heap that are left.

process.on("message", () => {
  globalThis.gc();
  // Targets of weak references are collected in a later turn.
  setImmediate(() => {
    globalThis.gc();
    process.send(process.memoryUsage().heapUsed);
  });
});
