/** `xmpp-stanza stanzas`: what is seen in files, and what is not taken for a stanza. */

import { describe, expect, it, test } from "vitest";
import { Folder, run } from "../support/commandLine";

const log = `10:00:00 SEND: <iq type='get' id='v1' to='inn.example'><query xmlns='jabber:iq:version'/></iq>
10:00:01 RECV: <message from='orla@inn.example'><body>Ho</body></message>
10:00:02 RECV: <iq type='error' id='v1' from='inn.example'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
`;

describe("tsv", () => {
  it("has file, line, direction, kind, type, id and the line of the request", () => {
    using folder = new Folder({ "a.log": log });
    expect(folder.run(["stanzas", "a.log", "--format", "tsv"])).toEqual({
      status: 0,
      stdout:
        "a.log\t1\tout\tiq\tget\tv1\t-\na.log\t2\tin\tmessage\t-\t-\t-\na.log\t3\tin\tiq\terror\tv1\t1\n",
      stderr: "",
    });
  });

  it("has line numbers of the file, wherever its stanzas are", () => {
    const text = `# Title\n\n\`\`\`xml\n<presence id='1'/>\n\`\`\`\n\ntext\n\n\`\`\`xml\n<presence\n  type='unavailable'/>\n\`\`\`\n`;
    using folder = new Folder({ "a.md": text, "b.xmpp": "\n\n<presence/>" });
    expect(folder.run(["stanzas", ".", "--format", "tsv"]).stdout).toBe(
      "a.md\t4\t-\tpresence\t-\t1\t-\na.md\t10\t-\tpresence\tunavailable\t-\t-\nb.xmpp\t3\t-\tpresence\t-\t-\t-\n",
    );
  });

  it("is a client's view of a script", () => {
    const script = `[Client] Romeo\n\tjid: romeo@inn.example\n\tpassword: p\n\n---------\n\nRomeo sends:\n\t<presence id='1'/>\n\nRomeo receives:\n\t<presence id='2'/>\n`;
    using folder = new Folder({ "a.scs": script });
    expect(folder.run(["stanzas", "a.scs", "--format", "tsv"]).stdout).toBe(
      "a.scs\t8\tout\tpresence\t-\t1\t-\na.scs\t11\tin\tpresence\t-\t2\t-\n",
    );
  });

  it("stays one line for each stanza, whatever an id holds", () => {
    const { stdout } = run(["stanzas", "-", "--format", "tsv"], {
      input: "<presence id='a&#9;b&#10;c'/>",
    });
    expect(stdout).toBe("<stdin>\t1\t-\tpresence\t-\ta\\tb\\nc\t-\n");
  });
});

test("json has addresses, payload and condition, too", () => {
  using folder = new Folder({ "a.log": log });
  expect(JSON.parse(folder.run(["stanzas", "a.log", "--format", "json"]).stdout)).toEqual([
    {
      file: "a.log",
      line: 1,
      direction: "out",
      kind: "iq",
      type: "get",
      id: "v1",
      to: "inn.example",
      payload: { name: "query", namespace: "jabber:iq:version" },
    },
    expect.objectContaining({
      line: 2,
      direction: "in",
      kind: "message",
      from: "orla@inn.example",
    }),
    {
      file: "a.log",
      line: 3,
      direction: "in",
      kind: "iq",
      type: "error",
      id: "v1",
      from: "inn.example",
      condition: "gone",
      answers: 1,
    },
  ]);
  expect(run(["stanzas", "-", "--format", "json"]).stdout).toBe("[]\n");
});

test("pretty is a line for each stanza", () => {
  using folder = new Folder({ "a.log": log });
  expect(folder.run(["stanzas", "a.log"]).stdout).toBe(
    `a.log:1: → iq get id=v1 to=inn.example <query xmlns='jabber:iq:version'>
a.log:2: ← message from=orla@inn.example <body>
a.log:3: ← iq error id=v1 from=inn.example gone answers line 1
`,
  );
});

describe("a stanza that is not well-formed", () => {
  it("is listed as one", () => {
    const input = "<message><body>a & b</body></message>\n<presence/>\n";
    const { stdout } = run(["stanzas", "-", "--format", "json"], { input });
    expect(JSON.parse(stdout)).toEqual([
      { file: "<stdin>", line: 1, kind: "message", isBroken: true },
      { file: "<stdin>", line: 2, kind: "presence" },
    ]);
  });
});

