import { coverageOf, timelinePage } from '@vigil/db';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile, runCheck } from '../src/index.js';
import { ensureTarget } from '@vigil/db';
import { openHouse, type House } from './house.js';

/** A feed as a person may have saved it. */
const saved = (builtAt: string | null, label: string): Uint8Array =>
  Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Central District of California</title>
<description>Docket entries of type: all</description>${builtAt === null ? '' : `<lastBuildDate>${builtAt}</lastBuildDate>`}
<item><title>8:26-cv-90001 Roe v. Warden</title><link>https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001</link>
<description>[${label}] (&#x3C;a href="https://ecf.cacd.uscourts.gov/doc1/031196000001?caseid=9000001&#x26;de_seq_num=5" &#x3E;1&#x3C;/a&#x3E;)</description>
<guid isPermaLink="true">https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001&#x26;5</guid><pubDate>Mon, 02 Mar 2026 16:00:00 GMT</pubDate></item></channel></rss>`);

describe('importFile', () => {
  let house: House;
  beforeEach(async () => void (house = await openHouse()));
  afterEach(() => house.close());
  const bring = (bytes: Uint8Array, capturedAt: string | null = null): ReturnType<typeof importFile> =>
    importFile(house.rooms, { source: 'cmecf-rss', court: 'cacd', bytes, capturedAt });
  const states = async (): Promise<unknown> => {
    const { rows } = await house.rooms.db.pool.query<{ states: { content: { headline: string } }[] }>(
      'SELECT states FROM event_revision WHERE recorded_to IS NULL ORDER BY occurred_ms, event_id',
    );
    return rows.map((row) => row.states.map(({ content }) => content.headline));
  };

  it('is recorded as of the time the page was made, whenever it is imported', async () => {
    expect(await bring(saved('Mon, 02 Mar 2026 17:00:00 GMT', 'Newer'))).toMatchObject({
      changes: 1,
      capturedAt: '2026-03-02T17:00:00.000Z',
      statements: 2,
    });
    expect(await bring(saved('Mon, 02 Mar 2026 16:30:00 GMT', 'Older'))).toMatchObject({ changes: 1 });
    expect(await states()).toEqual([['Older', 'Newer']]);
    const { events } = await timelinePage(house.rooms.db, { filter: {}, orderBy: 'OCCURRED_AT', limit: 5 });
    expect(events.map(({ content }) => content.headline)).toEqual(['Newer']);
  });

  it('the same file again, and a page that a Check sees too, tell nothing twice', async () => {
    const file = saved('Mon, 02 Mar 2026 16:30:00 GMT', 'Petition for Writ of Habeas Corpus');
    await bring(file);
    expect(await bring(file)).toMatchObject({ changes: 0, isNew: false });
    const target = await ensureTarget(house.rooms.db, {
      source: 'cmecf-rss',
      params: { court: 'cacd' },
      title: 'RSS',
      courtId: 'cacd',
    });
    expect(await runCheck(house.rooms, target)).toMatchObject({ outcome: 'NEWS', changes: 1 });
    expect(await states()).toEqual([['Petition for Writ of Habeas Corpus'], ['Order · Order to Show Cause']]);
  });

  it('says nothing about when the publisher could be seen', async () => {
    const { targetId } = await bring(saved('Mon, 02 Mar 2026 16:30:00 GMT', 'Order'));
    expect(await coverageOf(house.rooms.db, [targetId], 5)).toEqual([[]]);
  });

  it('a page that does not say when it was made needs to be told; one from the future is refused', async () => {
    await expect(bring(saved(null, 'Order'))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('--captured-at'),
    });
    expect(await bring(saved(null, 'Order'), '2026-03-02T16:10:00.000Z')).toMatchObject({ changes: 1 });
    await expect(bring(saved('Mon, 02 Mar 2099 16:30:00 GMT', 'Order'))).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('bytes that are no feed, and courts that are none, are typed errors and leave no Event', async () => {
    await expect(bring(Buffer.from('%PDF-1.4'))).rejects.toMatchObject({ code: 'UNKNOWN_FORMAT' });
    await expect(
      importFile(house.rooms, {
        source: 'cmecf-rss',
        court: 'nowhere',
        bytes: Buffer.from(''),
        capturedAt: null,
      }),
    ).rejects.toMatchObject({ code: 'UNKNOWN_COURT' });
    await expect(
      importFile(house.rooms, { source: 'nothing', court: 'cacd', bytes: Buffer.from(''), capturedAt: null }),
    ).rejects.toMatchObject({ code: 'UNKNOWN_SOURCE' });
    expect(await states()).toEqual([]);
  });
});
