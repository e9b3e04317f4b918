/** Captures of packets as tshark prints them: a followed stream is read, trees of fields are not. */

import { describe, expect, it } from "vitest";
import { sourceOf } from "../../../server/core/sources";
import { captureIn } from "../../../server/core/sources/capture";
import { adapterFor } from "../../../server/core/sources/load";
import transcript from "../../../server/core/sources/transcript";
import { expectMarked, openSource, proveRobust } from "../../support/sources";

const rule = "=".repeat(67);
const headOf = (first: string, second: string) =>
  `\n${rule}\nFollow: tcp,ascii\nFilter: tcp.stream eq 0\nNode 0: 127.0.0.1:${first}\nNode 1: 127.0.0.1:${second}\n`;
const packet = (tab: string, payload: string) => `${tab}${payload.length}\n${payload}\n`;

const get = "<iq type='get' id='q1'><query xmlns='urn:example:a'/></iq>";
const message = "<message id='m1' from='ann@mill.example'><body>12\none\n\t7\ntwo</body></message>";
const packets = [
  packet("", get),
  packet("\t", `<iq type='result' id='q1'/>${message.slice(0, 30)}`),
  packet("\t", message.slice(30)),
  packet("", "<presence id='p1'/>"),
].join("");

describe("a followed stream", () => {
  const stanzasOf = (text: string) => {
    expect(sourceOf({ text })).toBe("transcript");
    const [view] = openSource(text, transcript).regions();
    return view!.document
      .stanzas()
      .map(({ span, summary }) => [
        summary?.direction?.sender,
        view!.document.text.slice(span.start, span.end),
      ]);
  };

  it("has the stanzas of its packets, joined, and who sent them", () => {
    expect(stanzasOf(`${headOf("40000", "5222")}${packets}${rule}\n`)).toEqual([
      ["client", get],
      ["server", "<iq type='result' id='q1'/>"],
      ["server", message],
      ["client", "<presence id='p1'/>"],
    ]);
  });

  it("has two sides where no port shows the server", () => {
    const senders = stanzasOf(`${headOf("40000", "40001")}${packets}`).map(([sender]) => sender);
    expect(senders).toEqual([">", "<", "<", ">"]);
  });

  it("is checked where it stands", () => {
    const wrong = "<iq type='result'/>";
    const text = `${headOf("40000", "5222")}${packet("", get)}\t${wrong.length}\n<⟦iq⟧{iq-id-missing} type='result'/>\n${rule}\n`;
    expectMarked(text.replace("q1", "q2"), transcript);
  });

  it("is read as far as it goes, if it is cut anywhere", () => {
    const text = `${headOf("40000", "5222")}${packets}${rule}\n`;
    proveRobust(transcript, [text], ["\n\t7\n", "\n9999\n", rule, "\t"]);
  });
});

describe("packets as trees", () => {
  const json = `[\n  {\n    "_index": "packets-2026-01-02",\n    "_type": "doc",\n    "_source": {\n      "layers": {\n        "tcp.payload": "3c:69:71",\n        "xmpp.iq": "<iq type='get'>"\n      }\n    }\n  }\n]\n`;
  const pdml = `<?xml version="1.0"?>\n<pdml version="0" creator="a">\n<packet>\n<field name="tcp.payload" show="3c:69:71"/><iq/>\n</packet>\n</pdml>\n`;

  it.each([
    ["JSON", json, "a.json"],
    ["JSON", `{"index":{"_index":"packets-1"}}\n{"layers":{"tcp_tcp_payload":"3c"}}`, "a.json"],
    ["PDML", pdml, "a.xml"],
  ])("are recognised, and hold no stanzas: %s", async (form, text, path) => {
    const capture = captureIn(text);
    expect(capture?.form).toBe(form);
    expect(text.slice(capture?.payload)).toMatch(/^tcp[._]/);
    const adapter = await adapterFor({ path, text }, {});
    expect(openSource(text, adapter!).regions()).toEqual([]);
  });

  it("are no other text", () => {
    for (const text of ["<iq/>", '[{"_index": "a", "stanza": "<iq/>"}]', "<pdml/>", ""]) {
      expect(captureIn(text)).toBeUndefined();
    }
  });
});
