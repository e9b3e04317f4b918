/**
 * Texts that nobody writes but those who want to break something: each takes a number, which its length
 * is a multiple of.
 */

/** The pieces, one after the other. */
function many(count: number, piece: (index: number) => string, between = ""): string {
  return Array.from({ length: count }, (_, index) => piece(index)).join(between);
}

export const hostileTexts: Readonly<Record<string, (n: number) => string>> = {
  "elements in each other": (n) => `<message>${"<a>".repeat(n)}${"</a>".repeat(n)}</message>`,
  "elements in each other that are never closed": (n) => `<message>${"<a>".repeat(n)}`,
  "elements of different names in each other": (n) =>
    `<message>${many(n, (i) => `<a${i}>`)}</message>`,
  "elements in each other with the wrong end tags": (n) =>
    `<message>${"<a>".repeat(n)}${"</b>".repeat(n)}</message>`,
  "elements in each other with an undeclared prefix": (n) =>
    `<message>${"<x:a>".repeat(n)}${"</x:a>".repeat(n)}</message>`,
  "elements in each other with a prefix": (n) =>
    `<message xmlns:x='urn:x'>${"<x:a>".repeat(n)}${"</x:a>".repeat(n)}</message>`,
  wrappers: (n) => `${"<w>".repeat(n)}<message type='x'/>`,
  "wrappers around as many stanzas": (n) =>
    `${"<w>".repeat(n)}${"<message type='x'/>\n".repeat(n)}`,
  "stanzas in wrappers that are never closed": (n) => "<w><message type='x'/>\n".repeat(n),
  "stanzas in wrappers of different names that are never closed": (n) =>
    many(n, (i) => `<w${i}><message type='x'/>\n`),
  "stanzas in each other": (n) =>
    `${"<message xmlns='jabber:client'><x xmlns='urn:x'>".repeat(n)}${"</x></message>".repeat(n)}`,
  "stanzas alike, each with a language of its own around it": (n) =>
    many(n, (i) => `<w xml:lang='a${i}'>${"<message/>".repeat(3)}</w>\n`),
  "stanzas alike, each in a wrapper, in a long language": (n) =>
    `<w xml:lang='${"x".repeat(n)}'>${"<w><message type='chat'/></w>\n".repeat(n)}`,
  "wrappers in many that declare something": (n) =>
    `${"<w xmlns:a='urn:a'>".repeat(2000)}${"<a><b/></a>".repeat(n)}`,
  "stanzas with the same tags and other attributes": (n) =>
    many(n, (i) => `<message a${i % 500}='1'><b c${i % 7}='2'/></message>\n`),
  "stanzas alike but for the white space in them": (n) =>
    many(n, (i) => `<message><a/>${" ".repeat(i % 100)}<b/>${"\n".repeat(i % 83)}</message>\n`),
  "stanzas alike with long tags that end in other ways": (n) =>
    many(n, (i) => `<message ${" ".repeat(150)}${"\t".repeat(i % 97)}id='1' a${i % 2}='b'/>`),
  "stanzas alike on one line, of which each second has a reference": (n) =>
    `<message id='1'><body>a &amp; b</body></message><message id='1'><body>a</body></message>`.repeat(
      n,
    ),
  "stanzas alike that are broken at the end": (n) =>
    "<message id='1' to='a@b'><body>a &amp; b</body><c/><d></message>".repeat(n),
  "stanzas alike with values in quotes that others do not have": (n) =>
    `<message id='1' to="a@b"/>`.repeat(3) +
    "<message id='1'/>".repeat(n) +
    `<message id='1' to="a`,
  "a stanza that is long and alike up to its end": (n) =>
    "<message><a/><b/></message>".repeat(3) +
    `<message>${"<a/>".repeat(n)}<b/></message>`.repeat(3),
  "a long value": (n) => `<message id='${"x".repeat(n)}' type='x'/>`,
  "long addresses": (n) => `<message to='${"x".repeat(n)}' from='${"a.".repeat(n / 2)}' type='x'/>`,
  "values full of what begins a placeholder": (n) =>
    `<message id='${"{".repeat(n)}' to='${"%".repeat(n)}' from='${"[".repeat(n)}' type='x'/>`,
  attributes: (n) => `<message ${many(n, (i) => `a${i}='x'`, " ")} type='x'/>`,
  "declarations and attributes with prefixes": (n) =>
    `<message ${many(n, (i) => `xmlns:a${i}='urn:x${i}' a${i}:b='c'`, " ")} type='x'/>`,
  "attributes of a tag that is never closed": (n) => `<message ${many(n, (i) => `a${i}='x'`, " ")}`,
  "attributes with quotes between them": (n) => `<message ${many(n, (i) => `a${i}='x' "`, " ")}/>`,
  "requests of the same id": (n) => "<iq id='1' type='get'><a xmlns='urn:a'/></iq>\n".repeat(n),
  "replies of the same id": (n) => "<iq id='1' type='error' from='a@b'/>\n".repeat(n),
  "requests and replies of the same id": (n) =>
    "<iq id='1' type='get' to='a@b'><a xmlns='urn:a'/></iq>\n<iq id='1' type='result' from='a@b'/>\n".repeat(
      n / 2,
    ),
  "stanzas with findings": (n) => "<iq/>\n".repeat(n),
  "error children in one stanza": (n) =>
    `<message type='error'>${"<error type='x'/>".repeat(n)}</message>`,
  "unknown conditions in one error": (n) =>
    `<message type='error'><error type='cancel'>${"<foo xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>".repeat(n)}</error></message>`,
  "conditions in one error": (n) =>
    `<message type='error'><error type='cancel'>${"<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>x</gone>".repeat(n)}</error></message>`,
  "texts in one error": (n) =>
    `<message type='error'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>${"<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>x</text>".repeat(n)}</error></message>`,
  "stray texts in one error": (n) =>
    `<message type='error'><error type='cancel'>\n${"x<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\n".repeat(n)}</error></message>`,
  "wrong stanzas in a stanza": (n) =>
    `<message>${"<message xmlns='jabber:client' type='error'/>".repeat(n)}</message>`,
  "references to entities": (n) => `<message>${"&x;".repeat(n)}</message>`,
  "processing instructions": (n) => `<message>${"<?x?>".repeat(n)}</message>`,
  "comments in a stanza": (n) => `<message>${"<!-- x -->".repeat(n)}</message>`,
  "lone surrogates": (n) => `<message>${"\ud800".repeat(n)}</message>`,
  NULs: (n) => `${"\0".repeat(n)}<message>${"\0".repeat(n)}</message>`,
  "a long line": (n) => `${"x".repeat(n)}<message type='x'/>${"x".repeat(n)}`,
  "stanzas on one line": (n) => "<message type='x'/>".repeat(n),
  "open stanzas on one line": (n) => "<message type='x'>".repeat(n),
  "open stanzas": (n) => "<message type='x'>\n".repeat(n),
  "open stanzas, indented in all sorts of ways": (n) =>
    many(n, (i) => `${" ".repeat(i % 50)}<message type="x">`, "\n"),
  "long indentation": (n) => `<message>\n${" ".repeat(n)}<iq/>\n${" ".repeat(n)}<iq/>\n</message>`,
  "long text before open stanzas": (n) => `<message>\n${"x".repeat(2000)}<iq>`.repeat(n),
  "stanzas and ampersands on one line": (n) => `<message>\n${`${"x".repeat(10)}&<iq>`.repeat(n)}`,
  "a quote that is never closed": (n) => `<message id='${"x ".repeat(n)}`,
  "quotes that are never closed": (n) => "<message id='x ".repeat(n),
  "quotes that are never closed before a >": (n) => "<message id='x> ".repeat(n),
  "attributes without values": (n) => `<message ${`a=`.repeat(n)}`,
  "white space in an attribute": (n) => `<message a=${` `.repeat(n)}=`,
  "white space in a tag": (n) => `<message ${` `.repeat(n)}`,
  "a long attribute name": (n) => `<message ${`a`.repeat(n)}`,
  "a long element name": (n) => `<${`a`.repeat(n)}`,
  "less-than signs": (n) => "<".repeat(n),
  "tags that are never closed": (n) => "<a ".repeat(n),
  ampersands: (n) => `<message>${"&".repeat(n)}</message>`,
  "a long reference": (n) => `<message>&${"a".repeat(n)}</message>`,
  "references that are never closed": (n) => `<message>${"&a".repeat(n)}</message>`,
  "comments that are never closed": (n) => "<!-- ".repeat(n),
  "comments in a stanza that are never closed": (n) => `<message>${"<!-- ".repeat(n)}</message>`,
  "suppressions that are never closed": (n) =>
    `<message>${"<!-- xmpp-stanza-disable ".repeat(n)}</message>`,
  "suppressions in a stanza": (n) =>
    `<message>${"<!-- xmpp-stanza-disable iq-id-missing -->".repeat(n)}</message>`,
  suppressions: (n) => `${"<!-- xmpp-stanza-disable iq-id-missing -->\n".repeat(n)}<iq/>`,
  "expectations that are met": (n) =>
    "<!-- xmpp-stanza-expect iq-id-missing --><iq type='result'/>\n".repeat(n),
  "stacked suppressions of the next line": (n) =>
    `${"<!-- xmpp-stanza-disable-next-line iq-id-missing -->\n".repeat(n)}<iq/>`,
  "suppressions of the next line on one line": (n) =>
    `${"<!-- xmpp-stanza-disable-next-line iq-id-missing -->".repeat(n)}\n<iq/>`,
  "names in a suppression": (n) => `<!-- xmpp-stanza-disable ${"foo,".repeat(n)} -->\n<iq/>`,
  "expectations of broken stanzas": (n) =>
    "<!-- xmpp-stanza-expect iq-id-missing --><iq id='1'>&</iq>\n".repeat(n),
  "CDATA sections that are never closed": (n) => `<message>${"<![CDATA[ ".repeat(n)}</message>`,
  "instructions that are never closed": (n) => `<message>${"<? ".repeat(n)}</message>`,
  "document types with a subset that never ends": (n) => `${"<!DOCTYPE a [ ".repeat(n)}<message/>`,
  "document types with a subset that ends, and no end": (n) =>
    `${"<!DOCTYPE a [ ] ".repeat(n)}<message/>`,
  "brackets in a document type": (n) => `<!DOCTYPE a [${" ] ".repeat(n)}<message/>`,
  "document types, and as many without end": (n) =>
    `${"<!DOCTYPE a>".repeat(n)}${"<!DOCTYPE ".repeat(n)}<message/>`,
  "white space behind the subset of a document type": (n) =>
    `${`<!DOCTYPE a [ ]${" ".repeat(n)}`.repeat(3)}<message/>`,
  "document types with a > in their subset": (n) => `${`<!DOCTYPE a [>]  `.repeat(n)}<message/>`,
  "document types that end together": (n) =>
    `${`<!DOCTYPE ${"x".repeat(30)} `.repeat(n)}><message/>`,
  "an entity bomb": (n) =>
    `<!DOCTYPE lolz [<!ENTITY lol "lol">${many(n, (i) => `<!ENTITY lol${i} "${"&lol;".repeat(10)}">`)}]>\n<message><body>&lol${n - 1};</body></message>`,
  "an entity bomb in a stanza": (n) =>
    `<message><!DOCTYPE lolz [<!ENTITY lol "lol">${many(n, (i) => `<!ENTITY lol${i} "${"&lol;".repeat(10)}">`)}]><body>&lol${n - 1};</body></message>`,
  "character references": (n) => `<message>${"&#65;".repeat(n)}</message>`,
  "end tags": (n) => "</a>".repeat(n),
  "end tags in a stanza": (n) => `<message>${"</a>".repeat(n)}</message>`,
  "end tags in a stanza in wrappers": (n) =>
    `${"<w>".repeat(2000)}<message>${"</a>".repeat(n)}</message>`,
  "end tags in wrappers": (n) => `${"<w>".repeat(2000)}${"</a>".repeat(n)}</message>`,
  "end tags without >": (n) => "</a ".repeat(n),
  "carriage returns": (n) => `${"\r".repeat(n)}<message type='x'/>`,
  "empty lines": (n) => `${"\r\n".repeat(n)}<message type='x'/>`,
  "lines of a transcript in an error": (n) =>
    `<message type='error'><error type='cancel'>${"S: <a xmlns='urn:a'/>\n".repeat(n)}</error></message>`,
  digits: (n) =>
    `<message type='error'><error type='cancel'>\n${"1".repeat(n)}<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>`,
  "words that are no ids": (n) => ` ${" id ".repeat(n)}<iq/>`,
  "conditions of applications": (n) =>
    `<message type='error'><error type='cancel'>${"<undefined-condition xmlns='urn:x'/>".repeat(n)}</error></message>`,
};
