/** All frames of a text, where the program asks for one after the other. */

import type { Frame, Framer } from "../../server/core/xml/frame";
import type { Scope } from "../../server/core/xml/scope";

/** @param scope what is open where the text begins */
export function framesOf(framer: Framer, scope?: Scope): Frame[] {
  const frames: Frame[] = [];
  let frame = framer.next(0, scope);
  while (frame) {
    frames.push(frame);
    frame = framer.next(frame.end, frame.scope);
  }
  return frames;
}
