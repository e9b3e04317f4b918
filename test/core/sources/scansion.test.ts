/** Scripts of scansion: their blocks are one scope, their comments suppress, wildcards are unknown. */

import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../server/core/rules/edits";
import scansion from "../../../server/core/sources/scansion";
import { expectMarked, openSource, proveRobust, proveRoundTrip } from "../../support/sources";

const head =
  "# Shows <iq/> things\n\n[Client] Romeo\n\tjid: user@localhost\n\tpassword: <iq/>\n\n-----\n\nRomeo connects\n\n";

describe("a script of scansion", () => {
  it('holds stanzas below "sends:" and "receives:" only', () => {
    expectMarked(
      `${head}Romeo sends:
\t<⟦iq⟧{iq-id-missing} type='get'>
\t\t<ping xmlns='urn:xmpp:ping'/>

\t</iq>

# <message type='x'/>
Romeo receives:\r
\t# <message type='x'/>
\t<message type='⟦👩‍👩‍👧⟧{stanza-type-invalid}'/>\r

Romeo disconnects: <message type='x'/>
\t<message type='x'/>
`,
      scansion,
    );
  });

  it("knows the prefix of wildcards, and not what they stand for", () => {
    expectMarked(
      `${head}Romeo receives:
\t<iq type='{scansion:any}' id='{scansion:any}' scansion:strict='false'/>
\t<message type='error' scansion:strict='false'><scansion:any/></message>
\t<message><⟦other:a⟧{xml-not-well-formed}/></message>
`,
      scansion,
    );
  });

  it("is one scope for requests and replies", () => {
    expectMarked(
      `${head}Romeo sends:
\t<iq type='get' id='1' from='a@b/c' to='d'><q xmlns='u'/></iq>

Romeo receives:
\t<⟦message⟧{reply-kind-mismatch} type='error' id='1' to='a@b/c' from='d'>
\t\t<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>
\t</message>
`,
      scansion,
    );
  });

  it("silences findings by its own comments", () => {
    expectMarked(
      `${head}Romeo sends:
\t# xmpp-stanza-expect iq-id-missing, iq-payload, ⟦jid-invalid⟧{suppression-unused}
\t<iq type='get'/>
`,
      scansion,
    );
    const open = openSource(
      `${head}# xmpp-stanza-expect iq-id-missing\nRomeo sends:\n\t<message/>\n`,
      scansion,
    );
    const [fix] = open.fixes(open.findings()[0]!);
    expect(applyEdits(open.text, fix!.edits)).toMatch(
      /connects\n\n\s*Romeo sends:\n\t<message\/>\n$/,
    );
  });
});

const hosts = [
  `${head}Romeo sends:
\t<iq type='get'>
\t\t<query xmlns='urn:x'/>
\t</iq>
# xmpp-stanza-expect iq-payload
Romeo receives:
\t<message type='error'>
\t\t<error><gone/></error>
\t</message>
\t<message type='error'>
\t\t<body>a & b</body>
\t</message>
`,
];
hosts.push(hosts[0]!.replaceAll("\n", "\r\n"));

/** The same ids at several clients, and errors that may be answers. */
const talk = `${head}Romeo sends:
\t<iq type='get' id='1' to='a@b/c' from='d'><q xmlns='u'/></iq>
Juliet receives:
\t<iq type='get' id='1' to='a@b/c' from='d'><q xmlns='u'/></iq>
Juliet sends:
\t<message type='error' id='1' from='a@b/c'><error type='cancel'><gone/></error></message>
Romeo receives:
\t<iq type='result' from='a@b/c' to='d'/>
\t<iq type='result' id='1' from='a@b/c' to='x'/>
`;

describe("fixes in a script", () => {
  it("give the stanza that they give without it", () => {
    const proved = hosts.map((host) => proveRoundTrip(openSource(host, scansion)));
    expect(proved.map(({ fixes, written }) => fixes - written)).toEqual([0, 0]);
    expect(proved[0]!.written).toBeGreaterThan(5);
  });
});

describe("a script that is broken", () => {
  it("is read as far as it goes, with places within it", () => {
    proveRobust(
      scansion,
      [...hosts, talk],
      [
        "\t",
        "\n",
        "#",
        "# xmpp-stanza-expect iq-payload\n",
        "A sends:\n",
        "Juliet sends:\n",
        ...["sends:", "receives:", "Romeo", "\n[Client] Romeo\n\tjid: a@b\n"],
      ],
    );
  });
});
