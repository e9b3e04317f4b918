/** Python: which literals are regions, and how repairs are escaped in them. */

import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../server/core/rules/edits";
import python from "../../../server/core/sources/python";
import {
  expectMarked,
  openSource,
  proveRobust,
  proveRoundTrip,
  regionTexts,
} from "../../support/sources";

const texts = (text: string) => regionTexts(text, python);

describe("the literals of Python", () => {
  it("are regions where they begin with a stanza", () => {
    expect(texts('self.recv("""\n  <iq/>\n""")\nf(\'<message/>\', \'x <iq/>\')\n')).toEqual([
      "\n  <iq/>\n",
      "<message/>",
    ]);
    expect(texts("# '<iq/>'\nx = 1 # \"<iq/>\"\n")).toEqual([]);
  });

  it("are joined where they stand side by side or are added", () => {
    expect(texts("x = ('<iq>' \"<a/>\"\n  r'\\x' + z + f'{y}</iq>')\n")).toEqual([
      "<iq><a/>\\x{…}{…}</iq>",
    ]);
    expect(texts("a = z + '<iq id=%s>' % y + '</iq>'\n")).toEqual(["<iq id={…}></iq>"]);
  });

  it("have placeholders for replacement fields", () => {
    expect(texts("f\"<iq a='{b!r:>{w}}'>{{x}}</iq>\"")).toEqual(["<iq a='{…}'>{x}</iq>"]);
    expect(texts('\'<iq a="{}" b="{c:{d}}">{{</iq>\'.format(1)')).toEqual([
      '<iq a="{…}" b="{…}">{</iq>',
    ]);
    expect(texts("'<iq a=\"%(b)s\">100%%</iq>' % c")).toEqual(['<iq a="{…}">100%</iq>']);
    expect(texts("'<iq a=\"%s\">{{</iq>'")).toEqual(['<iq a="%s">{{</iq>']);
  });

  it("are read with their escapes resolved", () => {
    expect(texts("'<iq a=\\'\\x41\\u0042\\U0001F600\\103\\n\\d\\\n\\'/>'")).toEqual([
      "<iq a='AB😀C\n\\d'/>",
    ]);
    expect(texts("rb'<iq a=\"\\x41\\n\"/>'; b'<iq a=\"\\u0041\\x41\"/>'")).toEqual([
      '<iq a="\\x41\\n"/>',
      '<iq a="\\u0041A"/>',
    ]);
  });
});

describe("whole stanzas among words", () => {
  it("are regions in docstrings that begin with words", () => {
    const iq = '<iq type="get">\n      <a xmlns="b"/>\n    </iq>';
    const quoted = (text: string) => `def f():\n    """${text}\n    """\n    return 1\n`;
    expect(texts(quoted(`Words.\n\n    ${iq}`))).toEqual([`    ${iq}`]);
    expect(
      texts(quoted(`Words::\n\n    ${iq}\n\n    More.\n\n      <presence to='\\x61'/>`)),
    ).toEqual([`    ${iq}`, "      <presence to='a'/>"]);
    expect(
      texts(quoted("One <iq/> in a line.\n    <iq> is an element.\n    <iq/> is short.")),
    ).toEqual([]);
    expect(texts(quoted("Words.\n\n    <iq>\n    and never closed"))).toEqual([]);
    expect(texts(`x = """Words.\n\n    ${iq}\n"""\n`)).toEqual([]);
  });

  it("are regions in comments", () => {
    expect(texts("# <iq type='get'/>\nx = 1  # <presence/>\n")).toEqual([
      "<iq type='get'/>",
      "<presence/>",
    ]);
    const block =
      "    # Words\n    #\n    # <iq>\n    #   <a/>\n    # </iq>\n    # words\n    x = 1\n";
    expect(texts(`def f():\n${block}`)).toEqual(["<iq>\n  <a/>\n</iq>"]);
    expect(texts("# <iq> and\n# <iq/> are\n")).toEqual([]);
  });

  it("are checked and repaired in place", () => {
    const docstring =
      'def f():\n    """Words.\n\n    <⟦iq⟧{iq-id-missing} type="get">\n      <a xmlns="b"/>\n    </iq>\n    """\n';
    expectMarked(docstring, python);
    const text = "# <message type='error'>\n#   <body>a</body>\n# </message>\n";
    const open = openSource(text, python);
    const [fix] = open.fixes(open.findings()[0]!);
    const lines = applyEdits(text, fix!.edits).trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.filter((line) => !line.startsWith("# "))).toEqual([]);
  });
});

