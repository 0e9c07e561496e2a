import { changesAfter, eventsByKey, evidenceOf, headOfChanges, revisionsOf, timelinePage } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import type { AnySource } from '@vigil/source-kit';
import type { Statement } from '@vigil/timeline';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile, rederive, type RederivedTarget, type RederiveRequest } from '../src/index.js';
import { openHouse, type House } from './house.js';

/** The court's feed at a minute after 16:00: entries by label, the first with row id 1. */
const feed = (minute: number, ...labels: readonly string[]): Uint8Array =>
  Buffer.from(`<?xml version="1.0"?><rss version="2.0"><channel><title>Central District of California</title>
<description>Docket entries of type: all</description><lastBuildDate>Mon, 02 Mar 2026 16:${minute}:00 GMT</lastBuildDate>
${labels
  .map(
    (
      label,
      i,
    ) => `<item><title>8:26-cv-90001 Roe v. Warden</title><link>https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001</link>
<description>[${label}]</description><guid isPermaLink="true">https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001&amp;${i + 1}</guid>
<pubDate>Mon, 02 Mar 2026 15:0${i}:00 GMT</pubDate></item>`,
  )
  .join('\n')}</channel></rss>`);

describe('rederive', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
    for (const bytes of [feed(10, 'Motoin'), feed(20, 'Motoin', 'Order'), feed(30, 'Notice', 'Order')])
      await importFile(house.rooms, { source: 'cmecf-rss', court: 'cacd', bytes, capturedAt: null });
  });
  afterEach(() => house.close());

  /** The house with a reader of a later day: one that changes statements, or throws. */
  const later = (change: (statement: Statement) => Statement): House['rooms'] => {
    const source = house.rooms.sources.get('cmecf-rss')!;
    const mended: AnySource = {
      ...source,
      version: source.version + 1,
      *parse(page, context) {
        for (const statement of source.parse(page, context)) yield change(statement);
      },
    };
    return { ...house.rooms, sources: new Map([...house.rooms.sources, [source.id, mended]]) };
  };
  const mended = (): House['rooms'] =>
    later((statement) =>
      statement.kind === 'docket_entry' && statement.content.labels?.includes('Motoin')
        ? { ...statement, content: { ...statement.content, labels: ['Motion'] } }
        : statement,
    );
  const run = async (rooms: House['rooms'], request: Partial<RederiveRequest> = {}): Promise<RederivedTarget> => {
    const all: RederivedTarget[] = [];
    for await (const one of rederive(rooms, { dryRun: false, ...request })) all.push(one);
    expect(all).toHaveLength(1);
    return all[0]!;
  };
  const states = async (): Promise<unknown> =>
    (
      await house.rooms.db.pool.query<{ states: { content: { headline: string } }[] }>(
        'SELECT states FROM event_revision WHERE recorded_to IS NULL ORDER BY occurred_ms, event_id',
      )
    ).rows.map((row) => row.states.map(({ content }) => content.headline));
  const told = async (): Promise<number> => headOfChanges(house.rooms.db);

  it('by the same readers and rules corrects nothing', async () => {
    const before = await told();
    expect(await run(house.rooms)).toMatchObject({ captures: 3, unreadable: [], corrections: [] });
    expect(await told()).toBe(before);
    const { rows } = await house.rooms.db.pool.query('SELECT FROM sighting WHERE superseded_at IS NOT NULL');
    expect(rows).toEqual([]);
  });

  it('by a mended reader shows what would change, and in earnest records it as revisions with their evidence', async () => {
    const before = await told();
    const tried = await run(mended(), { dryRun: true });
    expect(await told()).toBe(before);
    expect(await states()).toEqual([['Motoin', 'Notice'], ['Order']]);
    const { corrections } = await run(mended());
    expect(corrections).toEqual(tried.corrections);
    expect(corrections).toMatchObject([{ kind: 'REVISED', docketNumber: '8:26-cv-90001' }]);
    expect(await states()).toEqual([['Motion', 'Notice'], ['Order']]);
    expect((await changesAfter(house.rooms.db, before, before + 9, 9)).map(({ kind }) => kind)).toEqual(['REVISED']);
    const { caseId, eventId: id } = corrections[0]!;
    const [revisions] = await revisionsOf(house.rooms.db, [{ caseId, id }]);
    const heads = revisions!.map((one) => one.states.map(({ content }) => content.headline));
    expect(heads).toEqual([['Motoin'], ['Motoin', 'Notice'], ['Motion', 'Notice']]);
    const [event] = await eventsByKey(house.rooms.db, [{ caseId, id }]);
    const evidence = await evidenceOf(
      house.rooms.db,
      event!.evidence.map((observation) => ({ caseId, id: observation })),
    );
    const version = house.rooms.sources.get('cmecf-rss')!.version;
    const proofs = [...evidence.values()]
      .flat()
      .map(({ sourceVersion, statement }) => [statement['labels'], sourceVersion]);
    expect(proofs).toEqual(expect.arrayContaining([[['Motion'], version + 1]]));
    expect(proofs.flat(2)).not.toContain('Motoin');
    // Again, and it is done.
    expect((await run(mended())).corrections).toEqual([]);
  });

  it('since a moment reads later pages only, and of earlier ones leaves what was read', async () => {
    const { captures } = await run(mended(), { since: '2026-03-02T16:15:00.000Z' });
    expect(captures).toBe(2);
    expect(await states()).toEqual([['Motoin', 'Motion', 'Notice'], ['Order']]);
  });

  it('of another Source leaves all as it is', async () => {
    for await (const one of rederive(mended(), { dryRun: false, source: 'cmecf-docket' })) expect(one).toBeUndefined();
    expect(await states()).toEqual([['Motoin', 'Notice'], ['Order']]);
  });

  it('says what can be read no more, by its reader or in the archive, and loses nothing of it', async () => {
    const refusing = later((statement) => {
      if (statement.kind === 'docket_entry' && statement.content.labels?.includes('Motoin'))
        throw new VigilError('FEED_BROKEN', 'a reader of a later day cannot read this');
      return statement;
    });
    const { unreadable, corrections } = await run(refusing);
    expect(unreadable.map(({ capture, error }) => [capture.capturedAt, error.code])).toEqual([
      ['2026-03-02T16:10:00.000Z', 'FEED_BROKEN'],
      ['2026-03-02T16:20:00.000Z', 'FEED_BROKEN'],
    ]);
    expect(corrections).toEqual([]);
    await rm(path.join(house.archiveDirectory), { recursive: true });
    const lost = await run(mended());
    expect(lost.unreadable.map(({ error }) => error.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(await states()).toEqual([['Motoin', 'Notice'], ['Order']]);
  });

  it('takes back what no page says by today’s reader, and keeps it readable as it was', async () => {
    const dropping = later((statement) =>
      statement.kind === 'docket_entry' && statement.keys[0] === 'seq:2'
        ? { ...statement, recordKey: 'entry:9000001:seq:1', keys: ['seq:1'] }
        : statement,
    );
    const { corrections } = await run(dropping);
    expect(corrections.map(({ kind, after }) => [kind, after?.headline ?? null])).toContainEqual(['RETRACTED', null]);
    const { events } = await timelinePage(house.rooms.db, { filter: {}, orderBy: 'OCCURRED_AT', limit: 9 });
    expect(events).toHaveLength(1);
  });
});
