import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds, type Kind } from '../src/index.js';
import { examples, type Example } from './examples.js';
import { fixture } from './fixture.js';

/** Alien numbers as courts print them, that nobody has: the first group is 099. */
const alien = fc
  .tuple(fc.constantFrom('A', 'A-', 'A ', 'A#', 'A No. '), fc.constantFrom('', '-'), fc.stringMatching(/^\d{6}$/))
  .map(([letter, hyphen, digits]) => `${letter}099${hyphen}${digits.slice(0, 3)}${hyphen}${digits.slice(3)}`);

/** Where letters can be put into a file so that a reader sees them: behind a word of three letters. */
function planted({ file }: Example, place: number, text: string): Uint8Array {
  const source = Buffer.from(fixture(file)).toString('latin1');
  const words = [...source.matchAll(/(?<=[>"\s])[A-Za-z]{3,}(?=[\s<",.])/g)];
  const word = words[place % words.length]!;
  const at = word.index + word[0].length;
  return Buffer.from(`${source.slice(0, at)} ${text} ${source.slice(at)}`, 'latin1');
}

const titles = examples.map((example) => [`${example.kind} (${example.file})`, example] as const);

function told(kind: Kind, bytes: Uint8Array, example: Example, method: 'read' | 'toJuriscraper'): string {
  try {
    return JSON.stringify(kind[method](bytes, { court: example.court, name: '' }));
  } catch {
    return '';
  }
}

describe('what is removed at the door', () => {
  it.each(titles)('alien numbers, wherever they stand and in either format: %s', (_title, example) => {
    const kind: Kind = kinds[example.kind];
    fc.assert(
      fc.property(fc.nat(), alien, (place, number) => {
        const bytes = planted(example, place, number);
        for (const method of ['read', 'toJuriscraper'] as const) {
          expect(told(kind, bytes, example, method).replace(/\D/g, '')).not.toContain(number.replace(/\D/g, ''));
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each(titles)(
    'one-free-look tokens and those whom a mail was sent to, from our own records: %s',
    (_title, example) => {
      const record = told(kinds[example.kind], fixture(example.file), example, 'read');
      expect(record).not.toContain('5ecret');
      expect(record).not.toContain('petra.quill@');
      expect(record).not.toMatch(/magic_num|[?&]uid=/);
    },
  );

  it('is no name in a page of the courts’ own: attorneys’ addresses of public dockets stay', () => {
    const docket = told(kinds.scotus_json, fixture('scotus/docket.json'), examples[0]!, 'read');
    expect(docket).toContain('ada.wren@example.org');
  });
});
