import type { LookupAddress } from 'node:dns';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardedLookup } from '../src/guarded-lookup.js';
import { isPublicAddress } from '../src/public-address.js';
import { parseWebAddress } from '../src/web-address.js';
import { openFetcher, page, serve, serveSite } from './local-server.js';

const refused = { code: 'FETCH_ADDRESS_REFUSED' };

describe('the address guard', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://0x7f000001/',
    'http://127.0.0.1./',
    'http://①②⑦.⓪.⓪.①/',
    'http://127%2e0%2e0%2e1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://100.100.100.200/',
    'http://169.254.169.254/latest/meta-data/',
    'http://168.63.129.16/',
    'http://192.0.0.192/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::a00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[2001:db8::1]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[4000::1]/',
    'http://someone@ecf.court.example/',
    'http://someone:secret@ecf.court.example/',
    'ftp://ecf.court.example/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'javascript:1',
  ])('refuses %s before anything is sent', async (url) => {
    await expect(openFetcher({}).get({ url, accept: '*/*' })).rejects.toMatchObject(refused);
  });

  it.each(['', 'ecf.court.example/path', '//ecf.court.example/', 'http://', 'http://[::1/', 'http://a b/'])(
    'calls %j bad input',
    async (url) => {
      await expect(openFetcher({}).get({ url, accept: '*/*' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    },
  );

  it('refuses a name that leads to this machine when it connects', async () => {
    const site = await serve((_request, response) => void response.end('secret'));
    const url = `http://localhost:${new URL(site.origin).port}/`;
    await expect(openFetcher({}).get({ url, accept: '*/*' })).rejects.toMatchObject(refused);
    expect(site.seen).toHaveLength(0);
  });

  it('stands in front of the simulator as well', async () => {
    const site = await serveSite((_request, response) => void response.end());
    await expect(openFetcher({ via: site.origin }).get(page('/', '169.254.169.254'))).rejects.toMatchObject(refused);
    expect(site.seen).toHaveLength(0);
  });

  it('says nothing of the query or the credentials', () => {
    const message = (url: string): string => {
      try {
        return parseWebAddress(url).href;
      } catch (error) {
        return String(error);
      }
    };
    expect(message('http://user:pw@court.example/find?number=123')).toMatch(/court\.example\/find is refused/);
    expect(message('http://user:pw@court.example/find?number=123')).not.toMatch(/123|user|pw/);
    expect(message('http://10.0.0.1/find?number=123')).not.toMatch(/123/);
    expect(message('mailto:someone@court.example')).not.toMatch(/someone/);
  });

  it('lets public addresses pass', () => {
    for (const address of ['8.8.8.8', '63.241.40.1', '2001:4860:4860::8888', '2606:4700::1111'])
      expect(isPublicAddress(address)).toBe(true);
    expect(parseWebAddress('https://ecf.cacd.uscourts.gov/cgi-bin/rss_outside.pl#top').href).toBe(
      'https://ecf.cacd.uscourts.gov/cgi-bin/rss_outside.pl',
    );
  });

  it('takes no form of a private IPv4 address for a public one', () => {
    const privateAddress = fc
      .tuple(fc.constantFrom('10', '127', '0', '192.168', '169.254', '172.20'), fc.nat(255), fc.nat(255), fc.nat(255))
      .map(([head, ...rest]) => [...head.split('.'), ...rest].slice(0, 4).map(Number));
    fc.assert(
      fc.property(privateAddress, ([a = 0, b = 0, c = 0, d = 0]) => {
        const hex = (n: number): string => n.toString(16);
        const pair = `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
        const spellings = [
          `${a}.${b}.${c}.${d}`,
          String(((a * 256 + b) * 256 + c) * 256 + d),
          `0x${hex(a)}.0${b.toString(8)}.${c * 256 + d}`,
          ...['::ffff:', '::', '64:ff9b::', '64:ff9b:1::'].map((prefix) => `[${prefix}${pair}]`),
          `[2002:${pair}::]`,
        ];
        for (const host of spellings) expect(() => parseWebAddress(`http://${host}/`)).toThrow(/not public/);
      }),
    );
  });
});

describe('the guarded lookup', () => {
  const resolved = (addresses: LookupAddress[], all: boolean): Promise<unknown> =>
    new Promise((resolve, reject) => {
      guardedLookup((_name, _options, done) => done(null, addresses))('court.example', { all }, (error, address) =>
        error === null ? resolve(address) : reject(error),
      );
    });
  const open = { address: '8.8.8.8', family: 4 };
  const closed = { address: '10.0.0.1', family: 4 };

  it('refuses a name with one private address among public ones', async () => {
    await expect(resolved([open, closed], true)).rejects.toMatchObject(refused);
    await expect(resolved([open, { address: '::ffff:8.8.8.8', family: 6 }], true)).rejects.toMatchObject(refused);
  });

  it('refuses a name without an address', async () => {
    await expect(resolved([], true)).rejects.toMatchObject(refused);
  });

  it('answers one or all, as it is asked', async () => {
    expect(await resolved([open], true)).toEqual([open]);
    expect(await resolved([open], false)).toBe('8.8.8.8');
  });

  it('passes on that a name is unknown', async () => {
    const unknown = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    const failing = guardedLookup((_name, _options, done) => done(unknown, []));
    await expect(
      new Promise((resolve, reject) => failing('x.example', {}, (error) => (error ? reject(error) : resolve(null)))),
    ).rejects.toBe(unknown);
  });
});
