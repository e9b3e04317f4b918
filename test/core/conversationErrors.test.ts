/** Errors outside of stanzas in a conversation: their rows, and the lifelines that end with them. */

import { describe, expect, it } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { conversationOf } from "../../server/core/conversation/conversation";
import {
  type ArrowRow,
  type Conversation,
  describeRow,
  labelOf,
  tiesOf,
} from "../../server/core/conversation/conversationChart";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import transcript from "../../server/core/sources/transcript";
import { inEnglish } from "../../server/core/text/translate";
import { open } from "../support/documents";

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";

const streamError = `<stream:error xmlns:stream='http://etherx.jabber.org/streams'>
  <conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
</stream:error>`;
const failed = `<failed xmlns='urn:xmpp:sm:3'><item-not-found xmlns='${STANZAS}'/></failed>`;

function conversation(...elements: string[]): Conversation {
  return conversationOf(open(elements.join("\n\n")), inEnglish);
}

function arrows({ rows }: Conversation): ArrowRow[] {
  return rows.filter((row) => row.shape === "arrow");
}

/** The sender and the recipient of each row, by the names of their lifelines. */
function ways(found: Conversation): string[] {
  const nameOf = (index: number) => found.lifelines[index]?.name;
  return arrows(found).map(({ from, to }) => `${nameOf(from)} > ${nameOf(to)}`);
}

describe("errors outside of stanzas", () => {
  it("are rows from the server, with what they are called and their condition", () => {
    const found = conversation("<presence/>", failed, streamError);
    expect(ways(found)).toEqual(["client > server", "server > client", "server > client"]);
    expect(arrows(found).slice(1).map(labelOf)).toEqual([
      { stanza: "stream management failure", detail: "item-not-found", id: "" },
      { stanza: "stream error", detail: "conflict", id: "" },
    ]);
    expect(found.rows.map((row) => describeRow(row, found, inEnglish)).slice(1)).toEqual([
      "stream management failure item-not-found from server to client",
      "stream error conflict from server to client, ends the stream",
    ]);
  });

  /** The ways of the rows of a transcript. */
  function waysOf(...lines: string[]): string[] {
    const source = `${lines.join("\n")}\n`;
    const [view] = new SourceDocument(source, defaultConfiguration, transcript).regions();
    return ways(conversationOf(view!.document, inEnglish));
  }
  const end = `S: ${streamError.replaceAll("\n", "")}`;

  it("are on the lifelines of the one client that a transcript shows, and of its server", () => {
    expect(
      waysOf(
        "C: <iq type='get' id='1' from='a@b.example/c' to='b.example'/>",
        "S: <message from='d@e.example/f' to='a@b.example/c'/>",
        end,
      ),
    ).toEqual(["a@b.example > b.example", "d@e.example > a@b.example", "b.example > a@b.example"]);
  });

  it("come from an implied server where no stanza was for the server itself", () => {
    expect(waysOf("S: <message from='d@e.example/f' to='a@b.example/c'/>", end)).toEqual([
      "d@e.example > a@b.example",
      "server > a@b.example",
    ]);
  });

  it("are not taken for one of several clients", () => {
    expect(
      waysOf("C: <presence from='a@b.example/c'/>", "C: <presence from='g@b.example/h'/>", end).at(
        -1,
      ),
    ).toBe("server > client");
  });

  it("go the way that a log states", () => {
    const line = streamError.replaceAll("\n", "");
    const log = `SENT: <presence/>\nSENT: ${line}\n`;
    const [view] = new SourceDocument(log, defaultConfiguration, transcript).regions();
    expect(ways(conversationOf(view!.document, inEnglish))).toEqual([
      "client > server",
      "client > server",
    ]);
  });

  it("have their findings, and do not take those of stanzas", () => {
    const wrong = streamError.replace("conflict", "conflikt");
    const { rows } = conversation("<message type='x'/>", wrong, "<presence/>");
    expect(rows.map(({ findings }) => findings?.count)).toEqual([1, 1, undefined]);
  });

  it("end the lifeline of the client if they end its stream, and it is not taken up again", () => {
    const endsOf = (...texts: string[]) =>
      conversation(...texts).lifelines.map(({ name, endRow }) => [name, endRow]);
    expect(endsOf("<presence/>", streamError)).toEqual([
      ["client", 1],
      ["server", undefined],
    ]);
    expect(endsOf("<presence/>", streamError, "<presence/>")).toEqual([
      ["client", undefined],
      ["server", undefined],
    ]);
    expect(endsOf("<presence/>", failed)).toEqual([
      ["client", undefined],
      ["server", undefined],
    ]);
  });

  it("leave replies tied to the rows of their requests", () => {
    const request = `<iq type='get' id='q' to='x.example'><ping xmlns='urn:xmpp:ping'/></iq>`;
    const found = conversation(
      failed,
      request,
      failed,
      "<iq type='result' id='q' from='x.example'/>",
    );
    expect(arrows(found)[3]!.replyTo).toBe(1);
    expect(tiesOf(found)).toMatchObject([{ request: 1, reply: 3 }]);
  });

  it("are named by their tag if they are not well-formed", () => {
    const found = conversation("<presence/>", streamError.replace("/>", ">"));
    expect(labelOf(arrows(found)[1]!).stanza).toBe("stream:error");
    expect(arrows(found)[1]!.endsStreamOf).toBeUndefined();
  });
});
