/** Separators of texts on standard input. */

/** Their bytes, by their names. */
export const SEPARATORS = { NUL: 0x00, LF: 0x0a } as const;

export type Separator = keyof typeof SEPARATORS;

export const separatorNames = Object.keys(SEPARATORS) as readonly Separator[];
