/** Traps in what a repository says about itself: configurations, lists of patterns, links to them, and names. */

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import type { Trap } from "./hostileTraps";

export const chains: Trap[] = [
  {
    name: "links to links that lead out",
    set(repository) {
      symlinkSync("../outside", repository.at("c"));
      symlinkSync("c", repository.at("b"));
      symlinkSync("b/secret.xmpp", repository.at("b.xmpp"));
    },
  },
  {
    name: "a configuration that is a link to one outside",
    set(repository) {
      repository.write("../outside/settings", '{ "rules": { "iq-id-missing": "off" } }');
      symlinkSync("../outside/settings", repository.at("xmpp-stanza.json"));
    },
  },
  {
    name: "a repository of git whose lists are devices",
    set(repository) {
      repository.write(".git/config", "[core]\n\texcludesFile = /dev/zero\n");
      mkdirSync(repository.at(".git/info"), { recursive: true });
      symlinkSync("/dev/zero", repository.at(".git/info/exclude"));
    },
    message: /exclude: is not a regular file/,
  },
];

export const configurations: Trap[] = [
  {
    name: "a configuration of half a million brackets",
    set: (repository) => repository.write("xmpp-stanza.json", "[".repeat(500_000)),
    message: /xmpp-stanza\.json:1:33: Nested deeper than 32 levels/,
  },
  {
    name: "a configuration of a megabyte of one word",
    set: (repository) =>
      repository.write("xmpp-stanza.json", JSON.stringify({ language: "x".repeat(999_000) })),
    message: /xmpp-stanza\.json:1:13: Must be "en", "zh-cn"/,
  },
  {
    name: "a configuration that is longer than any",
    set: (repository) => repository.write("xmpp-stanza.json", `{}${" ".repeat(1_000_001)}`),
    message: /xmpp-stanza\.json: is too large: more than 1 MB/,
    stops: true,
  },
  {
    name: "patterns that stand for a million characters each",
    set(repository) {
      const files = `${"a".repeat(4000)}${"{a,b}".repeat(8)}`;
      const overrides = Array.from({ length: 20 }, () => ({ files, rules: {} }));
      repository.write("xmpp-stanza.json", JSON.stringify({ overrides }));
    },
    message: /xmpp-stanza\.json:1:\d+: Pattern whose alternatives have more than 20000 characters/,
  },
  {
    name: "a megabyte of patterns",
    set(repository) {
      const ignore = Array.from({ length: 15_000 }, (_, i) => `*${"a".repeat(40)}${i}*`);
      repository.write("xmpp-stanza.json", JSON.stringify({ ignore }));
      repository.write(`${"a".repeat(80)}.xmpp`, "<presence/>\n");
    },
    message: /xmpp-stanza\.json:1:\d+: Patterns of more than 20000 characters in all/,
  },
  {
    name: "a file that is named and listed like standard input",
    set(repository) {
      const sources = { transcript: { files: ["-"] } };
      repository.write("xmpp-stanza.json", JSON.stringify({ sources }));
      repository.write("-", "<presence/>\n");
    },
  },
];

export const names: Trap[] = [
  {
    name: "a name that colours a terminal and begins an annotation",
    set: (repository) =>
      repository.write("b\u001b[31m\n::error::x\u202e.xmpp", "<message type='x'/>\n"),
    args: ["--format", "github"],
  },
  {
    name: "a name that is no UTF-8",
    set(repository) {
      const name = Buffer.from([0x62, 0xff, ...Buffer.from(".xmpp")]);
      writeFileSync(Buffer.concat([Buffer.from(`${repository.path}/`), name]), "<presence/>\n");
    },
    message: /b\ufffd\.xmpp: its name is not UTF-8/,
    ...(process.platform === "linux" ? {} : { reasonToSkip: "other systems have no such names" }),
  },
  {
    name: "a folder whose name is no UTF-8",
    set(repository) {
      mkdirSync(Buffer.concat([Buffer.from(repository.at("b")), Buffer.from([0xff])]));
    },
    message: /b\ufffd: its name is not UTF-8/,
    ...(process.platform === "linux" ? {} : { reasonToSkip: "other systems have no such names" }),
  },
  {
    name: "names that look like options",
    set(repository) {
      for (const name of ["--fix.xmpp", "-.xmpp", "@list.xmpp"]) {
        repository.write(name, "<presence/>\n");
      }
    },
  },
];
