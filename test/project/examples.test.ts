import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { StanzaDocument } from "../../server/core/document/document";

/** Rules that each example shows. */
const shown: Record<string, readonly string[]> = {
  "error-replies.stanza": [
    "error-type-missing",
    "error-type-invalid",
    "error-child-unexpected",
    "condition-namespace",
    "condition-unknown",
    "iq-id-missing",
    "condition-missing",
    "error-code-legacy",
  ],
  "forwarded.stanza": ["condition-address-invalid", "text-lang-missing"],
  "good-conversation.xmpp": [],
  "stream-log.xml": ["condition-multiple"],
  "test-template.stanza": ["error-child-unexpected"],
  "unclosed-tag.stanza": ["xml-not-well-formed", "condition-content"],
};

describe("examples", () => {
  it("are these", () => {
    expect(readdirSync("examples").sort()).toEqual(Object.keys(shown));
  });

  it.each(Object.entries(shown))("%s", (name, expected) => {
    const text = readFileSync(`examples/${name}`, "utf8");
    const findings = new StanzaDocument(text, defaultConfiguration).findings();
    expect(findings.map(({ finding }) => finding.rule.id)).toEqual(expected);
  });
});
