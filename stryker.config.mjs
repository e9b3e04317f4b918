// Mutation testing of the core, see docs/decisions/tests.md. One file of it:
// npm run mutants -- --mutate server/core/rules/text-multiple.ts

export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutants.config.mts" },
  plugins: ["@stryker-mutator/vitest-runner", "./scripts/mutants/texts.mjs"],
  ignorers: ["texts"],
  mutate: [
    "server/core/rules/**/*.ts",
    "server/core/xml/{frame,markup,scope}.ts",
    "server/core/document/framedText.ts",
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
