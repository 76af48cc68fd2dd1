import { describe, expect, test } from 'vitest'
import { isPublicAddress } from './address-guard.ts'

describe('isPublicAddress, of a public address', () => {
  test.each([
    ['8.8.8.8'],
    ['93.184.215.14'],
    ['172.15.255.255'],
    ['172.32.0.1'],
    ['100.63.255.255'],
    ['100.128.0.1'],
    ['223.255.255.255'],
    ['2606:4700:4700::1111'],
    ['2a00:1450:4001:82a::200e'],
    ['::ffff:8.8.8.8'],
    ['64:ff9b::808:808'],
  ])('%s is true', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('isPublicAddress, of an inner or special address', () => {
  test.each([
    ['loopback', '127.0.0.1'],
    ['all of loopback', '127.255.255.254'],
    ['loopback of IPv6', '::1'],
    ['private, 10', '10.0.0.1'],
    ['private, 172.16', '172.16.0.1'],
    ['private, 172.31', '172.31.255.255'],
    ['private, 192.168', '192.168.1.1'],
    ['link-local, and metadata', '169.254.169.254'],
    ['metadata of ECS', '169.254.170.2'],
    ['metadata in shared space', '100.100.100.200'],
    ['metadata in 192.0.0', '192.0.0.192'],
    ['metadata at a public address', '168.63.129.16'],
    ['metadata of IPv6', 'fd00:ec2::254'],
    ['shared space (CGNAT)', '100.64.0.1'],
    ['end of shared space', '100.127.255.255'],
    ['multicast', '224.0.0.1'],
    ['end of multicast', '239.255.255.255'],
    ['multicast of IPv6', 'ff02::1'],
    ['unspecified', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['unspecified of IPv6', '::'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['documentation', '192.0.2.1'],
    ['documentation, 198.51.100', '198.51.100.7'],
    ['documentation, 203.0.113', '203.0.113.7'],
    ['benchmarks', '198.18.0.1'],
    ['6to4 relay', '192.88.99.1'],
    ['unique local', 'fc00::1'],
    ['link-local of IPv6', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['documentation of IPv6', '2001:db8::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped loopback in hex', '::ffff:7f00:1'],
    ['mapped metadata', '::ffff:169.254.169.254'],
    ['IPv4-compatible loopback', '::127.0.0.1'],
    ['IPv4-translated loopback', '::ffff:0:7f00:1'],
    ['NAT64 of loopback', '64:ff9b::7f00:1'],
    ['NAT64 of metadata', '64:ff9b::a9fe:a9fe'],
    ['NAT64 of a private address', '64:ff9b::10.0.0.1'],
    ['NAT64 of local use', '64:ff9b:1::808:808'],
    ['6to4 of loopback', '2002:7f00:1::'],
    ['6to4 of a public address', '2002:808:808::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['discard', '100::1'],
    ['unassigned', '4000::1'],
    ['segment routing', '5f00::1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('%s is false: %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
