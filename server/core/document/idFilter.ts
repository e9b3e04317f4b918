/**
 * Remembers ids in a space that does not grow with them. It may take an id for one that it was told, now and
 * then; never the other way round.
 */

/** Four megabytes: of three million ids, about one in a hundred that are new is taken for known. */
const BITS = 2 ** 25;

/** So many bits stand for an id. */
const HASHES = 4;

export class IdFilter {
  readonly #bits = new Uint32Array(BITS / 32);

  add(id: string): void {
    const [first, second] = hashesOf(id);
    for (let i = 0; i < HASHES; i++) {
      const bit = (first + Math.imul(i, second)) & (BITS - 1);
      this.#bits[bit >>> 5]! |= 1 << (bit & 31);
    }
  }

  mayHave(id: string): boolean {
    const [first, second] = hashesOf(id);
    for (let i = 0; i < HASHES; i++) {
      const bit = (first + Math.imul(i, second)) & (BITS - 1);
      if ((this.#bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }
}

/** Two hashes are as good as many: the others are the first with multiples of the second. */
function hashesOf(id: string): readonly [number, number] {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second + code, 0x85ebca6b) ^ (second >>> 13);
  }
  return [first, second | 1];
}
