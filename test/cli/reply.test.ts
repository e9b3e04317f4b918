/** `xmpp-stanza reply` as a process. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Folder } from "../support/commandLine";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

function run(args: string[], input = "") {
  const env = { ...process.env, LC_ALL: "C" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const request =
  "<iq type='get' id='a1' to='illyria.example'><query xmlns='jabber:iq:version'/></iq>";

describe("xmpp-stanza reply", () => {
  it("prints the error reply to a stanza from standard input", () => {
    expect(run(["reply", "--condition", "item-not-found"], request)).toEqual({
      status: 0,
      stderr: "",
      stdout: `<iq type='error' id='a1' from='illyria.example'>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>
`,
    });
  });

  it("takes words, a language, who reports, and the payload", () => {
    const args = ["--condition", "gone", "--text", "Verzogen", "--text-lang", "de"];
    const more = ["--by", "illyria.example", "--address", "xmpp:b@c.example", "--payload", "-"];
    const { stdout } = run(["reply", ...args, ...more], request);
    expect(stdout).toContain("<query xmlns='jabber:iq:version'/>");
    expect(stdout).toContain("<error by='illyria.example' type='cancel'>");
    expect(stdout).toContain(">xmpp:b@c.example</gone>");
    expect(stdout).toMatch(/<text xml:lang='de'[^>]*>Verzogen<\/text>/);
  });

  it("takes addresses, a place of the payload, no id, a condition of an application, a code", () => {
    const asked = "<message to='a@b@c.example' id='m'><body>Hi</body></message>";
    const args = ["--condition", "jid-malformed", "--to", "viola@c.example/boat", "--no-id"];
    const more = ["--payload-place", "after", "--app", "{urn:example:e}odd", "--code", "400"];
    const result = run(["reply", ...args, ...more, "--stanza-lang", "en"], asked);
    expect(result).toEqual({
      status: 0,
      stderr: "",
      stdout: `<message xml:lang='en' type='error' from='a@b@c.example' to='viola@c.example/boat'>
  <error type='modify' code='400'>
    <jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <odd xmlns='urn:example:e'/>
  </error>
  <body>Hi</body>
</message>
`,
    });
    const place = run(["reply", "--condition", "gone", "--payload-place", "behind"], asked);
    expect(place.stderr).toContain("before, after");
    const app = run(["reply", "--condition", "gone", "--app", "odd"], asked);
    expect(app.stderr).toContain('"odd" is not an application-specific condition');
    expect(app.stderr).toContain("{namespace}name");
  });

  it("answers a request without an id", () => {
    const asked = "<iq type='get' to='c.example'><q xmlns='urn:example:q'/></iq>";
    const { stdout, status } = run(["reply", "--condition", "bad-request"], asked);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<iq type='error' from='c.example'>/);
    expect(run(["check", "-"], stdout).stdout).not.toContain("jid-invalid");
  });

  it("makes replies without findings", () => {
    const { stdout } = run(["reply", "--condition", "undefined-condition"], request);
    expect(run(["check", "-"], request + stdout)).toMatchObject({ status: 0 });
  });

  it("exits with 2 where there is nothing to answer, or no such condition", () => {
    const result = run(["reply", "--condition", "conflict"], "<iq type='result' id='a1'/>");
    expect(result).toMatchObject({ status: 2, stdout: "" });
    expect(result.stderr).toContain("A result must not be answered");
    expect(run(["reply", "--condition", "conflict"], "nothing").stderr).toContain("no stanza");
    expect(run(["reply", "--condition", "nope"], request).stderr).toContain(
      "22 defined conditions",
    );
    expect(run(["reply"], request).stderr).toContain("--condition");
    expect(run(["reply", "--condition", "gone", "no-such-file"]).status).toBe(2);
  });
});

describe("xmpp-stanza reply --as", () => {
  const asker = "lena@haven.example/desk";

  it("prints what the server sends, and says what is against the RFC in it", () => {
    const asked = "<iq type='get' id='p'><query xmlns='jabber:iq:private'/></iq>";
    const result = run(["reply", "--as", "prosody", "--to", asker], asked);
    expect(result.status).toBe(0);
    expect(result.stdout).toBe(
      `<iq id='p' to='${asker}' type='error'><error type='modify'><bad-format xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>\n`,
    );
    expect(result.stderr).toContain("condition-unknown reports:");
    const rfc = run(["reply", "--as", "rfc", "--to", asker], asked);
    expect(rfc).toMatchObject({ status: 0, stderr: "" });
    expect(rfc.stdout).toContain("<bad-request");
  });

  it("exits with 1 where the server sends nothing", () => {
    const asked = "<iq type='result' id='p' to='haven.example'/>";
    const result = run(["reply", "--as", "ejabberd", "--to", asker], asked);
    expect(result).toEqual({
      status: 1,
      stdout: "",
      stderr: "xmpp-stanza: ejabberd 23.01 does not answer this (result-to-server).\n",
    });
    const answered = run(
      ["reply", "--as", "jabberd2", "--situation", "result-to-nobody", "--to", asker],
      asked,
    );
    expect(answered.stdout).toContain("service-unavailable");
    expect(answered.stderr).toContain("reply-to-error reports:");
  });

  it("takes no options that say what is in the error", () => {
    const result = run(["reply", "--as", "prosody", "--code", "404"], request);
    expect(result).toMatchObject({ status: 2, stdout: "" });
    expect(result.stderr).toContain("--code does not go with --as");
    expect(run(["reply", "--as", "sendmail"], request).stderr).toContain("ejabberd, jabberd2");
    expect(run(["reply", "--situation", "ping"], request).stderr).toContain("needs --as");
    const unknown = run(["reply", "--as", "rfc", "--situation", "message-to-noone"], request);
    expect(unknown.stderr).toContain("Did you mean message-to-nobody?");
  });
});

describe("in other documents", () => {
  const notes =
    "# A\n\n```xml\n<message id='m' to='a.example'/>\n```\n\n```xml\n<iq type='get' id='q' to='b.example'><x xmlns='urn:example:x'/></iq>\n```\n";

  it("answers the first stanza from the given line on", () => {
    using folder = new Folder({ "a.md": notes });
    const reply = (...args: string[]) =>
      folder.run(["reply", "--condition", "gone", "a.md", ...args]).stdout;
    expect(reply()).toMatch(/^<message [^>]*id="m"|^<message [^>]*id='m'/);
    expect(reply("--line", "6")).toMatch(/^<iq [^>]*id=.q/);
    expect(folder.run(["reply", "--condition", "gone", "a.md", "--line", "9"]).status).toBe(2);
  });

  it("a conversation is that of one example", () => {
    using folder = new Folder({ "a.md": notes });
    const chart = (...args: string[]) =>
      folder.run(["diagram", "a.md", "--format", "mermaid", ...args]).stdout;
    expect(chart()).toContain("a.example");
    expect(chart()).not.toContain("b.example");
    expect(chart("--line", "7")).toContain("b.example");
  });
});
