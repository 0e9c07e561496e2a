import { VigilError } from '@vigil/errors';
import { defineSource, hours, minutes, type AnySource } from '@vigil/source-kit';
import { hashId, identityKey } from '@vigil/timeline';
import { describe, expect, it } from 'vitest';
import { onDay } from '../src/checks/days.js';
import { checks, runChecks, type CheckResult, type Specimen } from '../src/index.js';
import { busy, busyItems, feed, item, quiet, specimen, specimens } from './cries.js';
import { crier, crierWith, definition, printedOf, type Item } from './crier.js';

/** S12 reads megabytes, and is not run where it is not asked for. */
const inTime = { S12: 'looked at by itself' };

const run = (source: AnySource, of: readonly Specimen[] = specimens): readonly CheckResult[] =>
  runChecks({ source: { ...source, bypass: { ...inTime, ...source.bypass } }, folder: 'town-crier', specimens: of });

const idsOf = (results: readonly CheckResult[], state: CheckResult['state']): readonly string[] =>
  results.filter((result) => result.state === state).map(({ check }) => check.id);

/** What is wrong by the only check that fails. */
function failing(id: string, source: AnySource, of?: readonly Specimen[]): string {
  const results = run(source, of);
  expect(idsOf(results, 'FAILED')).toEqual([id]);
  return results.find(({ check }) => check.id === id)!.details.join('\n');
}

const wordsOf = ({ title }: Item): string => hashId('words', title);

describe('a sound Source', () => {
  it('passes every check that applies', () => {
    const results = runChecks({ source: crier, folder: 'town-crier', specimens });
    expect(results.filter(({ state }) => state === 'FAILED').flatMap(({ details }) => details)).toEqual([]);
    expect(idsOf(results, 'NOT_APPLICABLE')).toEqual(['S10']);
    expect(idsOf(results, 'PASSED')).toHaveLength(13);
  });

  it('passes with an item that it must skip, wherever on the page that stands', () => {
    const bad = item(1001, 'a cry without a number', '18:30:00');
    const page = feed([busyItems[0], bad, ...busyItems.slice(1)]);
    expect(idsOf(run(crier, [specimen('skipped', page), quiet]), 'FAILED')).toEqual([]);
  });

  it('may bypass a check with a reason, and no other', () => {
    const source = defineSource({ ...definition, bypass: { ...inTime, S13: 'no day is quiet in this town' } });
    const results = runChecks({ source, folder: 'town-crier', specimens: [busy] });
    expect(results.find(({ check }) => check.id === 'S13')).toMatchObject({
      state: 'BYPASSED',
      details: ['no day is quiet in this town'],
    });
    expect(idsOf(results, 'BYPASSED')).toEqual(['S12', 'S13']);
    expect(idsOf(results, 'FAILED')).toEqual([]);
  });

  it('is not asked for a window where it is no feed', () => {
    const { window: _window, ...rest } = definition;
    const source = defineSource({ ...rest, kind: 'listing' as const });
    expect(idsOf(run(source), 'NOT_APPLICABLE')).toEqual(['S08', 'S10']);
  });
});

describe('the checks', () => {
  it('are fourteen, in their order, under their ids', () => {
    const ids = Array.from({ length: 14 }, (_, n) => `S${String(n + 1).padStart(2, '0')}`);
    expect(checks.map(({ id }) => id)).toEqual(ids);
    expect(new Set(checks.map(({ title }) => title)).size).toBe(14);
  });

  it('fail, and do not fall, where what is read cannot be merged', () => {
    const timeless = crierWith({ say: (cry) => ({ ...cry, content: { ...cry.content, enteredAt: null } }) });
    const { state, details } = run(timeless).find(({ check }) => check.id === 'S09')!;
    expect(state).toBe('FAILED');
    expect(details.join()).toMatch(/accident: .*enteredAt/);
  });
});

