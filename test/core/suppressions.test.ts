/** Comments that silence findings, and the findings about those that silence nothing. */

import { describe, expect, it } from "vitest";
import { type Configuration, defaultConfiguration } from "../../server/core/check/config";
import { messageOf } from "../../server/core/check/messages";
import { type DocumentFinding, StanzaDocument } from "../../server/core/document/document";
import { applyEdits } from "../../server/core/rules/edits";
import type { Edit } from "../../server/core/text/edit";

const noId = "<iq type='result'/>";
const noIdAndType = "<iq/>";

/** Findings about the text: `rule` for a finding of a rule, `unused: name` for an unused suppression. */
function told(text: string, configuration: Configuration = defaultConfiguration): string[] {
  return new StanzaDocument(text, configuration).findings().map(({ finding }) => {
    const { rule, messageKey, values } = finding;
    return rule.id === "suppression-unused" ? `${messageKey}: ${values.name}` : rule.id;
  });
}

describe("xmpp-stanza-expect", () => {
  it("silences the rule in the next stanza", () => {
    expect(told(`<!-- xmpp-stanza-expect iq-id-missing -->\n${noId}`)).toEqual([]);
    expect(told(`<!-- xmpp-stanza-expect iq-id-missing -->\n${noId}\n${noId}`)).toEqual([
      "iq-id-missing",
    ]);
  });

  it("silences the rule in the stanza it stands in", () => {
    const text = "<iq type='result'>\n  <!-- xmpp-stanza-expect iq-id-missing -->\n</iq>";
    expect(told(text)).toEqual([]);
  });

  it("takes several rules and a reason", () => {
    const comment =
      "<!-- xmpp-stanza-expect iq-id-missing, iq-type-missing: on purpose, see #1 -->";
    expect(told(comment + noIdAndType)).toEqual([]);
  });

  it("reports an expectation that is not met", () => {
    const comment = "<!-- xmpp-stanza-expect iq-id-missing, iq-type-missing -->";
    expect(told(comment + noId)).toEqual(["expected: iq-type-missing"]);
    expect(told(comment)).toEqual(["expected: iq-id-missing", "expected: iq-type-missing"]);
  });

  it("can expect that a stanza is not well-formed", () => {
    const broken = "<message><body></message>";
    expect(told(`<!-- xmpp-stanza-expect xml-not-well-formed -->\n${broken}`)).toEqual([]);
  });

  it("does not judge rules that were not checked", () => {
    const comment = "<!-- xmpp-stanza-expect iq-id-missing -->";
    expect(told(`${comment}<iq><query></iq>`)).toEqual(["xml-not-well-formed"]);
    const off: Configuration = { ...defaultConfiguration, rules: { "iq-id-missing": "off" } };
    expect(told(comment + noId, off)).toEqual([]);
  });
});

describe("xmpp-stanza-disable-next-line", () => {
  const disable = "<!-- xmpp-stanza-disable-next-line iq-id-missing -->";

  it("silences findings that begin on the next line, and only there", () => {
    expect(told(`${disable}\n${noId}`)).toEqual([]);
    expect(told(`${disable}\n\n${noId}`)).toEqual(["unused: iq-id-missing", "iq-id-missing"]);
    expect(told(`${disable}${noId}`)).toEqual(["unused: iq-id-missing", "iq-id-missing"]);
  });

  it("steps over lines that hold nothing but such comments", () => {
    const other = "<!-- xmpp-stanza-disable-next-line iq-type-missing -->";
    expect(told(`${disable}\n  ${other}\n${noIdAndType}`)).toEqual([]);
  });

  it("works inside a stanza", () => {
    const text = `<iq type='error' id='a'>
  <!-- xmpp-stanza-disable-next-line error-type-missing -->
  <error>
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`;
    expect(told(text)).toEqual([]);
    expect(told(text.replaceAll("\n", "\r\n"))).toEqual([]);
  });
});

describe("xmpp-stanza-disable and -enable", () => {
  it("silence the rule between them", () => {
    const text = `<!-- xmpp-stanza-disable iq-id-missing -->
${noId}
${noId}
<!-- xmpp-stanza-enable iq-id-missing -->
${noId}`;
    const [only, ...others] = new StanzaDocument(text, defaultConfiguration).findings();
    expect(others).toEqual([]);
    expect(only?.stanzaStart).toBe(text.lastIndexOf("<iq"));
  });

  it("silence it to the end of the file where it is not enabled again", () => {
    expect(told(`<!-- xmpp-stanza-disable iq-id-missing -->${noId}\n${noId}`)).toEqual([]);
  });

  it("enable everything again where no rule is named", () => {
    const text = `<!-- xmpp-stanza-disable iq-id-missing -->${noId}<!-- xmpp-stanza-enable -->${noId}`;
    expect(told(text)).toEqual(["iq-id-missing"]);
  });
});

describe("xmpp-stanza-disable-file", () => {
  it("silences the rule in all of the file, wherever it stands", () => {
    expect(told(`${noId}\n<!-- xmpp-stanza-disable-file iq-id-missing -->\n${noId}`)).toEqual([]);
  });

  it("is reported where there is nothing to silence", () => {
    expect(told("<presence/>\n<!-- xmpp-stanza-disable-file iq-id-missing -->")).toEqual([
      "unused: iq-id-missing",
    ]);
  });
});

