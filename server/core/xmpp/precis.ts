/**
 * The IdentifierClass of PRECIS (RFC 8264 §4.2), derived from properties of Unicode as §8 says, for
 * localparts (RFC 7622 §3.3, by the profile UsernameCaseMapped of RFC 8265 §3.3).
 */

// Exceptions of RFC 8264 §9.6 that are allowed, for all or in some contexts (CONTEXTO); contexts are not judged.
const allowedException = /[\u00b7\u00df\u0375\u03c2\u05f3\u05f4\u06fd\u06fe\u0f0b\u3007\u30fb]/u;
// Exceptions of RFC 8264 §9.6 that are disallowed.
const forbiddenException = /[\u0640\u07fa\u302e\u302f\u3031-\u3035\u303b]/u;
// §9.11, ASCII7, and §9.8, JoinControl, which is CONTEXTJ.
const alwaysAllowed = /[!-~\p{Join_Control}]/u;
// §9.9: conjoining jamo, of the blocks that hold nothing else.
const oldHangulJamo = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;
// §9.13, PrecisIgnorableProperties.
const ignorable = /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
// §9.1, LetterDigits.
const letterOrDigit = /[\p{Ll}\p{Lu}\p{Lo}\p{Nd}\p{Lm}\p{Mn}\p{Mc}]/u;

const fullOrHalfWidth = /[\u3000\uff01-\uffee]/gu;

/** Maps full and half width forms to their characters, before the class is applied (RFC 8265 §3.3.2). */
export function mapWidth(text: string): string {
  return text.replace(fullOrHalfWidth, (form) => form.normalize("NFKC"));
}

/** True if the class contains the character (RFC 8264 §8), in some context at least. */
export function isIdentifierCharacter(character: string): boolean {
  if (allowedException.test(character)) return true;
  if (forbiddenException.test(character)) return false;
  if (alwaysAllowed.test(character)) return true;
  if (oldHangulJamo.test(character) || ignorable.test(character)) return false;
  // §9.17, HasCompat.
  if (character.normalize("NFKC") !== character) return false;
  return letterOrDigit.test(character);
}
