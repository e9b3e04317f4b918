import { afterEach, describe, expect, it } from "vitest";
import {
  CodeActionKind,
  type CompletionItem,
  type CompletionList,
  type Hover,
  type MarkupContent,
} from "vscode-languageserver/node";
import { pullingClient, pushedClient, rangeOf, Session, URI } from "./support";

const text = `<message type='error' id='m1'>
  <error>
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>
`;

let session: Session;
afterEach(() => session.dispose());

describe("a client with the locale zh-cn", () => {
  it("gets Chinese messages, related ones too", async () => {
    session = await Session.start(pullingClient, {}, "zh-cn");
    await session.open(text);
    const [type, second] = await session.diagnostics();
    expect(type?.code).toBe("error-type-missing");
    expect(type?.source).toBe("xmpp-stanza");
    expect(type?.message).toMatch(/^<error\/> 没有 type。请加上/);
    expect(type?.codeDescription?.href).toMatch(/\/docs\/rules\/zh-cn\/error-type-missing\.md$/);
    expect(second?.message).toMatch(/已经有了 conflict/);
    expect(second?.relatedInformation?.[0]?.message).toBe("第一个条件在这里。");
  });

  it("gets them when they are pushed", async () => {
    session = await Session.start(pushedClient, {}, "zh-cn");
    await session.open(text);
    const [published] = await session.publications(1);
    expect(published?.diagnostics[0]?.message).toMatch(/^<error\/> 没有 type/);
  });

  it("gets Chinese titles, with the values in them translated", async () => {
    session = await Session.start(pullingClient, {}, "zh-cn");
    await session.open(text);
    const titles = (await session.actions(rangeOf(text, "error>"))).map(({ title }) => title);
    expect(titles).toContain("插入 type='wait'（稍后重试）");
    expect(titles).toContain("在此处抑制 error-type-missing");
    expect(titles).toContain("打开 error-type-missing 的文档");
    expect(titles.filter((title) => !/\p{Script=Han}/u.test(title))).toEqual([]);
  });

  it("gets a Chinese title for the repair of the whole file", async () => {
    session = await Session.start(pullingClient, {}, "zh-cn");
    const broken = text.replace(/ {4}<not-allowed.*\n/, "");
    await session.open(broken);
    const only = [CodeActionKind.SourceFixAll];
    const [all] = await session.actions(rangeOf(broken, "error>"), { only });
    expect(all?.title).toBe("应用所有可自动应用的修复");
  });

  it("gets Chinese hovers and completions", async () => {
    session = await Session.start(pullingClient, {}, "zh-cn");
    const unfinished = text.replace("<error>", "<error type=''>");
    await session.open(unfinished);
    const at = (part: string) => ({
      textDocument: { uri: URI },
      position: rangeOf(unfinished, part).end,
    });
    const hover: Hover = await session.connection.sendRequest(
      "textDocument/hover",
      at("<conflict"),
    );
    expect((hover.contents as MarkupContent).value).toMatch(
      /conflict · 已定义的条件\n\n所要的名字或地址已被现存的资源占用。/,
    );
    const proposed: CompletionItem[] | CompletionList = await session.connection.sendRequest(
      "textDocument/completion",
      at("<error type='"),
    );
    const items = Array.isArray(proposed) ? proposed : proposed.items;
    expect(items.map(({ detail }) => detail)).toContain("过一会儿再重试：这个错误是暂时的。");
  });

  it("is shown the Chinese page of a rule", async () => {
    session = await Session.start(pullingClient, {}, "zh-cn");
    await session.connection.sendRequest("workspace/executeCommand", {
      command: "xmppStanza.openRule",
      arguments: ["error-type-missing"],
    });
    expect(session.shown).toEqual([expect.stringMatching(/\/zh-cn\/error-type-missing\.md$/)]);
  });
});

describe("a client with another locale, or none", () => {
  it.each([undefined, "en", "en-us", "de", "zh-tw"])("such as %s gets English", async (locale) => {
    session = await Session.start(pullingClient, {}, locale);
    await session.open(text);
    const [type] = await session.diagnostics();
    expect(type?.message).toMatch(/^<error\/> has no type/);
    expect(type?.codeDescription?.href).toMatch(/\/docs\/rules\/error-type-missing\.md$/);
  });
});

it("two clients of one process each get their own language", async () => {
  session = await Session.start(pullingClient, {}, "zh-cn");
  const other = await Session.start(pullingClient, {}, "en");
  await session.open(text);
  await other.open(text);
  expect((await other.diagnostics())[0]?.message).toMatch(/^<error\/> has no type/);
  expect((await session.diagnostics())[0]?.message).toMatch(/^<error\/> 没有 type/);
  other.dispose();
});
