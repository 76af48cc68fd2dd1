import ipaddr from 'ipaddr.js'

/**
 * Azure's agent answers here with the machine's secrets, though the address is a public one. The metadata addresses of
 * other clouds lie in ranges that are refused whole (169.254/16, 100.64/10, 192.0.0/24, fc00::/7).
 * Source: learn.microsoft.com, "What is IP address 168.63.129.16?".
 */
const METADATA: ReadonlySet<string> = new Set(['168.63.129.16'])

/** Global unicast, the only part of IPv6 that the public internet uses. Source: IANA IPv6 address space registry. */
const GLOBAL: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/** NAT64 under its well-known prefix (RFC 6052): how a network without IPv4 reaches the public IPv4 internet. */
const NAT64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96]

/**
 * True for an address of the public internet; false for everything else, what cannot be read as an address included:
 * loopback, private, link-local, shared (CGNAT), multicast, unspecified, documentation and reserved ranges of IPv4 and
 * IPv6, cloud metadata, and the forms of IPv6 that hide an IPv4 address: mapped and NAT64 count as the address inside,
 * 6to4, Teredo and IPv4-compatible ones are never public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return isPublicV4(parsed)
  if (parsed.isIPv4MappedAddress()) return isPublicV4(parsed.toIPv4Address())
  if (parsed.match(NAT64)) return isPublicV4(new ipaddr.IPv4(parsed.toByteArray().slice(-4)))
  return parsed.range() === 'unicast' && parsed.match(GLOBAL)
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !METADATA.has(address.toString())
}
