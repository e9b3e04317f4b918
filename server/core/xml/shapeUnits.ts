/** Units of a shape: parts of a text, with separators between them, in memory that all shapes share. */

/** Maximum length of a shape in UTF-16 code units. */
const MAX_LENGTH = 2000;
/** Maximum number of parts of a shape, separators included. */
const MAX_PARTS = 200;

/** Of the hash by Fowler, Noll and Vo. */
const FACTOR = 16777619;

export class ShapeUnits {
  /** Equal for equal units, and for few others; known after `end`. */
  hash = 0;
  /** Number of units, the two of the surroundings included. */
  #length = 0;
  /** Number of the surroundings. */
  #surroundings = 0;
  /** The parts as starts and ends; of a separator, itself below zero, and 0. */
  readonly #parts = new Int32Array(2 * MAX_PARTS);
  #count = 0;

  /** @param surroundings number below 2³¹ */
  begin(surroundings: number): void {
    this.#surroundings = surroundings;
    this.#count = 0;
  }

  /** Adds a separator, which occurs in no text. */
  put(unit: number): void {
    this.add(-unit, 0);
  }

  /** Adds a part of the text. */
  add(start: number, end: number): void {
    const count = this.#count;
    if (count === MAX_PARTS) return;
    this.#parts[2 * count] = start;
    this.#parts[2 * count + 1] = end;
    this.#count = count + 1;
  }

  /** Hashes the units; false if there are too many parts, or they are too long. */
  end(text: string): boolean {
    const parts = this.#parts;
    const count = this.#count;
    let length = 2;
    let hash = this.#surroundings;
    for (let i = 0; i < count; i++) {
      const start = parts[2 * i]!;
      const end = parts[2 * i + 1]!;
      if (start < 0) {
        length++;
        hash = Math.imul(hash ^ start, FACTOR);
      } else {
        length += end - start;
        for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FACTOR);
      }
    }
    this.#length = length;
    this.hash = hash;
    return count < MAX_PARTS && length <= MAX_LENGTH;
  }

  /**
   * The units, to keep.
   * @param text of the parts
   */
  copy(text: string): Uint16Array {
    const units = new Uint16Array(this.#length);
    units[0] = this.#surroundings;
    units[1] = this.#surroundings >>> 16;
    const parts = this.#parts;
    let length = 2;
    for (let i = 0; i < this.#count; i++) {
      const start = parts[2 * i]!;
      if (start < 0) {
        units[length++] = -start;
        continue;
      }
      const end = parts[2 * i + 1]!;
      for (let at = start; at < end; at++) units[length++] = text.charCodeAt(at);
    }
    return units;
  }

  /** @param text of the parts */
  equals(other: Uint16Array, text: string): boolean {
    if (other.length !== this.#length) return false;
    if (other[0]! + (other[1]! << 16) !== this.#surroundings) return false;
    const parts = this.#parts;
    const count = this.#count;
    let length = 2;
    for (let i = 0; i < count; i++) {
      const start = parts[2 * i]!;
      if (start < 0) {
        if (other[length++] !== -start) return false;
        continue;
      }
      const end = parts[2 * i + 1]!;
      for (let at = start; at < end; at++) {
        if (other[length++] !== text.charCodeAt(at)) return false;
      }
    }
    return true;
  }
}
