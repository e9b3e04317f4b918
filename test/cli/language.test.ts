import { describe, expect, it } from "vitest";
import { type Outcome, run as runCommand } from "../support/commandLine";

interface Run {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
}

/** Runs `check -` by default, in an environment without a language. */
function run({ args = ["check", "-"], environment = {}, input }: Run): Outcome {
  const env = { LC_ALL: undefined, LC_MESSAGES: undefined, LANG: undefined, ...environment };
  return runCommand(args, { input: input ?? "<message type='error' id='m1'/>\n", env });
}

const english = "type='error' without <error/>. Add one with type and condition (RFC 6120 §8.3.1)";
const chinese = "有 type='error' 而没有 <error/>。请加上一个，带有 type 和条件（RFC 6120 §8.3.1）";

describe("--lang", () => {
  it("zh-cn gives Chinese findings, with a Chinese count", () => {
    const { status, stdout } = run({ args: ["check", "-", "--lang", "zh-cn"] });
    expect(status).toBe(1);
    expect(stdout).toContain(`<stdin>:1:16 错误 ${chinese}`);
    expect(stdout).toMatch(/^1 个文件，1 个节：1 个错误$/m);
    expect(stdout).toContain("(error-child-missing)");
  });

  it("en gives English ones, whatever the environment asks for", () => {
    const args = ["check", "-", "--lang", "en"];
    const { stdout } = run({ args, environment: { LC_ALL: "zh_CN.UTF-8" } });
    expect(stdout).toContain(`<stdin>:1:16 error ${english}`);
    expect(stdout).toMatch(/^1 file, 1 stanza: 1 error$/m);
  });

  it("knows the other ways to write a language", () => {
    for (const name of ["zh_CN.UTF-8", "ZH-CN", "zh-Hans"]) {
      expect(run({ args: ["check", "-", "--lang", name] }).stdout).toContain(chinese);
    }
  });

  it("names the languages there are if it is another", () => {
    for (const name of ["tlh", "", "zh-tw", "constructor"]) {
      const { status, stdout, stderr } = run({ args: ["check", "-", "--lang", name] });
      expect(status).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toContain(`unknown language "${name}"; there are en, zh-cn\n`);
    }
  });
});

describe("the environment", () => {
  const told = (environment: Record<string, string>) => run({ environment }).stdout;

  it("decides by LANG", () => {
    expect(told({ LANG: "zh_CN.UTF-8" })).toContain(chinese);
    expect(told({ LANG: "en_US.UTF-8" })).toContain(english);
  });

  it("decides by LC_MESSAGES before LANG, and by LC_ALL before both", () => {
    expect(told({ LC_MESSAGES: "zh_CN", LANG: "en_US" })).toContain(chinese);
    expect(told({ LC_MESSAGES: "en_US", LANG: "zh_CN" })).toContain(english);
    expect(told({ LC_ALL: "C", LC_MESSAGES: "zh_CN", LANG: "zh_CN" })).toContain(english);
    expect(told({ LC_ALL: "", LANG: "zh_CN" })).toContain(chinese);
  });

  it("means English where it means nothing known", () => {
    expect(told({})).toContain(english);
    expect(told({ LANG: "de_DE.UTF-8" })).toContain(english);
    expect(told({ LANG: "zh_TW.UTF-8" })).toContain(english);
  });
});

describe("formats for programs", () => {
  const inBoth = (format: string) =>
    ["en", "zh-cn"].map((name) =>
      run({ args: ["check", "-", "--format", format, "--lang", name] }),
    );

  it("tsv is the same in every language", () => {
    const [first, second] = inBoth("tsv");
    expect(first!.stdout).toBe("<stdin>\t1\terror-child-missing\n");
    expect(second).toEqual(first);
  });

  it("compact has its severities in English and its messages translated", () => {
    const [first, second] = inBoth("compact");
    expect(first!.stdout).toContain(`<stdin>:1:16: error error-child-missing ${english}`);
    expect(second!.stdout).toContain(`<stdin>:1:16: error error-child-missing ${chinese}`);
  });

  it("json differs in its texts only", () => {
    const [first, second] = inBoth("json").map(({ stdout }) => JSON.parse(stdout));
    expect(first[0].message).toContain(english);
    expect(second[0].message).toContain(chinese);
    expect(second[0].documentation).toMatch(/\/docs\/rules\/zh-cn\/error-child-missing\.md$/);
    const untold = (finding: { fixes: { title: string }[] }) => ({
      ...finding,
      message: "",
      documentation: "",
      fixes: finding.fixes.map((fix) => ({ ...fix, title: "" })),
    });
    expect(second.map(untold)).toEqual(first.map(untold));
    expect(second[0].fixes[0].title).toBe("插入带有 service-unavailable 的 <error/>");
  });
});

describe("what is not about findings", () => {
  const inChinese = (args: string[], input: string | Uint8Array = "") =>
    run({ args, input, environment: { LC_ALL: "zh_CN.UTF-8" } });

  it("is translated too: the usage", () => {
    const { status, stdout } = inChinese(["--help"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^用法\n {2}xmpp-stanza check \[OPTION\]... PATH...$/m);
    expect(stdout).not.toMatch(/\{\w+\}/);
  });

  it("unreadable files", () => {
    const { status, stdout, stderr } = inChinese(["check", "no-such-file.stanza"]);
    expect(status).toBe(2);
    expect(stderr).toBe("xmpp-stanza: no-such-file.stanza: 没有这个文件或文件夹\n");
    expect(stdout).toBe("0 个文件，0 个节：没有发现问题\n");
    const bytes = Buffer.from([0x3c, 0xff, 0x3e]);
    expect(inChinese(["check", "-"], bytes).stderr).toContain("<stdin>:1:2: 这个字节不是 UTF-8");
  });

  it("and mistakes in the command line", () => {
    expect(inChinese(["check"]).stderr).toBe(
      "xmpp-stanza: check 需要文件、文件夹、模式，或表示标准输入的 -\n请看 xmpp-stanza check --help。\n",
    );
    expect(inChinese(["dance"]).stderr).toContain("没有“dance”这个命令");
    const { status, stderr } = inChinese(["check", "-", "--format", "morse"]);
    expect(status).toBe(2);
    expect(stderr).toContain("--format：没有“morse”这个值；可用的有 pretty, compact");
  });
});
