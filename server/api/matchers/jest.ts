/** `xmpp-stanza/jest`. */

export { matchers } from "./extend";
