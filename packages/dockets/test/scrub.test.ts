import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCmecfFeed, scrub, scrubbed, toJuriscraperFeed } from '../src/index.js';
import { bytes, channel, item } from './feeds.js';

/** The pattern that must never leave this package. */
const alien = /\bA[- ]?\d{2,3}[- ]?\d{3}[- ]?\d{3}\b/;

const number = fc
  .tuple(
    fc.constantFrom('A', 'A-', 'A ', 'A#', 'A# ', 'A No. ', 'Alien No. ', 'a'),
    fc.stringMatching(/^\d{2,3}$/),
    fc.constantFrom('', '-', ' ', '\u2011', '\u00a0'),
    fc.stringMatching(/^\d{3}$/),
    fc.stringMatching(/^\d{3}$/),
  )
  .map(([letter, first, hyphen, second, third]) => `${letter}${first}${hyphen}${second}${hyphen}${third}`);

describe('an alien registration number', () => {
  it.each(['A000-000-001', 'A000000001', 'A 000 000 001', 'A-00-000-001', 'A# 000-000-001', 'a000000001'])(
    'is removed: %s',
    (printed) =>
      expect(scrub(`Quill, ${printed}, v. Attorney General`)).toBe(`Quill, ${scrubbed}, v. Attorney General`),
  );

  it.each(['8:17-cv-01898', 'A1234567', 'EXHIBIT A', '031190001234', 'A0000000012', '000-000-001', 'BA000000001'])(
    'is not seen in %s',
    (text) => expect(scrub(text)).toBe(text),
  );

  it('is removed wherever it stands in a text, and nothing else is', () => {
    const prose = fc.stringMatching(/^[b-z ,.]{0,20}$/);
    fc.assert(
      fc.property(prose, number, prose, (before, planted, after) => {
        expect(scrub(`${before} ${planted}, ${after}`)).toBe(`${before} ${scrubbed}, ${after}`);
      }),
    );
  });

  it('is removed once and for all', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(number, fc.string()), { maxLength: 5 }), (parts) => {
        const once = scrub(parts.join(' '));
        expect(once).not.toMatch(alien);
        expect(scrub(once)).toBe(once);
      }),
    );
  });

  it('leaves no feed, in whatever element a court put it', () => {
    const fields = ['title', 'description', 'guid', 'link'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...fields), number, (field, planted) => {
        const parts = {
          title: '21-99589 Quill v. Attorney General',
          description: '[Order filed]',
          guid: 'https://ecf.ca10.uscourts.gov/x?caseNum=21-99589&amp;partId=1',
          link: 'https://ecf.ca10.uscourts.gov/x?caseNum=21-99589',
        };
        const anchor = `(&lt;a href="https://ecf.ca10.uscourts.gov/docs1/${planted.replace(/\s/g, '-')}">${planted}&lt;/a>)`;
        const planting = { ...parts, [field]: `${parts[field]} [x ${planted} y] ${planted} ${anchor}` };
        const text = channel({ title: `Feed of ${planted}`, description: planted, items: [item(planting)] });
        const feed = readCmecfFeed(bytes(text), { court: 'ca10' });
        expect(feed.items).toHaveLength(1);
        for (const output of [feed, toJuriscraperFeed(feed)]) {
          const told = JSON.stringify(output);
          expect(told).not.toContain(planted);
          expect(told).not.toMatch(alien);
        }
      }),
    );
  });
});

describe('a one-free-look token', () => {
  it('leaves no feed', () => {
    const description =
      '[Order] (&lt;a href="https://ecf.cacd.uscourts.gov/doc1/031190001234?caseid=1&amp;amp;magic_num=5ecret&amp;amp;de_seq_num=9">1&lt;/a>)';
    const feed = readCmecfFeed(bytes(channel({ items: [item({ title: '8:17-cv-90898 X', description })] })), {
      court: 'cacd',
    });
    expect(feed.items[0]!.documentUrl).toBe('https://ecf.cacd.uscourts.gov/doc1/031190001234?caseid=1&de_seq_num=9');
    expect(JSON.stringify(feed)).not.toContain('5ecret');
  });
});