describe("a comment that cannot silence anything", () => {
  it("is reported if it names no rule, or none that there is", () => {
    expect(told("<!-- xmpp-stanza-disable -->")).toEqual(["no-rule: disable"]);
    expect(told("<!-- xmpp-stanza-disable iq-id-mising -->")).toEqual([
      "unknown-rule: iq-id-mising",
    ]);
    expect(told("<!-- xmpp-stanza-disable-line iq-id-missing -->")).toEqual([
      "unknown-word: disable-line",
    ]);
  });

  it("suggests the name that was meant", () => {
    const document = new StanzaDocument(
      "<!-- xmpp-stanza-expect iq-id-mising -->",
      defaultConfiguration,
    );
    expect(messageOf(document.findings()[0]!.finding)).toContain("Did you mean iq-id-missing?");
  });

  it("is not looked for in character data", () => {
    const text = "<message><body><![CDATA[<!-- xmpp-stanza-disable -->]]></body></message>";
    expect(told(text)).toEqual([]);
  });
});

describe("the fix of an unused suppression", () => {
  const fixed = (text: string) => {
    const document = new StanzaDocument(text, defaultConfiguration);
    const found = document.findings().find(({ finding }) => finding.messageKey === "unused");
    return applyEdits(text, document.fixes(found!)[0]?.edits ?? []);
  };

  it("removes the comment with its line", () => {
    expect(fixed("<presence/>\n<!-- xmpp-stanza-disable iq-payload: why -->\n<presence/>\n")).toBe(
      "<presence/>\n<presence/>\n",
    );
  });

  it("removes only the name if others have their effect", () => {
    expect(fixed(`<!-- xmpp-stanza-disable iq-payload, iq-id-missing -->\n${noId}`)).toBe(
      `<!-- xmpp-stanza-disable iq-id-missing -->\n${noId}`,
    );
    expect(fixed(`<!-- xmpp-stanza-disable iq-id-missing, iq-payload -->\n${noId}`)).toBe(
      `<!-- xmpp-stanza-disable iq-id-missing -->\n${noId}`,
    );
  });
});

describe("a silenced finding", () => {
  it("is not repaired", () => {
    const text = `<!-- xmpp-stanza-expect error-type-missing -->
<iq type='error' id='a'><error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
`;
    const document = new StanzaDocument(
      text + text.slice(text.indexOf("<iq")),
      defaultConfiguration,
    );
    const edits = document.repairs();
    expect(edits).toHaveLength(1);
    expect(edits[0]!.span.start).toBeGreaterThan(text.length);
  });
});

describe("a comment that is offered for a finding", () => {
  const texts = {
    "one line": noId,
    "several lines": `<iq type='error' id='a'>
  <error>
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
    "a line that begins inside a tag": `<iq type='error' id='a'>
  <error type='cancel'
         code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>
</iq>`,
    "a stanza that is not the first on its line": `<presence/> ${noId} <presence/>`,
    "a transcript": `C: ${noId}\nS: <presence/>`,
    "a wrapper": `<stream:stream\n  xmlns='jabber:client'>${noId}</stream:stream>`,
    "a stanza that is not well-formed": "<message>\n  <body>a & b</body>\n</message>",
    "an XML declaration": `<?xml version='1.0'?>\n${noId}`,
    "a declaration on the stanza's line": `<?xml version='1.0'?>${noId}`,
    "a byte order mark": `\ufeff${noId}`,
    "a CDATA section": "<message id='1'>\n<body><![CDATA[\n]]>&</body></message>",
    "a line that begins inside a CDATA section": `<iq type='error' id='a'><x xmlns='urn:x'><![CDATA[
]]></x><error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>`,
    "a line that begins inside a comment": `<iq type='error' id='a'><!--
--><error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>`,
    "a line that begins inside an end tag": `<iq type='error' id='a'><x xmlns='urn:x'></x
><error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>`,
    "CR LF": `<presence/>\r\n  ${noId}\r\n`,
  };

  for (const [name, text] of Object.entries(texts)) {
    for (const where of ["here", "expected", "inFile"] as const) {
      it(`silences it (${where}): ${name}`, () => {
        const document = new StanzaDocument(text, defaultConfiguration);
        const [found] = document.findings() as [DocumentFinding];
        const edit: Edit = document.suppressions(found)![where];
        const after = applyEdits(text, [edit]);
        expect(told(after)).toEqual([]);
        expect(after.includes("\r\n")).toBe(text.includes("\r\n"));
        expect(after.replaceAll("\r\n", "")).toSatisfy(
          (rest: string) => !text.includes("\r\n") || !rest.includes("\n"),
        );
      });
    }
  }

  it("stands on a line of its own, indented like the line below", () => {
    const text = texts["several lines"];
    const document = new StanzaDocument(text, defaultConfiguration);
    const [found] = document.findings() as [DocumentFinding];
    expect(applyEdits(text, [document.suppressions(found)!.here])).toBe(
      text.replace(
        "  <error>",
        "  <!-- xmpp-stanza-disable-next-line error-type-missing -->\n  <error>",
      ),
    );
  });
});
