/** A text in blocks says what a string says, whatever was done to it and wherever its blocks end. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { applyEdits } from "../../server/core/rules/edits";
import { EditableText } from "../../server/core/text/editableText";
import { editOf, rawEdit, runs } from "../support/random";

/** As an editor's library has it. */
function asDocument(text: string): TextDocument {
  return TextDocument.create("file:///a", "xml", 1, text);
}

const lines = fc.array(
  fc.constantFrom("a", "<b>", "\r", "\n", "\r\n", "👩", "\u2028", "long ".repeat(5)),
  {
    maxLength: 60,
  },
);

test("has the positions that the protocol's own library has, at each offset", () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 12 }), (parts, block) => {
      const text = parts.join("");
      const editable = new EditableText(text, block);
      const document = asDocument(text);
      for (let offset = -1; offset <= text.length + 1; offset++) {
        expect(editable.positionAt(offset)).toEqual(document.positionAt(offset));
      }
      for (let line = -1; line <= document.lineCount; line++) {
        for (const character of [-1, 0, 1, 2, 5, 30, Number.POSITIVE_INFINITY]) {
          const position = { line, character };
          expect(editable.offsetAt(position)).toBe(document.offsetAt(position));
        }
      }
    }),
    { numRuns: runs(200) },
  );
});

test("is the string that the edits make, with its slices and positions", () => {
  const edits = fc.array(rawEdit, { maxLength: 12 });
  fc.assert(
    fc.property(lines, edits, fc.integer({ min: 1, max: 40 }), (parts, raws, block) => {
      let text = parts.join("");
      const editable = new EditableText(text, block);
      for (const raw of raws) {
        const edit = editOf(raw, text);
        text = applyEdits(text, [edit]);
        editable.edit(edit);
        expect(editable.length).toBe(text.length);
        const start = raw.at % (text.length + 1);
        const end = Math.min(text.length, start + raw.length);
        expect(editable.slice(start, end)).toBe(text.slice(start, end));
        expect(editable.positionAt(start)).toEqual(asDocument(text).positionAt(start));
        const position = { line: raw.length % 7, character: raw.at % 9 };
        expect(editable.offsetAt(position)).toBe(asDocument(text).offsetAt(position));
      }
      expect(editable.toString()).toBe(text);
    }),
    { numRuns: runs(300) },
  );
});

describe("a copy", () => {
  test("keeps its text when the other one is edited, and the other way round", () => {
    const one = new EditableText("first\nsecond", 4);
    const other = one.copy();
    one.edit({ span: { start: 0, end: 5 }, newText: "1st" });
    other.edit({ span: { start: 6, end: 12 }, newText: "2nd" });
    expect([one.toString(), other.toString()]).toEqual(["1st\nsecond", "first\n2nd"]);
  });
});
