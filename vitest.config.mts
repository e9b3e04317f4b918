import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/{patterns,configuration,core,tap,api,server,cli,project}/**/*.test.ts"],
    globalSetup: "test/build.ts",
    setupFiles: "test/setup.ts",
    // These end what hangs, and nothing else: no test depends on how long anything takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Tests share nothing but modules, and those keep nothing of a test: read anew for each file,
    // they would take more time than the tests.
    isolate: false,
    // All cores: many tests wait for processes, and the default leaves a core free.
    maxWorkers: "100%",
  },
});
