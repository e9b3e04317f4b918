/** Reporters by the names of their formats. */

import { compact } from "./compact";
import { github } from "./github";
import { json, jsonReport } from "./json";
import { pretty } from "./pretty";
import type { Reporter, ReporterOptions } from "./reporter";
import { tsv } from "./tsv";

type CreateReporter = (options: ReporterOptions) => Reporter | Promise<Reporter>;

const reporters = {
  pretty,
  compact,
  tsv,
  json,
  "json-report": jsonReport,
  jsonl: async (options) => (await import("./jsonl")).jsonl(options),
  // Loaded on demand, with the texts of all rules.
  sarif: async (options) => (await import("./sarif")).sarif(options),
  github,
  junit: async (options) => (await import("./junit")).junit(options),
} satisfies Record<string, CreateReporter>;

export type ReporterName = keyof typeof reporters;

export const reporterNames = Object.keys(reporters) as readonly ReporterName[];

export async function createReporter(
  name: ReporterName,
  options: ReporterOptions,
): Promise<Reporter> {
  return (reporters satisfies Record<string, CreateReporter>)[name](options);
}
