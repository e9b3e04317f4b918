import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/{configuration,core,server,cli,project}/**/*.test.ts"],
    globalSetup: "test/build.ts",
    setupFiles: "test/setup.ts",
    // A busy machine may take ten times as long as an idle one; only what hangs is to fail.
    testTimeout: 60_000,
    // Tests share nothing but modules, and those keep nothing of a test: read anew for each file,
    // they would take more time than the tests.
    isolate: false,
    // All cores: many tests wait for processes, and the default leaves a core free.
    maxWorkers: "100%",
  },
});
