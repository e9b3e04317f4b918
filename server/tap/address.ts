/** Addresses of the command line: a host and a port. */

import { BlockList, isIP, isIPv6 } from "node:net";

export interface Address {
  readonly host: string;
  readonly port: number;
}

const written = /^(?:\[([\da-fA-F:.%\w]{1,100})\]|([^:[\]/@\s]{1,255})):(\d{1,5})$/;

/** Reads `HOST:PORT`, in which an address of IPv6 is in brackets; undefined for anything else. */
export function readAddress(text: string): Address | undefined {
  const [, bracketed, plain, port] = written.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || Number(port) > 65_535) return undefined;
  return { host, port: Number(port) };
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** True if nobody but this machine reaches the address. */
export function isLoopback(host: string): boolean {
  if (isIP(host) === 0) return host.toLowerCase() === "localhost";
  return loopback.check(host, isIPv6(host) ? "ipv6" : "ipv4");
}

export function showAddress({ host, port }: Address): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
