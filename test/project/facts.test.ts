/** The tables of data/ agree with the sources of XEPs, and are read out of them as they say. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { derive, pairsOf } from "../../scripts/facts/derive";
import { readSaid, readShown } from "../../scripts/facts/evidence";
import { readFolder } from "../../scripts/facts/folder";
import { type ConditionRow, formatTables, readTables } from "../../scripts/facts/tables";
import { readEntities, readXep } from "../../scripts/facts/xep";
import { StanzaDocument } from "../../server/core/document/document";
import { corpus } from "../support/corpus";
import { everyRule } from "../support/documents";

const folder = join(corpus, "xeps");
const hasSources = existsSync(`${folder}/xep.ent`);
if (!hasSources) console.log(`SKIPPED: there are no sources of XEPs at ${folder}`);
const tables = readTables(process.cwd());

describe.skipIf(!hasSources)("the sources of XEPs", () => {
  const xeps = hasSources ? readFolder(folder) : [];
  const { tables: derived, questions } = derive(tables, xeps);

  it("give exactly the tables in the repository, without open decisions", () => {
    expect(xeps.length).toBeGreaterThan(200);
    expect(formatTables(derived)).toEqual(formatTables(tables));
    expect(questions).toEqual([]);
  });

  it("give the same tables without the existing ones", () => {
    const present = new Set(xeps.map(({ document }) => document));
    const emptied = {
      ...tables,
      documents: tables.documents.map((row) =>
        present.has(row.document) ? { ...row, title: "", status: "", short_name: "" } : row,
      ),
      namespaces: tables.namespaces.map((row) =>
        present.has(row.document) ? { ...row, basis: "" } : row,
      ),
      conditions: tables.conditions.map((row) => ({
        ...row,
        shown: without(row.shown, present),
        said: without(row.said, present),
      })),
    };
    expect(emptied).not.toEqual(tables);
    expect(formatTables(derive(emptied, xeps).tables)).toEqual(formatTables(tables));
  });

  it("have examples without findings of the rules about these conditions", () => {
    for (const { document, examples } of xeps) {
      for (const example of examples) {
        const found = new StanzaDocument(example, everyRule)
          .findings()
          .map(({ finding }) => finding.rule.id)
          .filter((id) => /^app-condition-(?:pairing|undeclared)$/.test(id));
        expect(found, `${document}: ${example}`).toEqual([]);
      }
    }
  });
});

function without(cell: string, documents: ReadonlySet<string>): string {
  const parts = cell.split("; ").filter((part) => !documents.has(part.replace(/ \S+$/, "")));
  return parts.join("; ");
}

describe("the tables", () => {
  test("have a reason for each entry without a source", () => {
    const added = tables.conditions.filter((row) => row.added + row.dropped !== "");
    expect(added.length).toBeGreaterThan(0);
    expect(added.filter(({ reason }) => reason === "")).toEqual([]);
    const nowhere = tables.namespaces.filter(({ basis }) => basis === "none");
    expect(nowhere.filter(({ reason }) => reason === "")).toEqual([]);
  });

  test("have each namespace and each condition once", () => {
    const namespaces = tables.namespaces.map(({ namespace }) => namespace);
    expect(new Set(namespaces).size).toBe(namespaces.length);
    const conditions = tables.conditions.map(({ namespace, name }) => `${namespace} ${name}`);
    expect(new Set(conditions).size).toBe(conditions.length);
  });
});

const source = `<?xml version='1.0'?>
<!DOCTYPE xep SYSTEM 'xep.dtd' [<!ENTITY % ents SYSTEM 'xep.ent'> %ents;
<!ENTITY ns "urn:xmpp:made-up:0">]>
<xep><header><title>Made &amp; Up</title>&LEGALNOTICE;<number>9999</number><status>Draft</status>
<shortname>NOT_YET_ASSIGNED</shortname></header>
<section1 topic='Errors'>
<p>One. The service returns &notallowed; with a condition of &lt;too-odd/&gt;. Else it does not.</p>
<table><tr><th>Type</th><th>Condition</th></tr>
<tr><td>Modify</td><td>&lt;x:bad-request/&gt;</td><td><p>too-even</p></td></tr></table>
<example caption='One'><![CDATA[
<iq type='error' id='1'><error type='cancel'>
  <not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><too-odd xmlns=']]>&ns;<![CDATA['/>
</error></iq>
<iq type='error' id='2'><error type='cancel'><too-odd xmlns='urn:xmpp:made-up:0'></error></iq>]]></example>
</section1></xep>`;
const common = readEntities(
  `<!-- <!ENTITY no "no"> --><!ENTITY LEGALNOTICE "<legal>Mine</legal>"><!ENTITY notallowed "&lt;not-allowed/&gt;">`,
);

describe("the source of a XEP", () => {
  const xep = readXep("XEP-9999", source, common);

  it("has its header, with the published name of the status Draft", () => {
    expect(xep).toMatchObject({ title: "Made & Up", status: "Stable", shortName: "" });
    expect(readXep("inbox/odd", source, common).status).toBe("ProtoXEP");
  });

  it("shows conditions in examples, in those that are well-formed", () => {
    expect(readShown(xep)).toEqual([
      { namespace: "urn:xmpp:made-up:0", name: "too-odd", pair: "not-allowed/cancel" },
    ]);
  });

  it("shows in a sentence or in a row which conditions go together", () => {
    expect(readSaid(xep, new Set(["too-odd", "too-even"]))).toEqual([
      { name: "too-odd", pair: "not-allowed/?" },
      { name: "too-even", pair: "bad-request/modify" },
    ]);
  });

  it("lists facts that are in no table", () => {
    const empty = { documents: [], namespaces: [], conditions: [], leftOut: [] };
    expect(derive(empty, [xep]).questions).toEqual([
      "XEP-9999: urn:xmpp:made-up:0 is in no table; which document defines it?",
      "XEP-9999: <too-odd xmlns='urn:xmpp:made-up:0'/> has no row",
    ]);
  });
});

test("a fact without a type gives way to one with a type", () => {
  const [row] = tables.conditions;
  const made: ConditionRow = {
    ...row!,
    said: "XEP-0001 not-allowed/?,gone/?; XEP-0002 conflict/?",
    shown: "XEP-0001 not-allowed/cancel,none/cancel",
    added: "",
    dropped: "gone/?",
  };
  expect(pairsOf(made)).toEqual(["conflict/?", "not-allowed/cancel"]);
});
