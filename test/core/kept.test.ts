/** Caches of parts of a text do not keep the text itself, though a slice of a string is a view of all of it. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { EditableText } from "../../server/core/text/editableText";
import { open } from "../support/documents";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

const MEGABYTE = 1_000_000;

/** Number of bytes by which the heap grows with the work. */
function growthOf(work: () => unknown): number {
  const before = held();
  const kept = work();
  const after = held();
  expect(kept).toBeDefined();
  return after - before;
}

function held(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** A text of about a megabyte, as one that was read from a file. */
function textAround(stanza: string): string {
  return Buffer.from(stanza + " ".repeat(MEGABYTE)).toString("latin1");
}

test("names in stanzas outlive a document that is closed, its text does not", () => {
  const openNext = (from: number) => {
    for (let i = from; i < from + 20; i++) {
      const name = `a-name-of-its-own-${i}`;
      const stanza = `<iq type='get' id='1' from='${name}@a.example' to='${name}'><${name} xmlns='urn:${name}:${name}'/></iq>`;
      open(textAround(stanza)).findings();
    }
    return true;
  };
  // The program itself grows with what it does for the first time.
  openNext(0);
  const growth = growthOf(() => openNext(20));
  expect(growth).toBeLessThan(5 * MEGABYTE);
});

test("names that were looked up as slips do not keep the text either", () => {
  const openNext = (from: number) => {
    for (let i = from; i < from + 20; i++) {
      const condition = `<no-such-condition-${i} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>`;
      const error = `<message type='error'><error type='cancel'>${condition}</error></message>`;
      expect(open(textAround(error)).findings()).toHaveLength(1);
    }
    return true;
  };
  openNext(0);
  expect(growthOf(() => openNext(20))).toBeLessThan(5 * MEGABYTE);
});

test("a document whose text was taken away keeps nothing of it but the stanzas that are left", () => {
  const left =
    "<iq type='get' id='a-long-identifier' from='somebody@a.example/desk' to='somebody@b.example/desk'/>\n" +
    "<iq type='strange-type-of-stanza' from='another-one@a.example/desk'><a-long-name xmlns='urn:another:name'/></iq>\n" +
    "<iq type='error' id='another-identifier'><error type='cancel'><feature-not-understood xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>\n" +
    "<!-- xmpp-stanza-disable iq-from-nowhere: why -->\n<presence/>\n";
  const opened = () => {
    const document = open(textAround(left));
    expect(document.findings().length).toBeGreaterThan(3);
    document.edit({ span: { start: left.length + 1000, end: document.text.length }, newText: "" });
    expect(document.findings().length).toBeGreaterThan(3);
    return document;
  };
  opened();
  const growth = growthOf(() => Array.from({ length: 20 }, opened));
  // Twenty texts would be twenty megabytes; blocks around what is left are a few.
  expect(growth).toBeLessThan(10 * MEGABYTE);
});

test("a part of a text that was edited keeps no version of it", () => {
  const text = new EditableText(textAround("<presence/>"));
  const growth = growthOf(() => {
    const parts: string[] = [];
    for (let i = 0; i < 20; i++) {
      text.edit({ span: { start: 0, end: 0 }, newText: "<presence/>" });
      text.toString();
      parts.push(text.slice(0, 100));
    }
    return parts;
  });
  expect(growth).toBeLessThan(5 * MEGABYTE);
});

test("stanzas of ever other shapes are not all remembered", () => {
  const checkNext = (from: number) => {
    for (let i = from; i < from + 4000; i++) {
      // Twice, so that it is worth remembering.
      const long = `condition-${i}-${"x".repeat(1500)}`;
      const error = `<error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><${long} xmlns='urn:a'/></error>`;
      const stanza = `<message type='error'>${error}</message>`;
      expect(open(`${stanza}\n${stanza}`).findings()).toHaveLength(0);
    }
    return true;
  };
  checkNext(0);
  const growth = growthOf(() => checkNext(4000));
  expect(growth).toBeLessThan(10 * MEGABYTE);
});

test("the scope around stanzas is not kept for each stanza", () => {
  const checkNext = (from: number) => {
    for (let i = from; i < from + 200; i++) {
      const around = (one: number) =>
        `<w xml:lang='${"x".repeat(900)}${i}-${one}'><message/></w>\n`;
      const text = Array.from({ length: 100 }, (_, one) => around(one)).join("");
      expect(open(text).findings()).toHaveLength(0);
    }
    return true;
  };
  checkNext(0);
  expect(growthOf(() => checkNext(200))).toBeLessThan(10 * MEGABYTE);
});