describe('S01', () => {
  it('fails a Source in another’s folder', () => {
    const details = checks[0]!.run({ source: crier, folder: 'town-cryer', specimens });
    expect(details).toEqual(['the id is town-crier, the folder town-cryer']);
  });

  it.each([
    ['no safe address', { homepage: 'http://crier.example/' }, /homepage/],
    ['no title', { title: ' ' }, /title/],
    ['no word of how it may be read', { access: '' }, /access/],
  ])('fails a Source with %s', (_name, about, what) => {
    const source = defineSource({ ...definition, about: { ...definition.about, ...about } });
    expect(failing('S01', source)).toMatch(what);
  });
});

describe('S02', () => {
  it.each([
    ['the clock', () => new Date(Date.now()).getUTCFullYear()],
    ['a new date', () => new Date().getUTCFullYear()],
  ])('fails a reader that looks at %s', (_name, year) => {
    const source = crierWith({ say: (cry) => ({ ...cry, content: { ...cry.content, text: String(year()) } }) });
    expect(failing('S02', source)).toMatch(/at other times/);
  });

  const only = (source: AnySource): readonly string[] =>
    checks[1]!.run({ source, folder: 'town-crier', specimens: [busy] });

  it('fails a reader that leaves it to chance', () => {
    const source = crierWith({
      say: (cry) => ({ ...cry, content: { ...cry.content, text: Math.random() < 0.5 ? 'heads' : 'tails' } }),
    });
    expect(only(source)).toEqual(['busy: two readings, at other times, differ']);
  });

  it('fails a reader that remembers the last page', () => {
    let pages = 0;
    const source = crierWith({
      look: () => void (pages += 1),
      say: (cry) => ({ ...cry, content: { ...cry.content, text: String(pages) } }),
    });
    expect(only(source)).toHaveLength(1);
  });

  it('fails a reader that asks the network, and lets it ask nobody', () => {
    const source = crierWith({ look: () => void fetch('https://crier.invalid/') });
    expect(only(source)).toEqual([expect.stringMatching(/^busy: .*must not ask the network$/)]);
  });

  it('leaves the world as it was', () => {
    const before = [Date, Math.random, globalThis.fetch];
    only(crier);
    expect([Date, Math.random, globalThis.fetch]).toEqual(before);
    expect(Math.abs(Date.now() - performance.timeOrigin - performance.now())).toBeLessThan(60_000);
  });
});

describe('S03', () => {
  it('fails a reader that takes the first row for the newest', () => {
    const source = crierWith({
      say: (cry, _item, at) => ({ ...cry, content: { ...cry.content, text: at === 0 ? 'the latest' : null } }),
    });
    expect(failing('S03', source)).toMatch(/turned round/);
  });
});

describe('S04', () => {
  it('fails keys that a record has by its place among the others', () => {
    const source = crierWith({
      say: (cry, { guid }, _at, all) => {
        const rank = all.filter((other) => other.guid > guid).length;
        return { ...cry, recordKey: `entry:${rank}` };
      },
    });
    expect(failing('S04', source)).toMatch(/without another row a record is called entry:/);
  });

  it('fails keys that are places on the page, as S03 does', () => {
    const source = crierWith({ say: (cry, _item, at) => ({ ...cry, recordKey: `entry:${at}` }) });
    expect(idsOf(run(source), 'FAILED')).toEqual(expect.arrayContaining(['S03', 'S04']));
  });

  it('fails two records of one key', () => {
    const source = crierWith({ say: (cry) => ({ ...cry, recordKey: `entry:${cry.case.docketNumber}` }) });
    const { state, details } = run(source)[3]!;
    expect([state, ...details]).toEqual(['FAILED', 'busy: two records have one key']);
  });

  it('fails a specimen that is not read at all', () => {
    const { state, details } = run(crier, [specimen('torn', '<rss><channel>')])[3]!;
    expect(state).toBe('FAILED');
    expect(details.join()).toMatch(/^torn: it is not read/);
  });
});

