/** Two clients for all tests of a file: this project's own, which shows snippets and choices, and one without either. */

import { expect } from "vitest";
import { ownClient, plainClient, snippetClient } from "./completing";
import { Session } from "./support";

export async function startClients(): Promise<[snippets: Session, plain: Session]> {
  const snippets = await Session.start(snippetClient, {}, undefined, ownClient);
  return [snippets, await Session.start(plainClient)];
}

/** Ends the sessions, in which nothing may have been logged. */
export function endClients(sessions: readonly Session[]): void {
  expect(sessions.flatMap(({ logged }) => logged)).toEqual([]);
  for (const session of sessions) session.dispose();
}
