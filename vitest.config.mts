import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/{configuration,core,server,cli,project}/**/*.test.ts"],
    globalSetup: "test/build.ts",
    setupFiles: "test/setup.ts",
    testTimeout: 20_000,
  },
});
