/** Workflow commands, read again as the runner of GitHub Actions reads them. */

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Folder, run } from "../support/commandLine";

const files = {
  "a.xmpp": `<message type='chat'/>
<message type='error' xmlns='jabber:client'>
  <error type='cancel'>
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Taken</text>
    100%
    of
  </error>
</message>
`,
  "b.stanza": "<presence type='awa%y,:'/>\n",
  "c.xml": "<message/>\n",
};

/** Not what the machine that runs the tests has set, which may be GitHub's own. */
const environment = { GITHUB_WORKSPACE: undefined };

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

function readCommand(line: string): Command {
  const [, name = "", properties = "", message = ""] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const unescapeData = (text: string) =>
    text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const pairs = properties.split(",").map((pair) => {
    const [key = "", ...value] = pair.split("=");
    const text = value.join("=").replaceAll("%3A", ":").replaceAll("%2C", ",");
    return [key, unescapeData(text)];
  });
  return { name, properties: Object.fromEntries(pairs), message: unescapeData(message) };
}

const commandsIn = (output: string) => output.trimEnd().split("\n").map(readCommand);

describe("github", () => {
  it("prints a workflow command for each finding", () => {
    using folder = new Folder(files);
    const args = ["check", "a.xmpp", "b.stanza", "c.xml", "--format", "github"];
    expect(folder.run(args, { env: environment })).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stderr": "",
        "stdout": "::notice file=a.xmpp,line=5,endLine=5,col=6,endColumn=10,title=text-lang-missing::<text/> has no language. Add xml:lang here or on the stanza (RFC 6120 §8.3.2)
      ::warning file=a.xmpp,line=6,endLine=7,title=error-stray-text::Text directly in <error/> is ignored. Move it into <text/> (RFC 6120 §8.3.2)
      ::error file=b.stanza,line=1,endLine=1,col=17,endColumn=24,title=stanza-type-invalid::Unknown presence type "awa%25y,:". Use unavailable, subscribe, subscribed, unsubscribe, unsubscribed, probe, error (RFC 6120 §8.2)
      ",
      }
    `);
  });

  it("prints nothing without findings", () => {
    using folder = new Folder(files);
    expect(folder.run(["check", "c.xml", "--format", "github"])).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
  });

  it("escapes characters that would end a command or a property", () => {
    using folder = new Folder();
    const name = "50%,\r\n::error file=b::a:b=c.stanza";
    const args = ["check", "-", "--stdin-filename", name, "--format", "github"];
    const { stdout } = folder.run(args, { input: files["b.stanza"], env: environment });
    expect(stdout.split("\n")).toHaveLength(2);
    const [command] = commandsIn(stdout);
    expect(command).toEqual({
      name: "error",
      properties: {
        file: name,
        line: "1",
        endLine: "1",
        col: "17",
        endColumn: "24",
        title: "stanza-type-invalid",
      },
      message: expect.stringMatching(/^Unknown presence type "awa%y,:"/),
    });
  });

  it("names files from the root of the checkout, wherever it runs and however they are named", () => {
    using folder = new Folder({ "sub/a b.xmpp": files["b.stanza"] });
    const fileOf = (path: string, cwd: string, root: string | undefined) => {
      const args = ["check", path, "--format", "github"];
      const env = { GITHUB_WORKSPACE: root };
      const { stdout } = run(args, { env, cwd: join(folder.path, cwd) });
      return commandsIn(stdout)[0]?.properties.file;
    };
    const absolute = join(folder.path, "sub/a b.xmpp");
    expect(fileOf("sub/a b.xmpp", ".", undefined)).toBe("sub/a b.xmpp");
    expect(fileOf("./sub/../sub/a b.xmpp", ".", undefined)).toBe("sub/a b.xmpp");
    expect(fileOf(absolute, ".", undefined)).toBe("sub/a b.xmpp");
    expect(fileOf("a b.xmpp", "sub", folder.path)).toBe("sub/a b.xmpp");
    expect(fileOf("a b.xmpp", "sub", "/somewhere/else")).toBe("a b.xmpp");
    expect(fileOf("../sub/a b.xmpp", "sub", undefined)).toBe("a b.xmpp");
  });

  it("leaves a file outside of the checkout its own path", () => {
    using folder = new Folder(files);
    using other = new Folder();
    const file = join(folder.path, "b.stanza");
    const { stdout } = other.run(["check", file, "--format", "github"], { env: environment });
    expect(commandsIn(stdout)[0]?.properties.file).toBe(file);
  });
});
