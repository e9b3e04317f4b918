/**
 * A second opinion on which stanzas are well-formed: libxml2, by its program xmllint. Where that is not
 * installed the test is skipped (Debian has it in libxml2-utils; CI installs it).
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { escapeValue } from "../../server/core/rules/edits";
import { parse } from "../../server/core/xml/parse";
import { lookupNamespace, type Scope } from "../../server/core/xml/scope";
import { noCorpus, readCorpus } from "../support/corpus";
import { open } from "../support/documents";
import { fixtures } from "../support/fixtures";

const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;
const missing = hasXmllint ? "" : "(skipped: xmllint is not installed)";

interface Stanza {
  readonly source: string;
  readonly scope: Scope | undefined;
}

function stanzasOf(text: string): Stanza[] {
  const document = open(text);
  return document.stanzaSpans().map(({ start, end }) => {
    return { source: text.slice(start, end), scope: document.scopeAt(start) };
  });
}

/** Well-formed, and without references to what nobody declares and a document type inside. */
function isWellFormed({ source, scope }: Stanza): boolean {
  const parsed = parse(source, scope);
  if (!parsed.root) return false;
  return parsed.restricted.every(({ feature }) => feature === "processing-instruction");
}

/** The stanza in an element that declares what is declared around it. */
function asDocument({ source, scope }: Stanza): string {
  const prefixes = new Set(["stream"]);
  for (let one = scope; one; one = one.parent) {
    for (const prefix of one.namespaces?.keys() ?? []) prefixes.add(prefix);
  }
  const declarations = [...prefixes]
    .filter((prefix) => prefix !== "xml" && prefix !== "xmlns" && !/[^\w.-]/.test(prefix))
    .map((prefix) => {
      const namespace = escapeValue(lookupNamespace(scope, prefix) ?? "", '"');
      return ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${namespace}"`;
    });
  return `<around${declarations.join("")}>${source}</around>`;
}

/**
 * Messages that do not concern well-formedness: warnings, a namespace name that is no URI, and an xml:id that is no
 * name.
 */
const besides = / warning : |is not a valid URI$|: xml:id : /;

const BATCH = 400;

/** For each document whether xmllint has nothing to complain of. */
function acceptedByXmllint(documents: readonly string[]): boolean[] {
  const folder = mkdtempSync(join(tmpdir(), "xmpp-stanza-"));
  try {
    const names = documents.map((text, index) => {
      writeFileSync(join(folder, `${index}.xml`), text);
      return `${index}.xml`;
    });
    const refused = new Set<string>();
    for (let at = 0; at < names.length; at += BATCH) {
      const files = names.slice(at, at + BATCH);
      const { stderr, error } = spawnSync("xmllint", ["--noout", "--nonet", ...files], {
        cwd: folder,
        encoding: "utf8",
        maxBuffer: 1 << 28,
      });
      if (error) throw error;
      for (const [line, name = ""] of stderr.matchAll(/^(\d+\.xml):\d+: .*/gm)) {
        if (!besides.test(line)) refused.add(name);
      }
    }
    return names.map((name) => !refused.has(name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function expectAgreement(stanzas: readonly Stanza[]): void {
  // A lone surrogate cannot be written to a file.
  const written = stanzas.filter(({ source }) => source.isWellFormed());
  const theirs = acceptedByXmllint(written.map(asDocument));
  const disagreed = written.filter((stanza, index) => isWellFormed(stanza) !== theirs[index]);
  expect(disagreed.map(({ source }) => source.slice(0, 300))).toEqual([]);
}

test.skipIf(!hasXmllint)(`xmllint agrees on the fixtures ${missing}`, () => {
  const stanzas = fixtures.flatMap(({ text }) => stanzasOf(text));
  expect(stanzas.length).toBeGreaterThan(500);
  expectAgreement(stanzas);
});

const files = readCorpus();

test.skipIf(!hasXmllint || files.length === 0)(
  `xmllint agrees on the corpus ${missing}${noCorpus}`,
  () => expectAgreement(files.flatMap(({ text }) => stanzasOf(text))),
);
