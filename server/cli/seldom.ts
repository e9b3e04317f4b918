/**
 * What few runs need, in one file that is loaded when one does: patterns, results that are kept, several threads,
 * texts too large to be kept, repairs and what they would change, reports for other programs.
 */

export { globOf } from "../disk/glob";
export { CACHE_FILE, cacheKeyOf, ResultCache } from "./cache";
export { unifiedDiff } from "./diff";
export { checkLarge } from "./largeCheck";
export { writeRepaired } from "./repair";
export { junit } from "./reporters/junit";
export { sarif } from "./reporters/sarif";
export { checkInThreads } from "./threads";
