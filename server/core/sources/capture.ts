/**
 * Captures of packets as tshark prints them in JSON and in PDML. Stanzas stand in them as the bytes of packets, which end
 * anywhere in a stanza, and as trees of fields, which are none.
 */

/** Length of the part of a text that shows what it is, in UTF-16 code units. */
const LEAD = 20_000;

const forms = {
  JSON: /^\s*\[\s*\{\s*"_index"\s*:[\s\S]{0,400}?"_source"\s*:\s*\{\s*"layers"\s*:|^\s*\{"index":\{"_index":"packets-|^\{"timestamp":"\d{1,20}","layers":\{/,
  PDML: /<pdml\s[^<>]*>\s*<packet>/,
} as const;

/** A capture in a text. */
export interface Capture {
  readonly form: keyof typeof forms;
  /** Offset of the first payload of a packet; 0 if there is none. */
  readonly payload: number;
}

const payload = /tcp[._]tcp[._]payload|tcp[._]payload/;

/** The capture that the text is; undefined for any other text. */
export function captureIn(text: string): Capture | undefined {
  const lead = text.slice(0, LEAD);
  const form = (["JSON", "PDML"] as const).find((one) => forms[one].test(lead));
  return form && { form, payload: Math.max(0, text.search(payload)) };
}
