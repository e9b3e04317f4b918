/** Prolog of a document before its root: white space, instructions, comments, a document type. */

/** Offset of the first character after the prolog. Linear: each character is looked at a fixed number of times. */
export function skipProlog(text: string): number {
  let at = text.startsWith("\ufeff") ? 1 : 0;
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    const end = behindMarkup(text, at);
    if (end < 0) return at;
    at = end;
  }
}

/** Offset after the markup; -1 if there is no such markup, or if it does not end. */
function behindMarkup(text: string, at: number): number {
  if (text.startsWith("<?", at)) return behind(text, "?>", at);
  if (text.startsWith("<!--", at)) return behind(text, "-->", at + 4);
  if (!text.startsWith("<!DOCTYPE", at)) return -1;
  const end = behind(text, ">", at);
  const subset = end < 0 ? -1 : text.slice(at, end).indexOf("[");
  if (subset < 0) return end;
  // The internal subset may hold any markup before its own bracket.
  for (let bracket = behind(text, "]", at + subset); bracket > 0; ) {
    let next = bracket;
    while (next < text.length && /\s/.test(text[next]!)) next++;
    if (text[next] === ">") return next + 1;
    bracket = behind(text, "]", next);
  }
  return -1;
}

function behind(text: string, terminator: string, from: number): number {
  const at = text.indexOf(terminator, from);
  return at < 0 ? -1 : at + terminator.length;
}
