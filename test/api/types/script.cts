// Compiled by test/project/library.test.ts with the package as it is installed; never run.
import library = require("xmpp-stanza");
import plugin = require("xmpp-stanza/chai");
import forJest = require("xmpp-stanza/jest");

const rules: library.RuleId[] = library.check("").map(({ rule }) => rule);
expect(rules).toBe(rules);
expect("").toBeValidStanza();
expect("").toHaveFinding("iq-id-missing");
const use: (chai: object) => void = plugin.xmppStanza;
const matchers: object = forJest.matchers;

// @ts-expect-error there is no such rule
expect("").toHaveFinding("iq-id-mising");
// @ts-expect-error there is no such function
library.checkText("");

export = { rules, use, matchers };
