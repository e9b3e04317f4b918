/** Differences of texts in the format of `diff -u` and `patch`. */

import { sep } from "node:path";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/** @param before with its byte order mark, so that the lines are those of the file */
export function unifiedDiff(name: string, before: string, after: string): string {
  const written = quoteName(name.replaceAll(sep, "/"));
  // `patch` reads a name up to a space, or up to a tab if there is one.
  const end = written.includes(" ") ? "" : undefined;
  return createTwoFilesPatch(written, written, before, after, end, end, {
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** Characters that would end the line or the name, or make it look like another. */
const unsafe = /["\\\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A name as GNU `patch` and git read it: in quotes, with bytes in octal, if it has a character that is not safe. */
function quoteName(name: string): string {
  const escaped = name.replace(unsafe, (sign) =>
    sign === '"' || sign === "\\"
      ? `\\${sign}`
      : [...Buffer.from(sign)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join(""),
  );
  return escaped === name ? name : `"${escaped}"`;
}
