/**
 * Messages of a stream, as Node gives them: a large one, in which a document of some megabytes is opened, is
 * taken in part by part, so that it does not hold up everything else.
 */

import { type ContentTypeDecoder, type Message, RAL } from "vscode-languageserver/node";
import { parseLargeJson } from "./largeJson";

/** Bytes from which on a message is large. */
const LARGE = 500_000;

/** Milliseconds after which other work gets a turn. */
const SLICE = 10;

const usual = RAL().applicationJson.decoder;

/** The same messages as those of the library, and the same refusals. */
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

/** Has all streams that are read from now on read so. */
export function decodeMessagesInSlices(): void {
  const { applicationJson, ...others } = RAL();
  RAL.install({ ...others, applicationJson: { ...applicationJson, decoder: messageDecoder } });
}
