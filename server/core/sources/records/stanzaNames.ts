/** True for the name of a stanza, with or without a prefix. */
export function isFramedName(name: string): boolean {
  return /^(?:[\w.-]+:)?(?:message|presence|iq)$/.test(name);
}
