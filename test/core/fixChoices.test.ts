/** Choices of fixes that rules offer for one finding. */

import { describe, expect, test } from "vitest";
import { titleOf } from "../../server/core/check/messages";
import { isPreferred } from "../../server/core/rules/fix";
import { conditions } from "../../server/core/xmpp/conditions";
import { brokenRules, judge, onlyFinding, open } from "../support/documents";
import { resultsOf } from "../support/fixResults";
import { proveRepairs } from "../support/proofs";

describe("where a choice is offered", () => {
  const stanzas = "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'";
  const errorWith = (inside: string, attributes = "") =>
    `<iq type='error' id='1'><error${attributes}>${inside}</error></iq>`;

  test("iq-type-missing offers get, set and result, or error where there is an error child", () => {
    expect([...resultsOf("<iq id='1'/>", "iq-type-missing").values()]).toEqual([
      "<iq id='1' type='result'/>",
    ]);
    const payload = "<a xmlns='urn:example:a'/>";
    expect([...resultsOf(`<iq id='1'>${payload}</iq>`, "iq-type-missing").values()]).toEqual(
      ["get", "set", "result"].map((type) => `<iq id='1' type='${type}'>${payload}</iq>`),
    );
    const child = `<error type='cancel'><gone ${stanzas}/></error>`;
    expect([...resultsOf(`<iq id='1'>${child}</iq>`, "iq-type-missing").values()]).toEqual([
      `<iq id='1' type='error'>${child}</iq>`,
    ]);
  });

  test("stanza-type-invalid offers the nearest right type first, then the others", () => {
    const titles = [...resultsOf("<message type='grupchat'/>", "stanza-type-invalid").values()];
    expect(titles.slice(0, 4)).toEqual(
      ["groupchat", "normal", "chat", "headline"].map((type) => `<message type='${type}'/>`),
    );
  });

  test("error-type-missing without a condition offers all five, and prefers none", () => {
    const document = open(errorWith(""));
    const fixes = document.fixes(onlyFinding(document, "error-type-missing"));
    expect(fixes.map((fix) => /'(\w+)'/.exec(titleOf(fix))?.[1])).toEqual([
      "auth",
      "cancel",
      "continue",
      "modify",
      "wait",
    ]);
    expect(fixes.filter(isPreferred)).toEqual([]);
  });

  test("condition-missing offers all of the 22, those that expect the type first", () => {
    const results = [...resultsOf(errorWith("", " type='auth'"), "condition-missing").values()];
    expect(results).toHaveLength(22);
    const names = results.map((text) => /<([\w-]+) xmlns/.exec(text)?.[1]);
    expect(names.slice(0, 4)).toEqual([
      "forbidden",
      "not-authorized",
      "registration-required",
      "subscription-required",
    ]);
    expect(new Set(names).size).toBe(22);
  });

  test("condition-missing offers what a legacy code stands for first", () => {
    const text = "<iq type='error' id='1'><error code='404'>Not here</error></iq>";
    expect([...resultsOf(text, "condition-missing").values()][0]).toBe(
      `<iq type='error' id='1'><error type='cancel'><item-not-found ${stanzas}/>` +
        `<text ${stanzas} xml:lang='en'>Not here</text></error></iq>`,
    );
    expect([...resultsOf(text, "error-code-legacy").values()][0]).toBe(
      [...resultsOf(text, "condition-missing").values()][0],
    );
  });

  test.each([
    // Near by spelling or by its words, which is then the preferred one; by meaning; not near.
    ["forbiden", "forbidden", true],
    ["not-implemented", "feature-not-implemented", true],
    ["not-found", "item-not-found", true],
    ["malformed-jid", "jid-malformed", true],
    ["server-error", "internal-server-error", true],
    ["timeout", "remote-server-timeout", true],
    ["notfound", "item-not-found", true],
    ["access-denied", "forbidden", false],
    ["payment-required", "not-allowed", false],
    ["oops", "bad-request", false],
  ])("condition-unknown offers all 22 for %s, %s first", (name, first, isGuess) => {
    const document = open(errorWith(`<${name} ${stanzas}/>`, " type='auth'"));
    const fixes = document.fixes(onlyFinding(document, "condition-unknown"));
    const names = fixes.map(({ values }) => values?.name);
    expect(names[0]).toBe(first);
    expect([...names].sort()).toEqual(conditions.map((condition) => condition.name).sort());
    expect(names.at(-1)).toBe("undefined-condition");
    expect(fixes.map(isPreferred)).toEqual(names.map((_, index) => isGuess && index === 0));
  });

  test.each([
    ["not-found", "cancel"],
    ["timeout", "wait"],
    ["forbiden", "auth"],
  ])("error-type-missing takes the type of the condition that %s was meant to be", (name, type) => {
    const document = open(errorWith(`<${name} ${stanzas}/>`));
    const found = document
      .findings()
      .filter(({ finding }) => finding.rule.id === "error-type-missing");
    const [fix] = document.fixes(found[0]!);
    expect(fix?.values?.type).toBe(type);
    // Both are guesses: nobody but a person may apply them.
    expect(fix?.applicability).toBe("preferred");
  });

  test("undefined-condition-alone offers the conditions of the request's extension", () => {
    const request = `<iq type='get' id='1' to='p.example'><pubsub xmlns='http://jabber.org/protocol/pubsub'/></iq>`;
    const alone = errorWith(`<undefined-condition ${stanzas}/>`, " type='cancel'");
    const results = resultsOf(`${request}\n${alone}`, "undefined-condition-alone");
    const own = "xmlns='http://jabber.org/protocol/pubsub#errors'";
    // Those first that have the type of the error.
    expect([...results][0]).toEqual([
      "Change to not-allowed and add closed-node",
      `${request}\n${errorWith(`<not-allowed ${stanzas}/><closed-node ${own}/>`, " type='cancel'")}`,
    ]);
    // Else the error gets another.
    expect(results.get("Change to bad-request and add invalid-jid")).toBe(
      `${request}\n${errorWith(`<bad-request ${stanzas}/><invalid-jid ${own}/>`, " type='modify'")}`,
    );
    expect(results.get("Change to feature-not-implemented and add unsupported")).toContain(
      `<unsupported ${own} feature=''/>`,
    );
  });

  test("undefined-condition-alone offers nothing where nothing is known of the request", () => {
    const alone = errorWith(`<undefined-condition ${stanzas}/>`, " type='cancel'");
    const own = "<iq type='get' id='1'><q xmlns='urn:example:q'/></iq>";
    expect(resultsOf(alone, "undefined-condition-alone").size).toBe(0);
    expect(resultsOf(own + alone, "undefined-condition-alone").size).toBe(0);
  });

  test("app-condition-pairing offers each condition that the XEP has, with its type", () => {
    const own = "<invalid-options xmlns='http://jabber.org/protocol/pubsub#errors'/>";
    const text = errorWith(`<conflict ${stanzas}/>${own}`, " type='cancel'");
    expect(resultsOf(text, "app-condition-pairing")).toEqual(
      new Map([
        [
          "Change to bad-request, type modify",
          errorWith(`<bad-request ${stanzas}/>${own}`, " type='modify'"),
        ],
        ["Change to not-allowed", errorWith(`<not-allowed ${stanzas}/>${own}`, " type='cancel'")],
      ]),
    );
  });

  test("app-condition-undeclared offers the namespace that has the name", () => {
    const at = (namespace: string) =>
      errorWith(
        `<not-allowed ${stanzas}/><p:closed-node xmlns:p='${namespace}'/>`,
        " type='cancel'",
      );
    const results = resultsOf(at("http://jabber.org/protocol/pubsub"), "app-condition-undeclared");
    expect([...results.values()]).toEqual([at("http://jabber.org/protocol/pubsub#errors")]);
  });

  test("condition-multiple offers to keep either", () => {
    const [a, b] = [`<conflict ${stanzas}/>`, `<gone ${stanzas}/>`];
    const results = resultsOf(errorWith(a + b, " type='cancel'"), "condition-multiple");
    expect([...results.values()].sort()).toEqual(
      [errorWith(a, " type='cancel'"), errorWith(b, " type='cancel'")].sort(),
    );
  });

  test("error-child-unexpected prefers the type error, and can remove the child", () => {
    const child = `<error type='cancel'><gone ${stanzas}/></error>`;
    const results = resultsOf(`<message type='chat'>${child}</message>`, "error-child-unexpected");
    expect([...results.values()]).toEqual([
      `<message type='error'>${child}</message>`,
      "<message type='chat'></message>",
    ]);
  });

  test("a repair of an address says the same address in every part of it", () => {
    for (const inside of ["romeo@<!--c-->example.net", "romeo@<![CDATA[example.net]]>"]) {
      const text = errorWith(`<gone ${stanzas}>${inside}</gone>`, " type='cancel'");
      for (const result of resultsOf(text, "condition-address-invalid").values()) {
        judge(result);
        const shown = result.replace(/<!--.*?-->|<!\[CDATA\[|\]\]>/g, "");
        expect(shown).toContain(">xmpp:romeo@example.net</gone>");
      }
    }
  });

  test("remote-server-timeout goes with cancel too, where the failure is permanent", () => {
    expect(brokenRules(errorWith(`<remote-server-timeout ${stanzas}/>`, " type='cancel'"))).toEqual(
      [],
    );
  });
});

