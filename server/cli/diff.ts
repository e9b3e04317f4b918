/** Differences of texts in the format of `diff -u` and `patch`. */

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

export function unifiedDiff(name: string, before: string, after: string): string {
  return createTwoFilesPatch(name, name, before, after, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
}
