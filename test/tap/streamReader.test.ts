/** A stream, cut into its elements as they come. */

import { describe, expect, it } from "vitest";
import { StreamReader, UnreadableText } from "../../server/tap/streamReader";

const header =
  "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xml:lang='de'>";

/** The texts of the elements, from a stream that comes in parts of a length. */
function read(text: string, length = text.length): string[] {
  const reader = new StreamReader();
  const found: string[] = [];
  for (let i = 0; i < text.length; i += length) {
    for (const one of reader.read(text.slice(i, i + length))) found.push(one.text);
  }
  for (const one of reader.end()) found.push(one.text);
  return found;
}

const elements = [
  "<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms></stream:features>",
  "<presence/>",
  "<r xmlns='urn:xmpp:sm:3'/>",
  `<message id="a>b" to='x'><body>1 &lt; 2<!-- > </x> --><![CDATA[<body>]]></body></message>`,
  "<message><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'><body/></message></forwarded></message>",
  "<iq\n\ttype = 'get' id='ü😀'\n><q xmlns='urn:x' /></iq >",
];

describe("the reader of a stream", () => {
  const whole = `${header}\n ${elements.join(" \n")}</stream:stream>`;

  it.each([1, 2, 3, 7, 100, whole.length])(
    "gives each element once it is complete, from parts of %d",
    (length) => {
      const start = header.slice(header.indexOf("<stream"));
      expect(read(whole, length)).toEqual([start, ...elements]);
    },
  );

  it("gives an element with its last character", () => {
    const reader = new StreamReader();
    const text = elements[3]!;
    expect([...reader.read(header + text.slice(0, -1))].length).toBe(1);
    expect(reader.isWithin).toBe(true);
    expect([...reader.read(">")].map((one) => one.text)).toEqual([text]);
    expect(reader.isWithin).toBe(false);
  });

  it("gives what the stream declares, of the latest header", () => {
    const reader = new StreamReader();
    const [first, presence] = [...reader.read(`${header}<presence/>`)];
    expect(first).toMatchObject({ isHeader: true, scope: undefined });
    expect(presence?.scope).toMatchObject({ name: "stream:stream", language: "de" });
    const [, again] = [...reader.read(`${header.replace("'de'", "'en'")}<presence/>`)];
    expect(again?.scope).toMatchObject({ language: "en", parent: undefined });
  });

  it("gives start tags", () => {
    const [one] = [...new StreamReader().read(elements[3]!)];
    expect(one?.tag).toBe(`<message id="a>b" to='x'>`);
  });

  it("cuts broken stanzas as they are cut in files, and reads on", () => {
    const broken = "<message><body>a</message>";
    const text = `${header}<presence/>${broken}<iq type='get' id='a'><q xmlns='urn:x'/></iq><presence/>`;
    const [, ...found] = read(text, 10);
    expect(found).toEqual([
      "<presence/>",
      broken,
      "<iq type='get' id='a'><q xmlns='urn:x'/></iq>",
      "<presence/>",
    ]);
  });

  it("keeps nothing of what keeps a connection alive", () => {
    const reader = new StreamReader();
    for (let i = 0; i < 1000; i++) expect([...reader.read(" \n")]).toEqual([]);
    expect(reader.isWithin).toBe(false);
  });

  it("takes time in proportion to the length of a stanza, however many parts it has", () => {
    // A stanza of a megabyte in parts of ten bytes: read anew for each part, it would be 100 GB.
    const stanza = `<message>${"<a>text</a>".repeat(100_000)}</message>`;
    expect(read(stanza, 1000)).toEqual([stanza]);
  });

  it.each([
    ["large", `<message>${"a".repeat(4_000_000)}`],
    ["large", `<message></body>${"a".repeat(200_000)}`],
    ["other", "SSH-2.0-OpenSSH_9.2\r\n"],
    ["other", "<presence/>text"],
  ])("gives up what is %s", (reason, text) => {
    expect(() => read(text)).toThrow(new UnreadableText(reason as "large"));
  });
});
