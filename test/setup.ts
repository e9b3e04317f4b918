/**
 * Properties are tried on the same inputs every time, so that a change is judged by what it changes.
 * XMPP_STANZA_SEED=random looks for new ones (XMPP_STANZA_RUNS says how many times as many), and a
 * number tries again what a failure printed.
 */

import fc from "fast-check";

const asked = process.env.XMPP_STANZA_SEED;
if (asked !== "random")
  fc.configureGlobal({ seed: asked === undefined ? 20_261_123 : Number(asked) });
