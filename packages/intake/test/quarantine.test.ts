import type { RecordedPage } from '@vigil/courthouse';
import { coverageOf, ensureTarget, healthOf, quarantine, refreshDemand, timelinePage } from '@vigil/db';
import { addWatch, ensureLocalOrganisation, localOrganisationId } from '@vigil/db';
import { afterEach, describe, expect, it } from 'vitest';
import { release, runCheck } from '../src/index.js';
import { openHouse, type House } from './house.js';

const url = 'https://ecf.cacd.uscourts.gov/cgi-bin/rss_outside.pl';
const minute = (n: number): string => new Date(Date.UTC(2026, 2, 2, 16, n)).toUTCString();

/** Entry `n` of an invented case, docketed at minute `n`; `row` is the court's row id. */
const item = (n: number, row = n): string => `<item>
<title>8:26-cv-90001 Roe v. Warden</title><link>https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001</link>
<description>[Order] (&lt;a href="https://ecf.cacd.uscourts.gov/doc1/03109600${String(n).padStart(4, '0')}?caseid=9000001&amp;de_seq_num=${row}" &gt;${n}&lt;/a&gt;)</description>
<guid isPermaLink="true">https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001&amp;${row}</guid><pubDate>${minute(n)}</pubDate>
</item>`;

const feed = (...items: readonly string[]): RecordedPage => ({
  url,
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: Buffer.from(`<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Central District of California</title>
<link>https://ecf.cacd.uscourts.gov</link><description>Docket entries of type: all</description>
<lastBuildDate>${minute(59)}</lastBuildDate>${items.toReversed().join('\n')}</channel></rss>`),
});
const entries = (from: number, to: number, row?: (n: number) => number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => item(from + i, row?.(from + i)));

const good = feed(...entries(1, 12));
const renumbered = feed(...entries(1, 13, (n) => n + 5_000));
const later = feed(...entries(1, 14));

let house: House;
afterEach(() => house.close());

async function open(
  ...pages: readonly RecordedPage[]
): Promise<{ target: string; look: () => ReturnType<typeof runCheck> }> {
  house = await openHouse({ pages });
  const target = await ensureTarget(house.rooms.db, {
    source: 'cmecf-rss',
    params: { court: 'cacd' },
    title: 'RSS feed of cacd',
    courtId: 'cacd',
  });
  return { target, look: () => runCheck(house.rooms, target) };
}

const numbers = async (): Promise<readonly string[]> =>
  (await timelinePage(house.rooms.db, { filter: {}, orderBy: 'OCCURRED_AT', limit: 100 })).events
    .map(({ content }) => (content.kind === 'DOCKET_ENTRY' && content.facts.number) || '')
    .toSorted((a, b) => Number(a) - Number(b));
const upTo = (n: number): readonly string[] => Array.from({ length: n }, (_, i) => String(i + 1));
const blindness = async (target: string): Promise<unknown> => (await coverageOf(house.rooms.db, [target], 1))[0]![0];
const stateOf = async (target: string): Promise<unknown> => (await healthOf(house.rooms.db, [target]))[0]!.quarantine;

describe('a page that looks as it never did', () => {
  it('is kept and not told, with the reason in Coverage; readers keep what they had', async () => {
    const { target, look } = await open(good, renumbered);
    await look();
    expect(await look()).toMatchObject({ outcome: 'FAILED', error: { code: 'QUARANTINED' } });
    expect(await look()).toMatchObject({ outcome: 'FAILED', error: { code: 'QUARANTINED' } });
    expect(await numbers()).toEqual(upTo(12));
    expect(await blindness(target)).toMatchObject({
      state: 'BLIND',
      reason: 'QUARANTINED',
      message: /vanished: 11 of 11/,
    });
    expect(await stateOf(target)).toMatchObject({ by: 'MONITOR', findings: [{ monitor: 'vanished' }] });
  });

  it('is told once a person releases it, as of the time it was seen, and is normal from then on', async () => {
    const { target, look } = await open(good, renumbered);
    await look();
    await look();
    expect(await release(house.rooms, target)).toEqual({ told: 1, changes: expect.any(Number), refused: [] });
    expect(await numbers()).toContain('13');
    expect(await stateOf(target)).toBeNull();
    expect(await look()).toMatchObject({ outcome: 'NO_NEWS' });
    expect(await blindness(target)).toMatchObject({ state: 'SEEING' });
    await expect(release(house.rooms, target)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('ends its quarantine by itself where the next page is as before, and nothing of it was told', async () => {
    const { target, look } = await open(good, renumbered, later);
    await look();
    await look();
    expect(await look()).toMatchObject({ outcome: 'NEWS', changes: 2 });
    expect(await numbers()).toEqual(upTo(14));
    expect(await stateOf(target)).toBeNull();
    expect((await coverageOf(house.rooms.db, [target], 2))[0]).toMatchObject([
      { state: 'SEEING' },
      { state: 'BLIND', reason: 'QUARANTINED', recovered: true },
    ]);
  });

  it('stays in quarantine once what it lacks has scrolled out of every page: no monitor sees it any more', async () => {
    const scrolled = feed(...entries(30, 42, (n) => n + 5_000));
    const { target, look } = await open(good, renumbered, scrolled);
    await look();
    await look();
    expect(await look()).toMatchObject({ outcome: 'FAILED', error: { code: 'QUARANTINED' } });
    expect(await stateOf(target)).toMatchObject({ by: 'MONITOR' });
  });
});

describe('what a person keeps from readers', () => {
  it('stays kept while pages are as ever, and is told whole on release', async () => {
    const { target, look } = await open(good, feed(...entries(1, 13)), later);
    await look();
    const findings = [{ monitor: 'person', why: 'the court announced a change' }];
    await quarantine(house.rooms.db, [target], { since: new Date().toISOString(), by: 'PERSON', findings });
    expect(await look()).toMatchObject({ outcome: 'FAILED', error: { code: 'QUARANTINED' } });
    expect(await look()).toMatchObject({ outcome: 'FAILED', error: { code: 'QUARANTINED' } });
    expect(await numbers()).toEqual(upTo(12));
    expect(await release(house.rooms, target)).toMatchObject({ told: 2, changes: 2, refused: [] });
    expect(await numbers()).toEqual(upTo(14));
  });
});

describe('a feed that scrolls faster than it is looked at', () => {
  it('shows a gap in Coverage, and its period shortens by itself, and lengthens when it is calm', async () => {
    const pages = [
      feed(...entries(1, 12)),
      feed(...entries(20, 32)),
      feed(...entries(40, 52)),
      feed(...entries(41, 53)),
    ];
    const { target, look } = await open(...pages);
    await ensureLocalOrganisation(house.rooms.db);
    const name = { source: 'cmecf-rss', params: { court: 'cacd' }, title: 'RSS feed of cacd', courtId: 'cacd' };
    await addWatch(house.rooms.db, localOrganisationId, { ...name, label: null, everyMs: null });
    const period = async (): Promise<number> =>
      (await refreshDemand(house.rooms.db, () => ({ everyMs: 300_000, atMostMs: 100_000 })))[0]!.everyMs;
    await look();
    expect(await period()).toBe(300_000);
    await look();
    expect(await period()).toBe(150_000);
    await look();
    expect(await period()).toBe(100_000); // never more often than its Source allows
    const gaps = (await coverageOf(house.rooms.db, [target], 10))[0]!.filter(({ reason }) => reason === 'NO_OVERLAP');
    expect(gaps).toHaveLength(2);
    for (let n = 0; n < 20; n++) await look();
    expect(await period()).toBe(300_000);
  });
});
