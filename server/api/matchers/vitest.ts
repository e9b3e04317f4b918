/** `xmpp-stanza/vitest`. */

export { matchers } from "./extend";
