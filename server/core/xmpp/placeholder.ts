/**
 * Placeholders: values with a template hole in them, or an ellipsis. Stanzas in test code and in
 * documents are full of them; nothing can be said about what will stand there.
 */

const holes = [
  String.raw`\{[^{}]*\}`, // {x}, ${x}, #{x}, {{x}}, {}
  String.raw`\$\([^()]*\)`, // $(x)
  String.raw`\\\([^()]*\)`, // \(x), Swift
  String.raw`%\([^()]*\)[a-z]`, // %(x)s, Python
  "%@", // Objective-C
  String.raw`%[sd](?![\p{L}\p{N}])`, // not romeo%shakespeare.lit@gateway
  String.raw`\$[\p{L}_]`, // $x
  String.raw`(?<![\p{L}\p{N}_@])@[\p{L}\p{N}_.-]+@(?![\p{L}\p{N}_])`, // @x@, not ch@r@cters@muc
  "%[1-9](?![0-9A-Fa-f])", // %1, Qt; not %2F
  String.raw`\.\.\.`,
  "…",
];
export const placeholder = new RegExp(holes.join("|"), "u");

// Most values hold none of these, and looking for them is far cheaper than looking for holes.
const suspicious = /[{$%\\…]|\.\.\./;

/** True if the value has a hole in it, so that its final text is unknown. */
export function isPlaceholder(value: string): boolean {
  return (suspicious.test(value) || hasTwoAts(value)) && placeholder.test(value);
}

/** Every address has one. */
function hasTwoAts(value: string): boolean {
  const first = value.indexOf("@");
  return first >= 0 && value.includes("@", first + 1);
}