describe('S05', () => {
  it('fails a reader that one bad row throws off', () => {
    const source = crierWith({
      onBad: () => {
        throw new VigilError('BAD_RECORD');
      },
    });
    expect(failing('S05', source)).toMatch(/a spoilt row 1 loses the page: BAD_RECORD/);
  });

  it('fails a reader that says nothing of a bad row', () => {
    expect(failing('S05', crierWith({ onBad: () => true }))).toMatch(/skipped without a word/);
  });

  it('fails a reader that stops at a bad row', () => {
    const source = crierWith({
      onBad: (context, at) => {
        context.skip('bad', `item ${at + 1} and all that follow`);
        return false;
      },
    });
    expect(failing('S05', source)).toMatch(/a spoilt row \d loses others/);
  });
});

describe('S06', () => {
  it('fails a reader that takes half a page for a page', () => {
    const details = failing('S06', crierWith({ look: () => undefined }));
    expect(details).toMatch(/busy: 50 % of the page is read as a page/);
    // Whatever a Source takes for a page, nothing in place of one is read.
    expect(details).not.toMatch(/challenge|refusal|maintenance/);
  });

  it('fails a reader to whom half a page is an accident', () => {
    const source = crierWith({
      look: (text) => {
        if (!text.includes('</rss>')) throw new Error('no end');
      },
    });
    expect(failing('S06', source)).toMatch(/50 % of the page ends in an accident: no end/);
  });
});

describe('S07', () => {
  it('fails dates in the machine’s own zone', () => {
    const source = crierWith({
      say: (cry, { pubDate }) => {
        const [year, month, ...rest] = printedOf(pubDate)!;
        return { ...cry, content: { ...cry.content, enteredAt: new Date(year, month, ...rest).toISOString() } };
      },
    });
    expect(failing('S07', source)).toMatch(/busy: as it is it depends on the machine’s zone/);
  });

  it('fails what the machine’s zone changes only where clocks are set', () => {
    const source = crierWith({
      say: (cry, { pubDate }) => {
        const [year, month, day] = printedOf(pubDate)!;
        const length = new Date(year, month, day + 1).getTime() - new Date(year, month, day).getTime();
        return { ...cry, content: { ...cry.content, text: `a day of ${length / hours(1)} hours` } };
      },
    });
    const details = failing('S07', source);
    expect(details).toMatch(/on 2026-03-08/);
    expect(details).toMatch(/on 2026-11-01/);
    expect(details).not.toMatch(/as it is|2025-12-31/);
  });
});

describe('a page moved to another day', () => {
  it('shows that day wherever it shows one, and its times as they were', () => {
    const page = 'Thu, 05 Mar 2026 23:41:18 GMT; 2026-03-05T23:41:18Z; 2026-03-05; 3/5/2026; 03/05/2026; 2:26-cv-90245';
    expect(Buffer.from(onDay(Buffer.from(page), '2026-11-01')).toString()).toBe(
      'Sun, 01 Nov 2026 23:41:18 GMT; 2026-11-01T23:41:18Z; 2026-11-01; 11/01/2026; 11/01/2026; 2:26-cv-90245',
    );
  });
});

describe('S08', () => {
  it('fails a feed that is looked at too seldom for its window', () => {
    const source = { ...crier, schedule: { every: hours(12), atMost: minutes(2) } };
    expect(failing('S08', source)).toMatch(/half the window/);
  });
});

describe('S09', () => {
  it('fails a Source whose records are called by their words', () => {
    const source = crierWith({
      say: (cry, said) => ({
        ...cry,
        recordKey: `entry:${wordsOf(said)}`,
        keys: [identityKey('text', wordsOf(said))],
        content: { ...cry.content, documentUrl: null },
      }),
    });
    const results = run(source);
    expect(results.find(({ check }) => check.id === 'S09')).toMatchObject({
      state: 'FAILED',
      details: ['no word of any specimen changes one record alone'],
    });
    // What it no longer reads is all else that is wrong.
    expect(idsOf(results, 'FAILED')).toEqual(['S09', 'S14']);
  });

  it('fails a Source whose entries lose their identity with an edit', () => {
    const source = crierWith({ say: (cry, said) => ({ ...cry, keys: [identityKey('text', wordsOf(said))] }) });
    expect(failing('S09', source)).toMatch(/does not tell two Changes/);
  });
});

