/**
 * Decodes the messages of a stream in Node: a large message, which opens a document of some megabytes, is
 * parsed in slices, so that it does not block other work.
 */

import { type ContentTypeDecoder, type Message, RAL } from "vscode-languageserver/node";
import { parseLargeJson } from "./largeJson";

/** Bytes from which on a message is large. */
const LARGE = 500_000;

/** Milliseconds after which other work gets a turn. */
const SLICE = 10;

const usual = RAL().applicationJson.decoder;

/** Decoder with the same results and errors as that of the library. */
export const messageDecoder: ContentTypeDecoder = {
  name: usual.name,
  async decode(bytes, options) {
    if (bytes.length < LARGE || options.charset !== "utf-8") return usual.decode(bytes, options);
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const steps = parseLargeJson(bytes, (start, end) => buffer.toString("utf8", start, end));
    let sliceEnd = performance.now() + SLICE;
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value as Message;
      if (performance.now() < sliceEnd) continue;
      await new Promise((resolve) => setImmediate(resolve));
      sliceEnd = performance.now() + SLICE;
    }
  },
};

/** Makes all streams that are opened from now on use the decoder. */
export function decodeMessagesInSlices(): void {
  const { applicationJson, ...others } = RAL();
  RAL.install({ ...others, applicationJson: { ...applicationJson, decoder: messageDecoder } });
}
