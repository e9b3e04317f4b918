/** The commands by their names, each loaded on first use. */

import type { CliCommand } from "../command";
import { check } from "./check";

/** In the order of the help. `check` is loaded at once, because its start must be fast. */
export const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  check: async () => check,
  stanzas: async () => (await import("./stanzas")).stanzas,
  reply: async () => (await import("./reply")).reply,
  diagram: async () => (await import("./diagram")).diagram,
  tap: async () => (await import("./tap")).tap,
  rules: async () => (await import("./rules")).rules,
  explain: async () => (await import("./explain")).explain,
  server: async () => (await import("./server")).server,
  completions: async () => (await import("./completions")).completions,
};

/** All commands, in the order of the help. */
export function loadCommands(): Promise<CliCommand[]> {
  return Promise.all(Object.values(commands).map((load) => load()));
}
