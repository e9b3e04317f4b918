/** Writes text into a literal, with the escapes of its language, so that the literal's value is the text. */

import type { Encode } from "../region";
import type { Language } from "./language";
import type { Lines } from "./literalLines";
import type { Literal } from "./tokens";

/** What the text of a literal needs besides its form. */
export interface Surroundings {
  readonly lines: Lines | undefined;
  /** Notation of the values that may be filled in. */
  readonly fields: Language["fields"];
  /** The line end of the program. */
  readonly lineEnd: string;
}

const signs = { percent: /%/, tilde: /~/, braces: /(?!)/ } as const;

/** The encoder of a literal, whose result is undefined for text that the literal cannot hold. */
export function encoderOf(
  { form, closing, escapeLead }: Literal,
  { lines, fields, lineEnd }: Surroundings,
): Encode {
  const { nests, isDoubled, isBytes, isMultiline } = form;
  const guards = (form.holes ?? []).map(({ open, guard }) => ({
    pattern: new RegExp(guard?.pattern ?? (/\$\d/.test(open) ? "(?!)" : open), "g"),
    prefix: guard?.prefix,
  }));
  const hasEscapes = escapeLead !== "";
  const isBackslash = form.escapes?.others === "quote";
  return (text) => {
    // Characters beyond ASCII are no bytes.
    if (isBytes && /[^\0-\x7f]/.test(text)) return undefined;
    // Whether the literal is a format is not known.
    if (fields && signs[fields].test(text)) return undefined;
    if (!hasEscapes && !isDoubled && text.includes(closing)) return undefined;
    // It could escape what follows.
    if (isBackslash && text.includes("\\")) return undefined;
    let written = hasEscapes ? text.replaceAll("\\", `${escapeLead}\\`) : text;
    if (isDoubled) written = written.replaceAll(closing, closing + closing);
    else if (hasEscapes) written = written.replaceAll(closing, escapeLead + closing);
    if (nests !== undefined && written.includes(nests)) {
      if (!hasEscapes) return undefined;
      written = written.replaceAll(nests, escapeLead + nests);
    }
    const doubles = fields === "braces" ? "{}" : form.doubles;
    if (doubles) {
      for (const one of doubles) written = written.replaceAll(one, () => one + one);
    } else {
      for (const { pattern, prefix } of guards) {
        if (prefix === undefined && text.search(pattern) >= 0) return undefined;
        written = written.replace(pattern, (one) => `${prefix}${one}`);
      }
    }
    if (isMultiline) return written.replaceAll("\n", lineEnd + (lines?.lead ?? ""));
    if (!/[\r\n]/.test(written)) return written;
    if (!hasEscapes) return undefined;
    return written.replaceAll("\r", `${escapeLead}r`).replaceAll("\n", `${escapeLead}n`);
  };
}
