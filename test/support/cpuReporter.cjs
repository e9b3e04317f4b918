// Loaded into a command line's process before it (node --require): at its end it writes the processor time that it took,
// in microseconds, to the file that CPU_REPORT names.

const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.CPU_REPORT, String(user + system));
});
