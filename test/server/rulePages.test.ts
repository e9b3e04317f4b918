/** Pages of rules: on the web, or shown by the client itself. */

import { afterEach, describe, expect, it } from "vitest";
import type { DocumentLink } from "vscode-languageserver/node";
import { explainRule } from "../../server/core/explain/explainRule";
import { findRule } from "../../server/core/rules";
import { inEnglish } from "../../server/core/text/translate";
import { RULE_TEXT_REQUEST, type RuleText } from "../../server/protocol/protocol";
import { ask } from "./editing";
import { pullingClient, Session } from "./support";

const RULE = "error-type-missing";
const WEB = `https://github.com/xmpp-stanza/xmpp-stanza/blob/main/docs/rules/${RULE}.md`;
const TEXT = `<!-- xmpp-stanza-disable-file ${RULE} -->
<iq type='error' id='a'><error><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>`;
const REPORTED = TEXT.replace("disable-file", "other");

let session: Session;
afterEach(() => session.dispose());

/** The address that a finding's code has, and that of a rule's name in a comment. */
async function addresses(options?: unknown): Promise<(string | undefined)[]> {
  session = await Session.start(pullingClient, {}, undefined, { options });
  await session.open(REPORTED);
  const found = await session.diagnostics();
  await session.change(2, [{ text: TEXT }]);
  const links = await ask<DocumentLink[]>(session, "textDocument/documentLink");
  return [
    found.find(({ code }) => code === RULE)?.codeDescription?.href,
    links.find(({ target }) => target?.includes(RULE))?.target,
  ];
}

describe("the address of a rule's explanation", () => {
  it("is that of its page on the web", async () => {
    expect(await addresses()).toEqual([WEB, WEB]);
  });

  it("is the client's own, where the client shows the text itself", async () => {
    const own = `notes:/rules/${RULE}.md`;
    expect(await addresses({ rulePages: "notes:/rules/{rule}.md" })).toEqual([own, own]);
  });

  it("is that on the web where the client gives an address without a place for the rule", async () => {
    expect(await addresses({ rulePages: "notes:/rules.md" })).toEqual([WEB, WEB]);
    await session.dispose();
    expect(await addresses({ rulePages: 7 })).toEqual([WEB, WEB]);
  });
});

describe("the text about a rule", () => {
  const textOf = async (rule: unknown, locale?: string) => {
    session = await Session.start(pullingClient, {}, locale);
    return session.connection.sendRequest<RuleText | null>(RULE_TEXT_REQUEST, { rule });
  };

  it("equals the output of the command line, with a link to the web at its end", async () => {
    const answer = await textOf(RULE);
    const explained = explainRule(findRule(RULE)!, inEnglish, (id) => `[${id}](${id}.md)`);
    expect(answer?.text).toBe(`# ${RULE}\n\n${explained}\n\n[This page on the web](${WEB})\n`);
  });

  it("links other rules as documents beside it", async () => {
    expect((await textOf("iq-payload"))?.text).toMatch(/\[[\w-]+\]\([\w-]+\.md\)/);
  });

  it("is in the language of the client", async () => {
    const answer = await textOf(RULE, "zh-cn");
    expect(answer?.text).toContain("## 错误的写法");
    expect(answer?.text).toContain(WEB.replace("rules/", "rules/zh-cn/"));
  });

  it.each(["no-such-rule", "", 7, undefined])("of %s is none", async (rule) => {
    expect(await textOf(rule)).toBeNull();
  });
});