describe("where one fix alone would uncover another error, it mends that too", () => {
  const stanzas = "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'";

  test.each([
    // Taking the code away, or giving the error a condition, makes it an error without a type.
    ["error-code-legacy", "<error code='404'><item-not-found/></error>"],
    ["condition-namespace", "<error code='404'><item-not-found/></error>"],
    ["error-code-legacy", `<error code='404'><item-not-here ${stanzas}/></error>`],
    ["condition-unknown", `<error code='404'><item-not-here ${stanzas}/></error>`],
    ["condition-missing", "<error code='402'>Pay first</error>"],
    // The condition has its namespace from the error child that is to get another.
    ["error-child-missing", `<error ${stanzas} type='cancel'><conflict/></error>`],
  ])("%s in %s", (id, error) => {
    expect(resultsOf(`<iq type='error' id='1'>${error}</iq>`, id).size).toBeGreaterThan(0);
  });
});

describe("what mends the XML of a broken stanza changes nothing else, whatever is found then", () => {
  const grupchat = "<message type='grupchat'>a & b</message>";

  test.each([
    [
      "<message type='bogus'>a & b</message>",
      "<message type='bogus'>a &amp; b</message>",
      ["stanza-type-invalid"],
    ],
    // Nor does it take the preferred fix of what is found.
    [grupchat, grupchat.replace("&", "&amp;"), ["stanza-type-invalid"]],
    ["<iq type='get'>1 < 2</iq>", "<iq type='get'>1 &lt; 2</iq>", ["iq-id-missing", "iq-payload"]],
    [
      "<iq id='1'type='error'><error/></iq>",
      "<iq id='1' type='error'><error/></iq>",
      ["condition-missing", "error-type-missing"],
    ],
    [
      "<message type='error'><body>Hello</message>",
      "<message type='error'><body>Hello</body></message>",
      ["error-child-missing"],
    ],
    [
      "<presence to='a@@b' type=online></presence>",
      "<presence to='a@@b' type='online'></presence>",
      ["jid-invalid", "stanza-type-invalid"],
    ],
    ["<presence to='a@@b/>", "<presence to='a@@b'/>", ["jid-invalid"]],
  ])("%s", (text, mended, found) => {
    expect([...resultsOf(text, "xml-not-well-formed").values()]).toEqual([mended]);
    expect(brokenRules(mended)).toEqual(found);
  });
});

describe("a fresh id", () => {
  const noId = "<iq type='get'><ping xmlns='urn:xmpp:ping'/></iq>";

  test("is in no other stanza of the file, and each stanza gets its own", () => {
    const document = open(`<message id='id-1'/>\n<iq id="id-3" type='result'/>\n${noId}\n${noId}`);
    for (const edit of [...document.repairs()].reverse()) document.edit(edit);
    const ids = [...document.text.matchAll(/\bid=["']([^"']*)["']/g)].map(([, id]) => id);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
  });

  test("takes the place of an empty one", () => {
    const text = noId.replace("type", 'id="" type');
    expect([...resultsOf(text, "iq-id-missing").values()][0]).toBe(
      noId.replace("type", 'id="id-1" type'),
    );
  });

  test("repairs a request and its answer in one go", () => {
    const document = open(
      "<iq type='get' to='a.example'><ping xmlns='urn:xmpp:ping'/></iq>\n<iq type='result' from='a.example'/>",
    );
    proveRepairs(document);
  });
});
