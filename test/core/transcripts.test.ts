/** Transcripts in which every line has a prefix, and templates with holes in their markup. */

import { describe, expect, it } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { StanzaDocument } from "../../server/core/document/document";

const error = `<iq type='error' id='q1' from='x.example'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>
`;
const open = (text: string) => new StanzaDocument(text, defaultConfiguration);
const rules = (text: string) =>
  open(text)
    .findings()
    .map(({ finding }) => finding.rule.id);

describe("a prefix on every line", () => {
  for (const prefix of ["S: ", "> ", "# ", "2024-01-01 12:00:01 S: "]) {
    it(`is no text of the error: ${prefix}`, () => {
      expect(rules(error.replace(/^(?=.)/gm, prefix))).toEqual([]);
    });
  }

  it("may be a time that goes on", () => {
    let seconds = 0;
    expect(rules(error.replace(/^(?=.)/gm, () => `12:00:${10 + seconds++} RECV: `))).toEqual([]);
  });

  it("hides no text that stands on one line only", () => {
    expect(rules(error.replace("'cancel'>", "'cancel'>S:"))).toEqual(["error-stray-text"]);
  });
});

describe("a `<` before a template's hole", () => {
  it("is not escaped: it becomes a tag, of whatever name", () => {
    const text = "<iq type='error' id='1'><error type='cancel'><{name}/></error></iq>";
    const document = open(text);
    expect(document.findings()).toEqual([]);
    expect(document.repairs()).toEqual([]);
  });

  it("is escaped where it cannot be one, together with all else", () => {
    const document = open("<message><body>R&D and 3 < 4</body></message>");
    expect(document.repairs()).not.toEqual([]);
  });
});
