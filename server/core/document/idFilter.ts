/**
 * Bloom filter: a set of ids in constant space. `has` may be true for an id that was not added (false positive),
 * never false for one that was.
 */

/** Size in bits, four megabytes: with three million ids, about one in a hundred queries is a false positive. */
const BITS = 2 ** 25;

/** Number of bits that stand for an id. */
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

/** Double hashing: the further hashes are sums of the first hash and multiples of the second. */
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
