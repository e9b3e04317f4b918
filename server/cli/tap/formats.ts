/** Formats in which a tap prints findings. */

export const tapFormats = ["pretty", "jsonl"] as const;

export type TapFormat = (typeof tapFormats)[number];
