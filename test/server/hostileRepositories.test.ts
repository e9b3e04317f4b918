/**
 * The server in repositories that set traps: it answers, lives on, and writes and runs nothing. The quick part has one
 * trap of each kind that it could meet; the long run has all of them, as root and as another user.
 */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import {
  HostileRepository,
  isRoot,
  nobody,
  reasonNotToRunAs,
  self,
  type User,
} from "../support/hostileRepository";
import { type Trap, trapsByKind } from "../support/hostileTraps";
import { ServerProcess } from "./serverProcess";

const isLong = process.env.XMPP_STANZA_LONG === "1";
const users = isLong && isRoot ? [self, nobody] : [self];
const { links = [], special = [], patterns = [] } = trapsByKind;
const configurations = special.filter(({ name }) => name.endsWith("xmpp-stanza.json"));
const quick = [...links, ...configurations, ...patterns].filter((_, i, { length }) =>
  [0, links.length, length - 1].includes(i),
);
const cases = isLong ? Object.values(trapsByKind).flat() : quick;

async function expectAnswers(trap: Trap, user: User, capabilities?: null): Promise<void> {
  using repository = new HostileRepository(user);
  trap.set(repository);
  repository.giveAway();
  const before = repository.snapshot();
  // A server of another user cannot see whether this process lives, and would end.
  const asUser =
    user.uid === self.uid ? {} : { user: { uid: user.uid, gid: user.gid }, processId: null };
  const server = await ServerProcess.start({
    folder: repository.path,
    env: { HOME: repository.home, ...trap.env },
    ...(capabilities === null && { capabilities }),
    ...asUser,
  });
  try {
    const path = repository.at("a.xmpp");
    const uri = pathToFileURL(path).href;
    await server.open(readFileSync(path, "utf8"), uri);
    expect(await server.codes(uri)).toEqual(["error-type-missing"]);
    const all = await server.connection.sendRequest("workspace/diagnostic", {
      previousResultIds: [],
    });
    expect(JSON.stringify(all)).not.toContain("secret");
    if (trap.isForRoot === false && user.uid !== 0) {
      expect(JSON.stringify(all)).toContain("reading it is not permitted");
    }
    const textDocument = { uri };
    const position = { line: 0, character: 3 };
    const hover = server.connection.sendRequest("textDocument/hover", { textDocument, position });
    expect(await hover).not.toBeNull();
    expect([server.isAlive, server.stderr]).toEqual([true, ""]);
  } finally {
    server.kill();
  }
  expect(repository.snapshot(), "answers, and writes nothing outside").toEqual(before);
}

describe.each(users)("as $name", (user) => {
  const reason = reasonNotToRunAs(user);
  test.for(cases)("$name", async (trap, { skip }) => {
    const obstacle = reason ?? trap.reasonToSkip;
    if (obstacle !== undefined) skip(obstacle);
    await expectAnswers(trap, user);
  });
});

test("a client that sends null for its capabilities is answered there, too", async ({ skip }) => {
  const trap = cases[0]!;
  if (trap.reasonToSkip !== undefined) skip(trap.reasonToSkip);
  await expectAnswers(trap, self, null);
});
