import { describe, expect, it } from 'vitest';
import { days, defineSource, hours, inspect, minutes, type MonitorId, type Reading } from '../src/index.js';
import {
  ago,
  caseStatement,
  entries,
  entry,
  feed,
  fired,
  listing,
  normalOf,
  now,
  range,
  readingOf,
  skippedRows,
  ten,
  type Look,
} from './readings.js';

describe('monitors are quiet', () => {
  it('at the first reading ever, and at the same again', () => {
    for (const source of [feed, listing]) {
      expect(fired(ten, { source, past: [] })).toEqual([]);
      for (const times of [1, 2, 3, 8])
        expect(fired(ten, { source, past: Array<Reading>(times).fill(ten) })).toEqual([]);
    }
  });

  it('at a first reading of nothing, proved', () => {
    expect(fired(readingOf([]), { past: [] })).toEqual([]);
  });

  it('while a feed fills and scrolls, look by look', () => {
    let past: readonly Reading[] = [];
    // Items stay for 24 hours. Entry 1 is the newest of all.
    for (let tick = 0; tick < 30; tick += 1) {
      const capturedAt = ago(hours(40) - tick * hours(2));
      const shown = entries(1, 160).filter(({ content: { enteredAt } }) => {
        const age = Date.parse(capturedAt) - Date.parse(enteredAt!);
        return age >= 0 && age < hours(24);
      });
      const reading = readingOf(shown, { builtAt: capturedAt });
      expect(fired(reading, { past, capturedAt })).toEqual([]);
      past = [...past, reading].slice(-5);
    }
  });

  it('on Monday, after a weekend of nothing, at other cases than on Friday', () => {
    const friday = readingOf(entries(1, 10), { builtAt: ago(0) });
    const monday = '2026-03-09T16:00:00.000Z';
    const empty = readingOf([], { builtAt: '2026-03-08T16:00:00.000Z' });
    const one = readingOf([entry(900, { number: null, enteredAt: '2026-03-09T15:00:00.000Z', labels: ['BNC'] })], {
      builtAt: monday,
    });
    expect(fired(empty, { past: [friday, friday, friday], capturedAt: '2026-03-08T16:00:00.000Z' })).toEqual([]);
    expect(fired(one, { past: [friday, friday, friday, empty], capturedAt: monday })).toEqual([]);
  });

  it('while a docket grows', () => {
    for (const last of range(1, 20)) {
      const past = range(1, last - 1).map((before) => readingOf(entries(1, before)));
      expect(fired(readingOf(entries(1, last)), { source: listing, past })).toEqual([]);
    }
  });
});

describe('count-drop', () => {
  it('fires where a listing has fewer records than ever', () => {
    const half = readingOf(entries(1, 5));
    expect(fired(half, { source: listing })).toContain('count-drop');
    // Though the last reading had no more.
    const findings = inspect({
      source: listing,
      reading: half,
      capturedAt: now,
      normal: normalOf(ten, ten, ten),
      last: half,
    });
    expect(findings).toEqual([{ monitor: 'count-drop', why: '5 records, never before fewer than 10' }]);
  });

  it('is quiet at a few less, at a feed, and before it knows what is usual', () => {
    expect(fired(readingOf(entries(1, 9)), { source: listing })).toEqual([]);
    expect(fired(readingOf(entries(1, 8)), { source: listing })).not.toContain('count-drop');
    expect(fired(readingOf(entries(1, 5)))).not.toContain('count-drop');
    expect(fired(readingOf(entries(1, 5)), { source: listing, past: [ten, ten] })).not.toContain('count-drop');
  });

  it('is quiet at a page that says that it shows less', () => {
    const part = readingOf(entries(9, 10), { partial: true });
    expect(fired(part, { source: listing })).toEqual([]);
    expect(fired(readingOf([], { partial: true }), { source: listing })).toContain('count-drop');
  });
});

