// Mutation testing of the core, see docs/decisions/tests.md. One file of it:
// npm run mutants -- --mutate server/core/rules/text-multiple.ts

import { fileURLToPath } from "node:url";

const texts = fileURLToPath(new URL("../../scripts/mutants/texts.mjs", import.meta.url));

export default {
  testRunner: "vitest",
  vitest: { configFile: "test/config/mutants.mts" },
  plugins: ["@stryker-mutator/vitest-runner", texts],
  ignorers: ["texts"],
  mutate: [
    "server/core/rules/**/*.ts",
    "server/core/xml/{frame,markup,scope}.ts",
    "server/core/document/{framedText,framingWindow,piece}.ts",
  ],
  coverageAnalysis: "perTest",
  concurrency: 1,
  timeoutMS: 20_000,
  // The one of TypeScript 7 cannot be asked; vitest takes the sources as they are.
  tsconfigFile: "none",
  ignorePatterns: ["/.vscode-test", "/dist", "/docs", "/client", "/reports", "/coverage", "/media"],
  reporters: ["clear-text", "progress-append-only", "html", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
};