describe("--all", () => {
  const all = (name: string, text: string, configuration = "{}") => {
    using folder = new Folder({ [name]: text, "xmpp-stanza.json": configuration });
    return folder
      .run(["stanzas", name, "--all", "--format", "tsv"])
      .stdout.split("\n")
      .filter((line) => line.split("\t").length === 8)
      .map((line) => [line.split("\t")[1], line.split("\t")[7]]);
  };

  test.each<[string, string, string, string[][]]>([
    [
      "a nested stanza",
      "a.xmpp",
      "<message>\n<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'/></forwarded></message>",
      [["2", "part of the stanza at line 1"]],
    ],
    [
      "prose",
      "a.md",
      "Send <iq type='get'> first.\n",
      [["1", "in text that is not read as stanzas"]],
    ],
    [
      "a comment",
      "a.xmpp",
      "<!-- <presence/> -->\n<presence/>\n",
      [["1", "a start tag alone, in a comment, or in an element that holds no stanzas"]],
    ],
    [
      "an element of a document that is not XMPP",
      "a.xml",
      "<rota>\n<message type='late'>Tide at six.</message>\n</rota>\n",
      [["2", "a start tag alone, in a comment, or in an element that holds no stanzas"]],
    ],
    [
      "a source that is off",
      "a.py",
      'A = "<presence/>"\n',
      [["1", 'the source python is off; add "sources": { "python": true } to xmpp-stanza.json']],
    ],
  ])("gives the reason for %s", (_, name, text, expected) => {
    expect(all(name, text, '{ "sources": { "python": false } }')).toEqual(expected);
  });

  it("lists the mentioned element names", () => {
    const text = "```xml\n<presence/>\n```\n";
    expect(all("a.md", text).map(([line]) => line)).toEqual(["2"]);
  });

  it("lists no checked stanza", () => {
    expect(all("a.xmpp", "<presence/>\n<iq type='result' id='1'/>\n")).toEqual([]);
  });
});

describe("what it looks at", () => {
  it("are the stanzas that a check counts", () => {
    using folder = new Folder({
      "a.xml": "<rota>\n<message type='late'>Tide at six.</message>\n</rota>\n",
      "b.log": "RECV: <presence/>\nRECV: <message>\nRECV: <message><body>The ferry...\n",
    });
    expect(folder.run(["stanzas", "."]).stdout).toBe("");
    expect(folder.run(["stanzas", "a.xml", "b.log"]).stdout).toBe(
      "b.log:1: ← presence\nb.log:3: ← message\n",
    );
    expect(folder.run(["check", "a.xml", "b.log"]).stdout).toBe(
      "2 files, 2 stanzas: no findings\n",
    );
  });

  it("reads the files that a check reads", () => {
    using folder = new Folder({
      "a.py": 'A = "<presence/>"\n',
      "old/b.xmpp": "<presence/>",
      "xmpp-stanza.json": '{ "ignore": ["old/"], "sources": { "python": false } }',
    });
    const { status, stdout, stderr } = folder.run(["stanzas", "a.py", "old/b.xmpp", "."]);
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toContain(
      'a.py: not checked: the source python is off; add "sources": { "python": true }',
    );
    expect(stderr).toContain("old/b.xmpp: not checked: ignored");
    folder.write("xmpp-stanza.json", '{ "sources": { "python": true } }');
    folder.write("a.py", "A = \"<presence id='1'/>\"\n");
    expect(folder.run(["stanzas", "a.py"]).stdout).toBe("a.py:1: presence id=1\n");
  });

  it("has to be there", () => {
    using folder = new Folder({ "a.xmpp": "<presence/>" });
    expect(folder.run(["stanzas", "b.xmpp", "a.xmpp", "--format", "tsv"])).toEqual({
      status: 2,
      stdout: "a.xmpp\t1\t-\tpresence\t-\t-\t-\n",
      stderr: "xmpp-stanza: b.xmpp: there is no such file or folder\n",
    });
  });
});