describe('coverage', () => {
  const without = (known: readonly number[], count = 10): Reading =>
    readingOf(range(1, count).map((n) => entry(n, known.includes(n) ? {} : { documentUrl: null })));

  it('fires where a field is lost that was always known', () => {
    expect(fired(without([]))).toContain('coverage');
    expect(fired(without([1, 2]))).toContain('coverage');
    expect(fired(without([], 3))).toContain('coverage');
  });

  it('fires where one is lost that many records knew', () => {
    const most = without(range(1, 6));
    expect(fired(without([]), { past: [most, most, most] })).toContain('coverage');
  });

  it('names the field and its shares, and no value', () => {
    const [finding] = inspect({
      source: feed,
      reading: without([1]),
      capturedAt: now,
      normal: normalOf(ten, ten, ten),
      last: null,
    });
    expect(finding).toEqual({
      monitor: 'coverage',
      why: 'docket_entry.documentUrl known in 10 %, never before in fewer than 100 %',
    });
  });

  it('is quiet where some records do not know it, or few could', () => {
    expect(fired(without(range(1, 6)), { past: [ten, ten, ten] })).not.toContain('coverage');
    expect(fired(without([], 2))).not.toContain('coverage');
    expect(fired(without([]), { past: [ten, ten] })).not.toContain('coverage');
  });

  it('is quiet where what a third of few records knew is not known by chance', () => {
    const third = without([1], 3);
    expect(fired(without([], 8), { past: [third, third, third] })).not.toContain('coverage');
  });
});

describe('value-shape', () => {
  const numbered = (form: (n: number) => string | null, count = 10): Reading =>
    readingOf(range(1, count).map((n) => entry(n, { number: form(n) })));

  it('fires where values look as they never did', () => {
    expect(fired(numbered((n) => `03/0${n}/2026`))).toContain('value-shape');
    expect(fired(numbered(() => 'Order'))).toContain('value-shape');
    expect(fired(readingOf(range(1, 10).map((n) => entry(n, { labels: [`${n}`] }))))).toContain('value-shape');
  });

  it('is quiet where one value still looks as before, at few values, and before it knows what is usual', () => {
    expect(fired(numbered((n) => (n === 1 ? '1' : 'Order')))).not.toContain('value-shape');
    expect(fired(numbered((n) => (n <= 2 ? `${n}/A` : null)))).not.toContain('value-shape');
    expect(fired(numbered((n) => `${n}/A`, 2))).not.toContain('value-shape');
    expect(
      fired(
        numbered((n) => `${n}/A`),
        { past: [ten, ten] },
      ),
    ).not.toContain('value-shape');
  });

  it('is quiet at longer numbers and other words', () => {
    expect(fired(numbered((n) => String(n * 1_000)))).not.toContain('value-shape');
    const captions = ['Gull & Tern, Inc. v. City of Low Marsh', 'IN RE: HARBOUR', 'Rook v. Elm, et al.'];
    for (const caption of captions) {
      const other = { ...caseStatement, content: { ...caseStatement.content, caption } };
      expect(fired({ ...ten, statements: [other, ...ten.statements.slice(1)] })).toEqual([]);
    }
  });

  it('is quiet where a field never looks the same', () => {
    const free = ['-', '/', '.'].map((mark) => numbered((n) => `a${mark}`.repeat(n), 18));
    expect(normalOf(free[0]!, free[1]!).shapes['docket_entry.number']).toHaveLength(36);
    const normal = normalOf(...free);
    expect(normal.shapes['docket_entry.number']).toBeNull();
    const reading = numbered((n) => `${n}/A`);
    expect(inspect({ source: feed, reading, capturedAt: now, normal, last: null })).toEqual([]);
  });
});

