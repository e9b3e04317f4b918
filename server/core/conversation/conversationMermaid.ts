/** A conversation as the text of a Mermaid sequence diagram. */

import type { Translate } from "../text/translate";
import {
  brokenLabel,
  type Conversation,
  describeFindings,
  isError,
  labelOf,
} from "./conversationChart";

/** The text, with a line feed at its end. Mermaid itself draws up to 50,000 characters by default. */
export function mermaidOf({ lifelines, rows }: Conversation, translate: Translate): string {
  const lines = ["sequenceDiagram"];
  lifelines.forEach(({ name }, index) => {
    lines.push(`  participant p${index} as ${escaped(name, unsafeInName)}`);
  });
  const last = lifelines.length - 1;
  const everywhere = last > 0 ? `p0,p${last}` : "p0";
  for (const [index, row] of rows.entries()) {
    if (row.shape === "arrow") {
      const { stanza, detail, id } = labelOf(row);
      const label = [stanza, detail, id && `[${id}]`].filter((part) => part !== "").join(" ");
      // Dashed for what comes back, with a cross for an error.
      const ended = row.endsStreamOf;
      if (ended !== undefined && lifelines[ended]?.endRow === index)
        lines.push(`  destroy p${ended}`);
      const arrow = isError(row) ? "--x" : row.isReply ? "-->>" : "->>";
      lines.push(`  p${row.from}${arrow}p${row.to}: ${escaped(label, unsafeInText)}`);
      if (row.findings) {
        const text = escaped(describeFindings(row.findings, translate), unsafeInText);
        lines.push(`  Note over p${row.from}: ${text}`);
      }
    } else if (last >= 0) {
      lines.push(`  Note over ${everywhere}: ${escaped(brokenLabel(translate), unsafeInText)}`);
    } else {
      lines.push(`  %% ${brokenLabel(translate)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

// Some characters are allowed in a text of Mermaid as they are; all others are written by their code.
const unsafeInName = /[^\p{L}\p{M}\p{N} ._@/()-]/gu;
const unsafeInText = /[^\p{L}\p{M}\p{N} ._@/()[\]:,-]/gu;

function escaped(text: string, unsafe: RegExp): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.replace(unsafe, (character) => `#${character.codePointAt(0)};`);
}
