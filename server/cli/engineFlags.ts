/**
 * Flag of the engine: less code is put into one function, as a run is over before more of it pays
 * (docs/performance.md).
 */
export const ENGINE_FLAG = "--max-inlined-bytecode-size-cumulative=200";
