/** Reads the elements that pass on a connection, in plain TCP or in a WebSocket (RFC 7395), from copies of its bytes. */

import type { Side } from "./join";
import { type ReadElement, StreamReader, UnreadableText } from "./streamReader";
import { type UnreadableFrames, WebSocketReader } from "./webSocketReader";

/** Why nothing more is read of a connection, whose bytes are passed on all the same. */
export type Opaqueness = "tls" | "compressed" | "http" | "encoding" | "large" | "other" | "behind";

export interface ElementListener {
  element(sender: Side, element: ReadElement): void;
  /** Called once: from here on nothing is read. */
  opaque(reason: Opaqueness): void;
}

/** First byte of a handshake of TLS; no text has it. */
const HANDSHAKE = 0x16;

/** Elements of the server after which nothing is plain text: RFC 6120 §5.4.2.3, XEP-0138 §3. */
const changes = [
  [/^<proceed\b[^>]*\burn:ietf:params:xml:ns:xmpp-tls\b/, "tls"],
  [/^<compressed\b[^>]*\bhttp:\/\/jabber\.org\/protocol\/compress\b/, "compressed"],
] as const;

interface SideReader {
  readonly decoder: InstanceType<typeof TextDecoder>;
  readonly frames: WebSocketReader;
  stream: StreamReader;
}

export class ConnectionReader {
  #mode: "xml" | "http" | "opaque" | undefined;
  readonly #sides: Readonly<Record<Side, SideReader>> = {
    client: openSide("client"),
    server: openSide("server"),
  };

  constructor(readonly listener: ElementListener) {}

  /** Reads bytes that have been passed on, in the order in which they passed. */
  read(sender: Side, bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#mode ??= this.#modeOf(bytes);
    if (this.#mode === "opaque") return;
    const side = this.#sides[sender];
    try {
      if (this.#mode === "http") this.#readFrames(sender, side, bytes);
      else if (bytes[0] === HANDSHAKE) this.end("tls");
      else this.#readText(sender, side, side.decoder.decode(bytes, { stream: true }));
    } catch (error) {
      if (error instanceof UnreadableText) this.end(error.reason);
      // What the decoder throws for bytes that are not UTF-8.
      else if (error instanceof TypeError && "code" in error) this.end("encoding");
      else throw error;
    }
  }

  /**
   * Reads what is left when the connection is closed.
   * @returns the sides that have sent a part of an element
   */
  close(): Side[] {
    if (this.#mode === "opaque") return [];
    return (["client", "server"] as const).filter((sender) => {
      const { stream } = this.#sides[sender];
      for (const element of stream.end()) this.listener.element(sender, element);
      return stream.isWithin;
    });
  }

  /** Ends reading. */
  end(reason: Opaqueness): void {
    if (this.#mode === "opaque") return;
    this.#mode = "opaque";
    this.listener.opaque(reason);
  }

  #modeOf(bytes: Buffer): "xml" | "http" | "opaque" {
    const first = bytes[0]!;
    if (first === HANDSHAKE) this.end("tls");
    // A method of HTTP.
    else if (first >= 0x41 && first <= 0x5a) return "http";
    // `<`, white space or a byte order mark.
    else if (first !== 0x3c && first !== 0xef && first > 0x20) this.end("other");
    return this.#mode ?? "xml";
  }

  #readFrames(sender: Side, side: SideReader, bytes: Buffer): void {
    for (const text of side.frames.read(bytes)) {
      // Each message is an element of its own (RFC 7395 §3.3.3).
      side.stream = new StreamReader();
      this.#readText(sender, side, text);
      for (const element of side.stream.end()) this.listener.element(sender, element);
    }
    const reason: UnreadableFrames | undefined = side.frames.unreadable;
    if (reason) this.end(reason);
  }

  #readText(sender: Side, { stream }: SideReader, text: string): void {
    for (const element of stream.read(text)) {
      this.listener.element(sender, element);
      const change = sender === "server" && changes.find(([start]) => start.test(element.tag));
      if (change) {
        this.end(change[1]);
        return;
      }
    }
  }
}

function openSide(sender: Side): SideReader {
  return {
    decoder: new TextDecoder("utf-8", { fatal: true }),
    frames: new WebSocketReader(sender),
    stream: new StreamReader(),
  };
}
