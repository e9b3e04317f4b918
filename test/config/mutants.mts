import { defineConfig } from "vitest/config";

/** Tests for mutants of the core: all of its tests, except those that take long or start processes. */
export default defineConfig({
  test: {
    include: ["test/core/*.test.ts"],
    exclude: [
      "test/core/{conformance,document,editing,fixes,format,hostile,loose,neverFails,tagPairs,wellFormed}.test.ts",
    ],
    // Properties are tried a few times only: a mutant that they alone see wants an example.
    env: { XMPP_STANZA_RUNS: "0.1" },
    setupFiles: "test/setup.ts",
    testTimeout: 600_000,
    isolate: false,
  },
});
