import { defineConfig } from "vitest/config";

/** The same tests with larger numbers, see docs/decisions/tests.md; one file at a time, for the memory that they take. */
export default defineConfig({
  test: {
    include: ["test/{core,server,tap,cli,project}/**/*.test.ts"],
    globalSetup: "test/build.ts",
    setupFiles: "test/setup.ts",
    env: { XMPP_STANZA_LONG: "1", XMPP_STANZA_RUNS: process.env.XMPP_STANZA_RUNS ?? "20" },
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    fileParallelism: false,
  },
});
