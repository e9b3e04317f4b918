/** Layout of the text that fixes insert: the style of the stanza's author. */

import { describe, expect, test } from "vitest";
import { applyFix, onlyFinding, open } from "../support/documents";

const stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas";

/** The text after the first fix of its finding of the rule. */
function fixed(text: string, ruleId: string): string {
  const document = open(text);
  const [fix] = document.fixes(onlyFinding(document, ruleId));
  if (!fix) throw new Error(`no fix of ${ruleId} in ${text}`);
  return applyFix(document, fix);
}

/** Joins lines as the case wants them ended. */
function lines(...parts: string[]): string {
  return parts.join("\n");
}

const unavailable = `<service-unavailable xmlns='${stanzas}'/>`;

describe("an error child", () => {
  test("is indented like its siblings, and its condition one step further", () => {
    const opening = (step: string) => ["<iq id='1' type='error'>", `${step}<query xmlns='x:y'/>`];
    for (const step of ["  ", "    ", "\t"]) {
      expect(fixed(lines(...opening(step), "</iq>"), "error-child-missing")).toBe(
        lines(
          ...opening(step),
          `${step}<error type='cancel'>`,
          `${step}${step}${unavailable}`,
          `${step}</error>`,
          "</iq>",
        ),
      );
    }
  });

  test("does so in a stanza that is indented itself, and over several lines", () => {
    expect(
      fixed(
        lines("    <message", "        type='error'>", "      <body/>", "    </message>"),
        "error-child-missing",
      ),
    ).toBe(
      lines(
        "    <message",
        "        type='error'>",
        "      <body/>",
        "      <error type='cancel'>",
        `        ${unavailable}`,
        "      </error>",
        "    </message>",
      ),
    );
  });

  test("does so after the prefix of a transcript", () => {
    const opening = ["C: <iq id='1' type='error'>", "     <query xmlns='x:y'/>"];
    expect(fixed(lines(...opening, "   </iq>"), "error-child-missing")).toBe(
      lines(
        ...opening,
        "     <error type='cancel'>",
        `       ${unavailable}`,
        "     </error>",
        "   </iq>",
      ),
    );
  });

  test("stays on the line of a stanza of one line", () => {
    expect(fixed("<message type='error'><body/></message>", "error-child-missing")).toBe(
      `<message type='error'><body/><error type='cancel'>${unavailable}</error></message>`,
    );
    expect(fixed('<message type="error"/>', "error-child-missing")).toBe(
      `<message type="error"><error type="cancel">${unavailable.replaceAll("'", '"')}</error></message>`,
    );
  });

  test("has the prefix of its stanza, and the line ends of its file", () => {
    const text = "<c:iq xmlns:c='jabber:client' id='1' type='error'>\r\n  <a/>\r\n</c:iq>\r\n";
    expect(fixed(text, "error-child-missing")).toBe(
      text.replace(
        "</c:iq>",
        `  <c:error type='cancel'>\r\n    ${unavailable}\r\n  </c:error>\r\n</c:iq>`,
      ),
    );
  });
});

describe("a condition", () => {
  const condition = `<conflict xmlns='${stanzas}'/>`;

  test("opens an empty error on lines of its own", () => {
    for (const empty of ["/>", "></error>", ">\n  </error>"]) {
      const text = lines("<iq id='1' type='error'>", `  <error type='cancel'${empty}`, "</iq>");
      expect(fixed(text, "condition-missing")).toBe(
        lines(
          "<iq id='1' type='error'>",
          "  <error type='cancel'>",
          `    ${condition}`,
          "  </error>",
          "</iq>",
        ),
      );
    }
  });

  test("is put before text, in the order of the RFC's schema", () => {
    const text = `<text xmlns='${stanzas}' xml:lang='en'>Taken</text>`;
    expect(
      fixed(
        `<iq id='1' type='error'><error type='cancel'>${text}</error></iq>`,
        "condition-missing",
      ),
    ).toBe(`<iq id='1' type='error'><error type='cancel'>${condition}${text}</error></iq>`);
  });
});