describe("findings in Python", () => {
  it("stand at their place between escapes", () => {
    expectMarked(
      "a = ('<message id=\"👩\" ' # x\r\n  'type=\\'⟦ch\\x61rt⟧{stanza-type-invalid}\\'/>')\r\n",
      python,
    );
  });

  it("are none for sketches, holes in a tag, and pieces", () => {
    expectMarked("a('<iq/>', f'<iq {all}/>', '<iq type=\"get\" .../>', '<iq>')\n", python);
  });

  it("are none for regular expressions", () => {
    expectMarked(
      "re.match(\"<iq type='(get|set)'[^>]*>(.*)</iq>\", s)\nr'<message .*?>(?:x)</message>'\nr'<iq\\s+id=1></iq>'\n'<⟦iq⟧{iq-id-missing} type=\"result\"/>'\n",
      python,
    );
  });

  it("stand in stanzas of a stream", () => {
    const stream = "<stream:stream xmlns='jabber:client' xmlns:stream='urn:x'>";
    expectMarked(
      `a("""<?xml version='1.0'?>${stream}\n<⟦iq⟧{iq-id-missing} type='result'/>""")\nb("<r xmlns='urn:xmpp:sm:3'/>"\n  "<⟦iq⟧{iq-id-missing} type='result'/>")\n`,
      python,
    );
    expectMarked(
      "a(f\"<body rid='{i}' xmlns='http://jabber.org/protocol/httpbind'><⟦iq⟧{iq-id-missing} type='result'/></body>\", '<body>or <iq/></body>')\n",
      python,
    );
  });

  it("are silenced by comments", () => {
    expectMarked(
      "# xmpp-stanza-disable-next-line iq-payload: shown\nf('<iq type=\"get\" id=\"1\"/>')\n# xmpp-stanza-expect ⟦jid-invalid⟧{suppression-unused}\nf('<message/>')\n",
      python,
    );
  });
});

const hosts = [
  "# xmpp-stanza-expect iq-id-missing\nself.recv(\"\"\"\n  <message type='error'>\n    <body>%s</body>\n  </message>\n\"\"\" % x)\nf('<iq type=\\'get\\'>\\n</iq>')\n",
  "b = (f\"<message type='error'>\"\n  '<error type=\\'x\\'><gone/>' + x + '</error></message>')\r\nf(r\"<message type='chart'/>\".format(1))\r\n",
];

describe("repairs in Python", () => {
  it("are escaped as their literal needs it", () => {
    const write = (text: string, newText: string) =>
      python.read(text, {})[0]?.write({ span: { start: 1, end: 1 }, newText })?.[0]?.newText;
    expect(write("'<iq/>'", "'\"\n\\{%")).toBe("\\'\"\\n\\\\{%");
    expect(write("f'<iq/>'", "{%")).toBe("{{%");
    expect(write("'<iq/>'.format(1)", "{}")).toBe("{{}}");
    expect(write("'<iq/>' % 1", "%")).toBe("%%");
    expect(write('"""<iq/>"""', "\n'\"")).toBe("\n'\"");
    expect(write('"""<iq/>"""', '"""')).toBe('\\"""');
    expect(write("r'<iq/>'", "\\ ")).toBe("\\ ");
    expect(write("r'<iq/>'", "'")).toBeUndefined();
    expect(write("r'<iq/>'", "\n")).toBeUndefined();
    expect(write("b'<iq/>'", "ü")).toBeUndefined();
  });

  it("give the stanza that they give without it", () => {
    const proved = hosts.map((host) => proveRoundTrip(openSource(host, python)));
    expect(proved.map(({ fixes, written }) => fixes - written)).toEqual([0, 0]);
    expect(proved.map(({ written }) => written > 1)).toEqual([true, true]);
  });

  it("leave placeholders alone", () => {
    const open = openSource('\'<message type="chart"><error id="%s"/></message>\' % x\n', python);
    for (const found of open.findings()) {
      for (const fix of open.fixes(found)) {
        expect(applyEdits(open.text, fix.edits)).toContain("%s");
      }
    }
  });
});

describe("Python that is broken", () => {
  it("is read as far as it goes, with places within it", () => {
    proveRobust(python, hosts, [
      '"""',
      "'",
      '"',
      "\\",
      "{",
      "}",
      "%",
      " + ",
      "#",
      "f'",
      "\\N{",
      "\n",
    ]);
  });
});
