/** Reads the messages of one side of a WebSocket (RFC 6455 §5) from the bytes that it sends. */

import type { Side } from "./join";

/** Number of bytes at which a message, or the head before all messages, is given up. */
const MAX_MESSAGE = 16_000_000;
const MAX_HEAD = 65_536;

const HEAD_END = Buffer.from("\r\n\r\n");

/** Bits and operation codes of the first byte of a frame. */
const FINAL = 0x80;
const COMPRESSED = 0x40;
const OPERATION = 0x0f;
const TEXT = 1;
const FIRST_CONTROL = 8;

/** Why nothing more can be read. */
export type UnreadableFrames = "http" | "compressed" | "large";

/** A frame that is complete, with its payload unmasked. */
interface Frame {
  readonly first: number;
  readonly payload: Buffer;
}

export class WebSocketReader {
  #chunks: Buffer[] = [];
  #size = 0;
  /** Number of bytes without which nothing more can be read. */
  #needed = 0;
  #isOpen = false;
  #message: Buffer[] = [];
  #length = 0;
  #isText = false;
  unreadable: UnreadableFrames | undefined;

  /** @param sender side that sends the bytes: the client asks for the WebSocket, the server agrees */
  constructor(readonly sender: Side) {}

  /** Reads more bytes; gives the texts that they complete, in order. */
  *read(bytes: Buffer): Generator<string, void> {
    if (this.unreadable) return;
    this.#chunks.push(bytes);
    this.#size += bytes.length;
    if (this.#size < this.#needed) return;
    let rest = this.#chunks.length === 1 ? bytes : Buffer.concat(this.#chunks);
    if (!this.#isOpen) rest = this.#readHead(rest);
    while (this.#isOpen && !this.unreadable) {
      const read = this.#readFrame(rest);
      if (!read) break;
      rest = rest.subarray(read.length);
      const text = this.#add(read.frame);
      if (text !== undefined) yield text;
    }
    this.#chunks = [rest];
    this.#size = rest.length;
  }

  /** Gives what is after the head, once that is complete. */
  #readHead(bytes: Buffer): Buffer {
    const end = bytes.indexOf(HEAD_END);
    if (end < 0) {
      if (bytes.length > MAX_HEAD) this.unreadable = "http";
      return bytes;
    }
    const head = bytes.toString("latin1", 0, end);
    this.#isOpen =
      this.sender === "client"
        ? head.toLowerCase().split("\r\n").some(asksForUpgrade)
        : /^HTTP\/1\.1 101\b/.test(head);
    if (!this.#isOpen) this.unreadable = "http";
    return bytes.subarray(end + HEAD_END.length);
  }

  /** The frame at the start, with its length; undefined if it is not complete. */
  #readFrame(bytes: Buffer): { readonly frame: Frame; readonly length: number } | undefined {
    const [first, second] = bytes;
    this.#needed = 2;
    if (first === undefined || second === undefined) return undefined;
    const short = second & 0x7f;
    const maskAt = 2 + (short === 126 ? 2 : short === 127 ? 8 : 0);
    const isMasked = (second & 0x80) !== 0;
    const start = maskAt + (isMasked ? 4 : 0);
    this.#needed = start;
    if (bytes.length < start) return undefined;
    const size =
      short === 126
        ? bytes.readUInt16BE(2)
        : short === 127
          ? Number(bytes.readBigUInt64BE(2))
          : short;
    if (size + this.#length > MAX_MESSAGE) {
      this.unreadable = "large";
      return undefined;
    }
    const length = start + size;
    this.#needed = length;
    if (bytes.length < length) return undefined;
    this.#needed = 0;
    const payload = bytes.subarray(start, length);
    if (!isMasked) return { frame: { first, payload }, length };
    const mask = bytes.subarray(maskAt, start);
    return {
      frame: { first, payload: Buffer.from(payload.map((byte, i) => byte ^ mask[i & 3]!)) },
      length,
    };
  }

  /** Adds a frame to its message, whose text it gives with the last one. Control frames may stand between its frames. */
  #add({ first, payload }: Frame): string | undefined {
    const operation = first & OPERATION;
    if (operation >= FIRST_CONTROL) return undefined;
    // An extension has changed what is in the message (RFC 7692).
    if ((first & COMPRESSED) !== 0) {
      this.unreadable = "compressed";
      return undefined;
    }
    if (operation !== 0) {
      this.#message = [];
      this.#length = 0;
      this.#isText = operation === TEXT;
    }
    this.#message.push(payload);
    this.#length += payload.length;
    if ((first & FINAL) === 0) return undefined;
    const message = Buffer.concat(this.#message);
    this.#message = [];
    this.#length = 0;
    return this.#isText ? message.toString("utf8") : undefined;
  }
}

/** True for the field by which a client asks for a WebSocket, in small letters. */
function asksForUpgrade(field: string): boolean {
  return field.startsWith("upgrade:") && field.includes("websocket");
}
