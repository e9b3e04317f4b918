import { defineConfig } from "vitest/config";

/** Coverage of the core's branches by its tests; processes are tested from their bundles and not measured. */
export default defineConfig({
  test: {
    include: ["test/core/**/*.test.ts"],
    exclude: ["test/core/{conformance,editing,hostile,neverFails,wellFormed}.test.ts"],
    setupFiles: "test/setup.ts",
    testTimeout: 600_000,
    isolate: false,
    maxWorkers: "100%",
    coverage: {
      provider: "v8",
      include: ["server/core/**/*.ts"],
      reporter: ["text", "html", "json-summary"],
      thresholds: { branches: 95 },
    },
  },
});
