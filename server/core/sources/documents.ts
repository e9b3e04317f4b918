/** The adapters that need no tokenizer of a language, in one module that is loaded with the first of them. */

export { default as scansion } from "./scansion";
export { default as transcript } from "./transcript";
export { default as xep } from "./xep";