describe('vanished', () => {
  it('fires where a feed no longer shows what is newer than what it shows', () => {
    const gaps = readingOf(
      range(1, 10)
        .filter((n) => n % 2 === 0)
        .map((n) => entry(n)),
    );
    expect(fired(gaps)).toEqual(['vanished']);
    expect(fired(readingOf([...entries(1, 7), entry(10)]))).toContain('vanished');
  });

  it('fires where a feed shows nothing at all so soon', () => {
    expect(fired(readingOf([]))).toEqual(['vanished']);
  });

  it('fires where a listing lost some, at whatever time', () => {
    expect(fired(readingOf(entries(1, 8)), { source: listing })).toContain('vanished');
    const undated = { enteredAt: null };
    const before = readingOf(range(1, 10).map((n) => entry(n, undated)));
    const after = readingOf(range(1, 8).map((n) => entry(n, undated)));
    expect(fired(after, { source: listing, past: [before] })).toEqual(['vanished']);
  });

  it('is quiet where a feed has scrolled', () => {
    expect(fired(readingOf(entries(1, 5)))).toEqual([]);
    // All within a day of one date, of which the first are gone: the feed is cut within them.
    const dated = (first: number, last: number): Reading =>
      readingOf(range(first, last).map((n) => entry(n, { enteredAt: n > 5 ? ago(hours(30)) : ago(hours(6)) })));
    expect(fired(dated(1, 7), { past: [dated(1, 10)] })).toEqual([]);
    // Nothing for so long that all may have scrolled out.
    expect(fired(readingOf([]), { capturedAt: '2026-03-06T20:00:00.000Z' })).toEqual([]);
  });

  it('is quiet at one that is gone, at pages that show less, and without a past', () => {
    expect(fired(readingOf(entries(2, 10)), { source: listing })).toEqual([]);
    expect(fired(readingOf(entries(2, 3)), { source: listing, past: [readingOf(entries(1, 3))] })).toEqual([]);
    const few = entries(1, 5);
    expect(fired(readingOf(few, { partial: true }), { source: listing })).toEqual([]);
    const part = readingOf(entries(1, 10), { partial: true });
    expect(fired(readingOf(few), { source: listing, past: [part] })).toEqual([]);
    expect(fired(readingOf(few), { source: listing, past: [] })).toEqual([]);
  });

  it('is quiet at a few of very many', () => {
    const many = readingOf(entries(1, 100));
    const fewer = readingOf(entries(1, 100).filter((_, n) => n % 20 !== 7));
    expect(fewer.statements).toHaveLength(96);
    expect(fired(fewer, { source: listing, past: [many, many, many] })).toEqual([]);
  });
});

describe('doubled', () => {
  const same = { number: null, documentUrl: null, enteredAt: ago(hours(1)), labels: ['Order'] };
  const twins = (count: number): Reading =>
    readingOf([...range(1, count).map((n) => entry(n, same)), ...entries(11, 20)]);

  it('fires where many records say what others say', () => {
    const twice = readingOf([
      ...entries(1, 10),
      ...entries(1, 10).map((one) => ({ ...one, recordKey: `${one.recordKey}#2` })),
    ]);
    expect(fired(twice)).toContain('doubled');
    expect(fired(twins(4), { past: [] })).toEqual(['doubled']);
  });

  it('is quiet where as many always do, at few, and at entries of two cases that say the same', () => {
    expect(fired(twins(8), { past: [twins(8)] })).toEqual([]);
    expect(fired(twins(6), { past: [twins(4)] })).toEqual([]);
    expect(fired(twins(3), { past: [] })).toEqual([]);
    const elsewhere = entries(1, 10).map((one) => ({
      ...one,
      recordKey: `other:${one.recordKey}`,
      case: { ...one.case, docketNumber: '8:26-cv-90012' },
    }));
    expect(fired(readingOf([...entries(1, 10), ...elsewhere]))).toEqual([]);
  });
});

describe('mass-edit', () => {
  const edited = (count: number, of: number): Reading =>
    readingOf(range(1, of).map((n) => entry(n, n <= count ? { labels: [`Amended ${n}`] } : {})));
  const past = (of: number): Look => ({ past: [readingOf(entries(1, of))] });

  it('fires where many records say something else', () => {
    expect(fired(edited(4, 10), past(10))).toEqual(['mass-edit']);
    expect(fired(edited(10, 10), past(10))).toEqual(['mass-edit']);
  });

  it('fires where all do, though they are two', () => {
    const two = [entry(1), entry(2)];
    const look = { past: [{ ...ten, statements: two }] };
    expect(
      fired({ ...ten, statements: two.map((one) => ({ ...one, content: { ...one.content, labels: ['!'] } })) }, look),
    ).toEqual(['mass-edit']);
  });

  it('is quiet where records are completed, as nobody had their words before; not where they lose them', () => {
    const untold = readingOf(range(1, 10).map((n) => entry(n, { text: null, labels: ['Order'] })));
    const told = readingOf(range(1, 10).map((n) => entry(n, { text: `ORDER ${n}`, labels: null })));
    expect(fired(told, { past: [untold] })).toEqual([]);
    expect(fired(untold, { past: [told] })).toContain('mass-edit');
  });

  it('is quiet at one edited record, at some, and at new ones', () => {
    expect(fired(edited(1, 10), past(10))).toEqual([]);
    const [one, other] = [past(1).past![0]!, edited(1, 1)].map(({ statements }) => ({
      ...ten,
      statements: statements.slice(1),
    }));
    expect(fired(other!, { past: [one!] })).toEqual([]);
    expect(fired(edited(3, 10), past(10))).toEqual([]);
    expect(fired(readingOf([...entries(1, 10), ...entries(11, 40)]), past(10))).toEqual([]);
    expect(fired(edited(10, 10), { past: [] })).toEqual([]);
  });
});

