import { hostInvalid } from "./familyHost";
import { rule } from "./rule";

export default rule({
  id: "stream-host-invalid",
  group: "Stream error",
  severity: "error",
  rfc: "4.9.3.19",
  since: "0.1.0",
  summary: "`<see-other-host/>` must contain a host, with or without a port.",
  why: "The other side connects to the host that this condition names: a domain or an IP address, an IPv6 address in brackets, and a port behind a colon if it is not the usual one (RFC 6120 §4.9.3.19).",
  exceptions: "A missing or any other wrong host has no fix.",
  fix: {
    change: "Put an IPv6 address into brackets.",
    automatic: "always",
  },
  bad: `<stream:error>
  <see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>2001:db8::1</see-other-host>
</stream:error>`,
  good: `<stream:error>
  <see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>[2001:db8::1]</see-other-host>
</stream:error>`,
  ...hostInvalid("stream"),
});
