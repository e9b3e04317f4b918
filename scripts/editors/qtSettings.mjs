// The settings of Qt Creator, as Qt programs write them: what is no plain text is `@Variant(…)` with the bytes of QDataStream, version 4.0.

const number = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const string = (value) => {
  const bytes = Buffer.from(value, "utf16le").swap16();
  return Buffer.concat([number(bytes.length), bytes]);
};

const items = (type, count, parts) => Buffer.concat([number(type), number(count), ...parts]);

/** The bytes of a QVariant: its type (QMetaType) and its value. */
function variant(value) {
  if (typeof value === "boolean") return Buffer.concat([number(1), Buffer.from([value ? 1 : 0])]);
  if (typeof value === "number") return Buffer.concat([number(2), number(value)]);
  if (typeof value === "string") return Buffer.concat([number(10), string(value)]);
  if (!Array.isArray(value)) {
    const entries = Object.entries(value);
    const parts = entries.flatMap(([key, one]) => [string(key), variant(one)]);
    return items(8, entries.length, parts);
  }
  const isOfStrings = value.every((one) => typeof one === "string");
  return items(isOfStrings ? 11 : 9, value.length, value.map(isOfStrings ? string : variant));
}

/** The value as it stands in an INI file; each byte is escaped. */
function iniVariant(value) {
  const escaped = [...variant(value)].map((byte) => `\\x${byte.toString(16)}`);
  return `@Variant(${escaped.join("")})`;
}

/** What the table of docs/editors.md says, as the dialog stores it; 1 is "Requires an Open File". */
export const qtCreatorSettings = (home) => `[LanguageClient]
clients=${iniVariant([
  {
    typeId: "LanguageClient::StdIOSettingsID",
    name: "XMPP Stanza",
    id: "{5c6d2b2e-6f0b-4d0a-9d0e-0d7f6c1a2b3c}",
    enabled: true,
    startupBehavior: 1,
    mimeType: [],
    filePattern: ["*.stanza", "*.xmpp", "*.xml"],
    initializationOptions: JSON.stringify({
      xmppStanza: { rules: { "text-lang-missing": "off" } },
    }),
    executable: `${home}/bin/xmpp-stanza`,
    arguments: "server --stdio",
  },
])}
`;
