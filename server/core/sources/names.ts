/** Where stanzas stand, by name. */

/** The sources besides plain stanza files, and whether they are looked into if nobody says so. */
export const defaultSources = {
  xep: true,
  markdown: true,
  scansion: true,
  transcript: true,
  javascript: false,
  python: false,
} as const satisfies Readonly<Record<string, boolean>>;

/** A source that can be switched on and off. */
export type OptionalSource = keyof typeof defaultSources;

/** `plain` is a file of stanzas, whatever stands between them. */
export type SourceName = OptionalSource | "plain";

export const optionalSources = Object.keys(defaultSources) as readonly OptionalSource[];

export const sourceNames: readonly SourceName[] = ["plain", ...optionalSources];

/** Which sources are looked into; one that is not named is as it is by default. */
export type SourceSwitches = Readonly<Partial<Record<OptionalSource, boolean>>>;

const plainExtensions = ["stanza", "xmpp", "xml"] as const;

/** What the names of files end with that may hold stanzas, whatever is switched on. */
export const fileExtensions: readonly string[] = plainExtensions;

/** True for a file that is looked at when it lies in a folder that is checked. */
export function mayHoldStanzasByName(name: string, _switches: SourceSwitches): boolean {
  return plainExtensions.some((extension) => name.endsWith(`.${extension}`));
}
