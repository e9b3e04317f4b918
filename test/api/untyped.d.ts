/** Packages without types, as far as tests use them. */

declare module "@xmpp/xml" {
  export function xml(name: string, attributes: object | string, ...children: unknown[]): object;
}

declare module "ltx" {
  export function parse(text: string): object;
}