describe('S11', () => {
  const withWords = (words: string): Specimen => specimen('telling', feed([item(1001, words, '18:30:00')]));
  const telling: readonly (readonly [string, Specimen])[] = [
    ['an alien registration number', withWords('2:26-cv-90245 Notice to A 099-999-999')],
    ['a social security number', withWords('2:26-cv-90245 Notice to 900-12-3456')],
    ['an e-mail address', withWords('2:26-cv-90245 Notice to pia@harbour.town')],
    ['a telephone number', withWords('2:26-cv-90245 Notice to (212) 736-5000')],
    [
      'a token of a session or an API',
      specimen('telling', feed([]), { url: 'https://crier.example/?api_key=0123456789abc' }),
    ],
    ['a token of a session or an API', withWords('2:26-cv-90245 authorization: Bearer 0123456789abcdef')],
    [
      'a key of a one-time look',
      specimen('telling', feed([]), { url: 'https://crier.example/?a=1&magic_num=12345678' }),
    ],
    ['a cookie', specimen('telling', feed([]), { headers: { 'set-cookie': 'seen=1' } })],
    ['an alien registration number', { ...quiet, name: 'telling', params: { town: 'A099999999' } }],
  ];

  it.each(telling)('fails a specimen that holds %s', (what, told) => {
    expect(failing('S11', crier, [busy, quiet, told])).toBe(`telling: it holds ${what}`);
  });

  it('lets invented numbers and addresses pass', () => {
    const words = '2:26-cv-90245 Notice to clerk@crier.example, (212) 555-0100, room A-12';
    expect(idsOf(run(crier, [busy, quiet, withWords(words)]), 'FAILED')).toEqual([]);
  });
});

describe('S12', () => {
  it('fails a reader that takes 400 milliseconds for a megabyte', () => {
    const slow = crierWith({
      look: (text) => {
        if (!text.trimEnd().endsWith('</rss>')) throw new VigilError('FEED_BROKEN');
        // By processor time, so that the speed of the machine does not matter: 0.4 microseconds a character.
        const before = process.cpuUsage();
        const spent = (): number => {
          const { user, system } = process.cpuUsage(before);
          return user + system;
        };
        while (spent() < text.length * 0.4);
      },
    });
    const results = runChecks({ source: slow, folder: 'town-crier', specimens });
    expect(idsOf(results, 'FAILED')).toEqual(['S12']);
    expect(results[11]!.details.join()).toMatch(/^\d{3,4} ms$/);
  });
});

describe('S13', () => {
  it('fails specimens without a quiet day, or without a busy one', () => {
    expect(failing('S13', crier, [busy])).toBe('none of a quiet day');
    const two = specimen('two', feed(busyItems.slice(0, 2)));
    expect(failing('S13', crier, [two, quiet])).toBe('none of a busy day');
  });
});

describe('S14', () => {
  it('fails a Source that leaves an element unread, wherever it is filled', () => {
    const more = busyItems.map((text, n) =>
      text.replace('</item>', `<category>${n % 2 ? 'civil' : ''}</category></item>`),
    );
    expect(failing('S14', crier, [specimen('more', feed(more)), quiet])).toBe('category is not read');
  });

  it('asks for no element that is always empty', () => {
    const more = busyItems.map((text) => text.replace('</item>', '<category> </category></item>'));
    expect(idsOf(run(crier, [specimen('more', feed(more)), quiet]), 'FAILED')).toEqual([]);
  });
});
