import { describe, expect, it } from 'vitest';
import { differenceOf } from '../src/sourcing/difference.js';
import { platformOf } from '../src/sourcing/platform.js';

describe('the difference of two texts', () => {
  it('is the lines that one of them has, in their order', () => {
    expect(differenceOf('a\nb\nc\nd', 'a\nx\nc\nd\ne')).toBe('- b\n+ x\n+ e');
    expect(differenceOf('a\nb', 'a\nb')).toBe('');
    expect(differenceOf('', 'a')).toBe('- \n+ a');
  });

  it('names each line of both, however they differ', () => {
    const before = Array.from({ length: 200 }, (_, n) => `line ${n}`);
    const after = before.filter((_, n) => n % 50 !== 0).concat('last');
    const lines = differenceOf(before.join('\n'), after.join('\n')).split('\n');
    expect(lines).toEqual(['- line 0', '- line 50', '- line 100', '- line 150', '+ last']);
  });
});

describe('a page', () => {
  const page = (
    text: string,
    type = 'text/html',
    finalUrl = 'https://orders.example/',
  ): Parameters<typeof platformOf>[0] => ({
    body: Buffer.from(text),
    headers: { 'content-type': type },
    finalUrl,
  });

  it.each([
    ['rss', '<?xml version="1.0"?><rss version="2.0"><channel><title>Orders</title></channel></rss>'],
    ['json', ' [{"id":1}]'],
    ['html', '<!doctype html><html><body><table></table></body></html>'],
  ])('is recognised as %s', (name, text) => {
    expect(platformOf(page(text)).name).toBe(name);
  });

  it('that is none of these, or is read already, is refused with the reason', () => {
    expect(() => platformOf(page('%PDF-1.7', 'application/pdf'))).toThrow(
      /neither RSS nor HTML nor JSON, but application\/pdf/,
    );
    const feed = page('<rss></rss>', 'text/xml', 'https://ecf.cacd.uscourts.gov/cgi-bin/rss_outside.pl');
    expect(() => platformOf(feed)).toThrow(/cmecf-rss reads/);
  });
});