describe('skip-ratio', () => {
  const skipping = (count: number): Reading => ({ ...ten, ...skippedRows(count) });

  it('fires where more rows than ever could not be read', () => {
    expect(fired(skipping(2))).toEqual(['skip-ratio']);
    expect(fired(skipping(2), { past: [] })).toEqual(['skip-ratio']);
    expect(fired(skipping(10), { past: [skipping(4)] })).toEqual(['skip-ratio']);
  });

  it('is quiet at one bad row of ten, and where as many are always bad', () => {
    expect(fired(skipping(1))).toEqual([]);
    expect(fired(skipping(4), { past: [skipping(4)] })).toEqual([]);
    expect(fired(skipping(5), { past: [skipping(4)] })).toEqual([]);
  });
});

describe('age', () => {
  const built = (builtAt: string | null): Reading => ({ ...ten, builtAt });
  const overWeekend = (builtAt: string, capturedAt: string): readonly MonitorId[] =>
    fired(readingOf([], { builtAt }), { past: [], capturedAt });

  it('fires where a feed was built too long ago, by business days', () => {
    expect(fired(built(ago(hours(9))))).toEqual(['age']);
    // Friday noon to Monday noon, in New York.
    expect(overWeekend('2026-02-27T17:00:00.000Z', '2026-03-02T17:00:00.000Z')).toEqual(['age']);
  });

  it('is quiet over a weekend, within its time, at a feed that does not say, and at what is no feed', () => {
    // Friday evening to the last minute of Sunday.
    expect(overWeekend('2026-02-28T01:00:00.000Z', '2026-03-02T04:59:00.000Z')).toEqual([]);
    expect(fired(built(ago(hours(7))))).toEqual([]);
    expect(fired(built(null))).toEqual([]);
    expect(fired(built(ago(days(30))), { source: listing })).toEqual([]);
    // A publisher whose clock is ahead of ours.
    expect(fired(built(ago(-hours(1))))).toEqual([]);
  });

  it('gives a feed two hours at least', () => {
    const hasty = defineSource<unknown>({ ...feed, expects: { empty: 'proved', quiet: minutes(10) } });
    expect(fired(built(ago(hours(1.9))), { source: hasty })).toEqual([]);
    expect(fired(built(ago(hours(2.1))), { source: hasty })).toEqual(['age']);
  });

  it('answers soon, whenever a feed says it was built', () => {
    const before = process.cpuUsage();
    for (const year of ['1970', '1000', '9999']) fired(built(`${year}-01-01T00:00:00.000Z`));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(10);
  });
});

describe('future', () => {
  it('fires at records of days still to come', () => {
    expect(fired(readingOf([...entries(1, 10), entry(11, { enteredAt: ago(-hours(37)) })]))).toEqual(['future']);
    const swapped = entry(11, { enteredAt: null, filedOn: '2026-05-03' });
    expect(fired(readingOf([...entries(1, 10), swapped]))).toEqual(['future']);
  });

  it('is quiet at the next day, which has come elsewhere', () => {
    const soon = [entry(11, { enteredAt: ago(-hours(1)) }), entry(12, { enteredAt: null, filedOn: '2026-03-06' })];
    expect(fired(readingOf([...entries(1, 10), ...soon]))).toEqual([]);
  });
});

describe('scope-change', () => {
  const scoped = (scope: Reading['scope']): Reading => ({ ...ten, scope });

  it('fires where the publisher shows other kinds of record', () => {
    expect(fired(scoped(['orders']), { past: [scoped('all')] })).toEqual(['scope-change']);
    expect(fired(scoped(['orders']), { past: [scoped(['orders', 'opinions'])] })).toEqual(['scope-change']);
  });

  it('is quiet where it shows the same, in any order, or does not say', () => {
    expect(fired(scoped('all'), { past: [scoped('all')] })).toEqual([]);
    expect(fired(scoped(['opinions', 'orders']), { past: [scoped(['orders', 'opinions'])] })).toEqual([]);
    expect(fired(scoped(null), { past: [scoped('all')] })).toEqual([]);
    expect(fired(scoped('all'), { past: [scoped(null)] })).toEqual([]);
    expect(fired(scoped('all'), { past: [] })).toEqual([]);
  });
});
