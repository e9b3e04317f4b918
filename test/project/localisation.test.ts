/** Every text for people is there in each language, and says the same. */

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import bundle from "../../l10n/bundle.l10n.zh-cn.json";
import packageJson from "../../package.json";
import { rules } from "../../server/core/rules";
import { languageOf, translatorFor } from "../../server/l10n/localise";
import { declaredTemplates, templatesOfFixtures, writtenTemplates } from "../support/templates";

const chinese: Readonly<Record<string, string>> = bundle;
const declared = declaredTemplates();
const asked = templatesOfFixtures();
const written = writtenTemplates(["server", "client", "playground"]);
const all = new Set([...declared, ...asked, ...written.templates]);
const cases = Object.entries(chinese);

describe("the templates", () => {
  it("are found in each of the places where they can be", () => {
    expect(declared).toContain("A stanza must have at most one `<error/>`.");
    expect(declared).toContain("retry later");
    expect(asked).toContain("Change to {name}");
    expect(written.templates).toContain("Suppress {rule} here");
    expect(written.templates).toContain("Insert type='{type}' ({retry})");
  });

  it("are literals where they are translated, or come from where they are found otherwise", () => {
    const found =
      /: (?:\w+\.)*(?:title|meaning|note|retry|refusal|summary|why|exceptions|change|reason|group)$/;
    expect(written.computed.filter((call) => !found.test(call))).toEqual([
      // Sentences about a configuration file, which stand for themselves there.
      "server/cli/inputs.ts: glob.message",
      "server/cli/mistakes.ts: message",
      // Messages of the rules, and values such as what an error type means.
      "server/core/check/messages.ts: templateOf(finding.rule, finding.messageKey)",
      "server/core/check/messages.ts: templateOf(finding.rule, messageKey)",
      "server/core/check/messages.ts: value",
      "server/features/configurationMistakes.ts: message",
    ]);
  });
});

describe("the Chinese texts", () => {
  it("are there for every template", () => {
    expect([...all].filter((template) => !Object.hasOwn(chinese, template))).toEqual([]);
  });

  it("are there for nothing else", () => {
    expect(Object.keys(chinese).filter((template) => !all.has(template))).toEqual([]);
  });

  it("are Chinese", () => {
    const isChinese = ([, text]: readonly [string, string]) =>
      /[\p{Script=Han}，、。：（）]/u.test(text) || text.includes("/zh-cn/");
    const same = cases.filter((one) => !isChinese(one)).map(([template]) => template);
    expect(same.sort()).toEqual(["XML", "id {id}"]);
  });

  it("have the values of the template", () => {
    for (const [template, text] of cases) expect(holes(text), text).toEqual(holes(template));
  });

  it("name the same sections, code and rules", () => {
    for (const [template, text] of cases) {
      expect(namesIn(text), `${template}\n${text}`).toEqual(namesIn(template));
    }
  });

  it("have a space between Chinese and Latin letters, and Chinese punctuation", () => {
    const beside = /\p{Script=Han}[\w{<`§]|[\w}>`]\p{Script=Han}/u;
    const punctuation =
      /\p{Script=Han}[,;:?!()]|[,;?!()]\p{Script=Han}|[，。：；（）] | [，。：；（）]/u;
    const bad = cases.flatMap(([, text]) => text.match(beside) ?? text.match(punctuation) ?? []);
    expect(bad).toEqual([]);
  });
});

describe("the pages of the rules", () => {
  it.each(rules.map(({ id }) => id))("of %s is in Chinese and linked both ways", (id) => {
    const english = readFileSync(`docs/rules/${id}.md`, "utf8");
    const page = readFileSync(`docs/rules/zh-cn/${id}.md`, "utf8");
    expect(english).toContain(`[简体中文](zh-cn/${id}.md)`);
    expect(page).toContain(`[English](../${id}.md)`);
    const prose = page.replace(/```[\s\S]*?```|<!--[\s\S]*?-->|`[^`]*`/g, "");
    expect(prose.match(/\b[a-z]+(?: [a-z]+){3,}/i)).toBeNull();
  });
});

describe("the manifest", () => {
  it("has the path of the Chinese texts for VS Code", () => {
    expect(existsSync(`${packageJson.l10n}/bundle.l10n.zh-cn.json`)).toBe(true);
  });

  const english = readTexts("package.nls.json");
  const translated = readTexts("package.nls.zh-cn.json");
  const used = [...JSON.stringify(packageJson).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!);

  it("has its texts in both languages", () => {
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(translated)) {
      expect(codeIn(text), text).toEqual(codeIn(english[key]!));
      expect(text, key).toMatch(/\p{Script=Han}/u);
    }
  });

  it("uses texts that are there, and all of them", () => {
    expect([...new Set(used)].sort()).toEqual(Object.keys(english).sort());
  });
});

describe("a locale", () => {
  it.each(["zh-cn", "zh-CN", "zh", "zh_CN.UTF-8", "zh-Hans", "zh-Hans-HK", "zh_SG@pinyin"])(
    "such as %s gets Chinese",
    async (locale) => {
      expect(languageOf(locale)).toBe("zh-cn");
      expect((await translatorFor(locale))("retry later")).toBe("稍后重试");
    },
  );

  it.each(["en", "en-GB", "en_US.UTF-8"])("such as %s gets English", async (locale) => {
    expect(languageOf(locale)).toBe("en");
    expect((await translatorFor(locale))("retry later")).toBe("retry later");
  });

  it.each(["", "C", "POSIX", "de", "zh-tw", "zh-Hant-HK", "zhx", "__proto__"])(
    "such as %s has no translation and gets English",
    async (locale) => {
      expect(languageOf(locale)).toBeUndefined();
      expect((await translatorFor(locale))("retry later")).toBe("retry later");
    },
  );

  it("does not disturb the texts of another", async () => {
    const first = await translatorFor("zh-cn");
    const second = await translatorFor("en");
    expect(first("Remove it.")).toBe("将它删除。");
    expect(second("Remove it.")).toBe("Remove it.");
    expect((await translatorFor(undefined))("Close <{name}>", { name: "iq" })).toBe("Close <iq>");
    expect(first("Close <{name}>", { name: "a\nb" })).toBe("关闭 <a b>");
  });
});

function readTexts(file: string): Record<string, string> {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The places for values, each as often as it is there at least once. */
function holes(text: string): string[] {
  return unique(text.match(/\{\w+\}/g));
}

/** Parts that stay the same in every language: sections, other numbers, code, markup, rules, options. */
function namesIn(text: string): string[] {
  return unique(
    text
      .replace(/\b(?:well-formed|application-specific)\b|https:\S*/g, "")
      .match(
        /§[\d.]*\d|RFC \d+|`[^`]+`|<[^<>]+>|\b\d{2,}\b|(?<!\w)(?:--)?[a-z]+-[a-z-]+\b|xml:\w+/g,
      ),
  );
}

function codeIn(text: string): string[] {
  return unique(text.match(/`[^`]+`|\{\w+\}|\$\([\w-]+\)/g));
}

function unique(found: readonly string[] | null): string[] {
  return [...new Set(found)].sort();
}
