// Compiled by test/project/library.test.ts with the package as it is installed; never run.

import { use } from "chai";
import { expect } from "vitest";
import {
  applyFix,
  check,
  checkFile,
  createErrorReply,
  type Finding,
  fixAll,
  type RuleId,
  stanzas,
} from "xmpp-stanza";
import { xmppStanza } from "xmpp-stanza/chai";
import { matchers as forJest } from "xmpp-stanza/jest";
import { matchers } from "xmpp-stanza/vitest";

const findings: Finding[] = check("", { rules: { "iq-id-missing": "off" }, filename: "a.md" });
const rule: RuleId | undefined = findings[0]?.rule;
const promised: Promise<Finding[]> = checkFile("a.stanza", { configFile: false });
const texts: string[] = [
  applyFix("", findings[0]!.fixes[0]!),
  fixAll(""),
  createErrorReply("", { condition: "gone" }),
];
const answers: number | undefined = stanzas("")[0]?.answers;

expect.extend(matchers);
expect("").toBeValidStanza({ severity: "warning" });
expect("").not.toHaveFinding("iq-id-missing", { limits: { depth: 3 } });
jest(forJest);
use(xmppStanza);

// @ts-expect-error there is no such rule
check("", { rules: { "iq-id-mising": "off" } });
// @ts-expect-error there is no such severity
check("", { rules: { "iq-id-missing": "fatal" } });
// @ts-expect-error a text is a string
check(1);
// @ts-expect-error a reply has a condition
createErrorReply("", {});
// @ts-expect-error findings are read
findings[0]!.line = 1;
// @ts-expect-error there is no such rule
expect("").toHaveFinding("iq-id-mising");
// @ts-expect-error the configuration file is for files
check("", { configFile: false });

function jest(_: object): void {}

export { answers, promised, rule, texts };