describe("text that is moved", () => {
  const text = `<text xmlns='${stanzas}' xml:lang='en'>Not here</text>`;
  const notFound = `<item-not-found xmlns='${stanzas}'/>`;

  test("leaves no empty line where an old error is converted", () => {
    expect(
      fixed(
        lines(
          "<iq id='1' type='error'>",
          "  <error code='404'>",
          "    Not here",
          "  </error>",
          "</iq>",
        ),
        "error-code-legacy",
      ),
    ).toBe(
      lines(
        "<iq id='1' type='error'>",
        "  <error type='cancel'>",
        `    ${notFound}`,
        `    ${text}`,
        "  </error>",
        "</iq>",
      ),
    );
  });

  test("leaves no white space at its old place, and gets a line like its siblings", () => {
    const start = ["<iq id='1' type='error'>", "  <error type='cancel'>"];
    const end = ["  </error>", "</iq>"];
    const expected = lines(...start, `    ${notFound}`, `    ${text}`, ...end);
    for (const middle of [
      ["    Not here", `    ${notFound}`],
      [`    ${notFound}`, "    Not here"],
      [`    ${notFound}Not here`],
    ]) {
      expect(fixed(lines(...start, ...middle, ...end), "error-stray-text")).toBe(expected);
    }
  });

  test("gets a line of its own when it leaves the condition", () => {
    const start = ["<iq id='1' type='error'>", "  <error type='cancel'>"];
    const end = ["  </error>", "</iq>"];
    const full = `    <item-not-found xmlns='${stanzas}'>Not here</item-not-found>`;
    expect(fixed(lines(...start, full, ...end), "condition-content")).toBe(
      lines(...start, `    ${notFound}`, `    ${text}`, ...end),
    );
  });
});

test("an address that is inserted leaves a comment where it is", () => {
  const comment = "<!-- where to? -->";
  const text = `<iq id='1' type='error'><error type='modify'><redirect xmlns='${stanzas}'>${comment}</redirect></error></iq>`;
  expect(fixed(text, "redirect-address-missing")).toContain(comment);
});

describe("an attribute", () => {
  test("comes after the last attribute, in its quotes, on its line or on a line of its own", () => {
    expect(fixed("<iq type='result'/>", "iq-id-missing")).toBe("<iq type='result' id='id-1'/>");
    expect(fixed('<iq type="result" />', "iq-id-missing")).toBe('<iq type="result" id="id-1" />');
    expect(fixed("<iq\n    to='a.example'\n    type='result'\n/>", "iq-id-missing")).toBe(
      "<iq\n    to='a.example'\n    type='result'\n    id='id-1'\n/>",
    );
  });

  test("that is changed keeps its place and its quotes", () => {
    const text = `<message type = "Chat" to='a.example'/>`;
    expect(fixed(text, "stanza-type-invalid")).toBe(text.replace("Chat", "chat"));
  });

  test("that is removed takes its space along", () => {
    expect(fixed("<presence\n  type='available'\n  to='a.example'/>", "stanza-type-invalid")).toBe(
      "<presence\n  to='a.example'/>",
    );
  });
});

describe("an element that is removed", () => {
  test("takes its line along, and leaves its neighbours' lines alone", () => {
    const start = ["<message type='error'>", "  <error type='cancel'>"];
    const conflict = `    <conflict xmlns='${stanzas}'/>`;
    const gone = `    <gone xmlns='${stanzas}'/>`;
    const end = ["  </error>", "</message>"];
    expect(fixed(lines(...start, conflict, gone, ...end), "condition-multiple")).toBe(
      lines(...start, conflict, ...end),
    );
    const inline = conflict + gone.trim();
    expect(fixed(lines(...start, inline, ...end), "condition-multiple")).toBe(
      lines(...start, conflict, ...end),
    );
  });
});

describe("a tag that is closed", () => {
  test("is closed after its content, not at the start of the next line", () => {
    const text = "C: <message><body>Hello</body>\nS: <presence/>";
    expect(fixed(text, "xml-not-well-formed")).toBe(
      "C: <message><body>Hello</body></message>\nS: <presence/>",
    );
  });

  test("is closed on its line", () => {
    expect(fixed("<message>\n  <body>Hello\n</message>", "xml-not-well-formed")).toBe(
      "<message>\n  <body>Hello</body>\n</message>",
    );
  });
});
