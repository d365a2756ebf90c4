import { isPublicAddress, resolveHost } from './public-address';

describe('an address of the open net', () => {
  it.each([
    '8.8.8.8',
    '114.114.114.114',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.1.1',
    '2400:3200::1',
    '2606:4700::1111',
  ])('should be seen in %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    'localhost',
    '',
  ])('should not be seen in %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('the addresses of a host', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1', 4],
    ['[::1]', '::1', 6],
  ])('should be its own when it is an address: %s', async (host, address, family) => {
    expect(await resolveHost(host)).toEqual([{ address, family }]);
  });
  it.each([
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://①②⑦.0.0.1/',
  ])('should be seen through another way of writing: %s', async (written) => {
    const [found] = await resolveHost(new URL(written).hostname);
    expect(isPublicAddress(found?.address ?? '')).toBe(false);
  });
});
