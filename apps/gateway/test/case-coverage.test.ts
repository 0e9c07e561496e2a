import { addWatch, ensureTarget, localOrganisationId, record, recordFailure, type RecordInput } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseData } from './graph.js';
import { at, caption, entry, feedTarget, reading } from './statements.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

const whole = (input: RecordInput): RecordInput => ({
  ...input,
  capture: { ...input.capture, source: 'cmecf-docket', completeness: 'COMPLETE' },
});

describe('what could be seen of a case', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
    const { db } = gateway;
    const watch = (source: string, params: object, courtId: string): Promise<unknown> =>
      addWatch(db, localOrganisationId, { source, params, title: source, courtId, label: null, everyMs: 300_000 });
    const numbered = (caseId: string, ...numbers: readonly number[]) =>
      numbers.map((n) => entry({ caseId, seq: n, number: String(n) }));
    // Watched by the feed of its court, which was seen once and then was not.
    await watch('cmecf-rss', { court: 'cacd', name: 'feed' }, 'cacd');
    const feed = await feedTarget(db);
    await record(db, reading(feed, at(1), [caption('100', 'Doe v. Warden'), ...numbered('100', 3, 4, 7)]));
    await recordFailure(db, {
      check: { id: randomUUID(), startedAt: at(2) },
      targetId: feed,
      error: new VigilError('FETCH_TIMEOUT', 'no answer within 30 s'),
      capture: null,
    });
    // One that a person imported, whole, with 2 and 5 left out; the feed then tells of 8.
    const sheet = await ensureTarget(db, {
      source: 'cmecf-docket',
      params: { court: 'cacd', caseId: '200' },
      title: 'Docket of 200',
      courtId: 'cacd',
    });
    const known = caption('200', 'Roe v. Warden');
    const facts = { ...known, content: { ...known.content, natureOfSuit: '463 Habeas Corpus - Alien Detainee' } };
    await record(db, whole(reading(sheet, at(3), [facts, ...numbered('200', 1, 3, 4, 6)])));
    await record(db, reading(feed, at(4), numbered('200', 8)));
    // A docket of another case of the court shows neither.
    await watch('courtlistener', { court: 'cacd', docketNumber: '8:26-cv-00999' }, 'cacd');
    await record(db, reading(await feedTarget(db, 'nyed'), at(1), [caption('300', 'Poe v. Warden', 'nyed')]));
  });
  afterAll(() => gateway.close());

  async function caseOf(id: string, court = 'cacd'): Promise<CaseData> {
    const fields = `coverage { state reason from to target { source } }
      coverageLimits { reason message entryTypes } unseenEntries { first last reason }`;
    return (await gateway.data(`{ case(by: { pacerCaseId: { court: "${court}", id: "${id}" } }) { ${fields} } }`))
      .case!;
  }
  const reasonsOf = ({ coverageLimits }: CaseData): readonly string[] => coverageLimits.map(({ reason }) => reason);

  it('is told by the spans of its court’s feed, and of what is looked at for itself alone', async () => {
    const { coverage } = await caseOf('200');
    expect(coverage.map(({ target }) => target.source)).not.toContain('courtlistener');
    expect(coverage).toContainEqual({
      state: 'BLIND',
      reason: 'FETCH_TIMEOUT',
      from: at(1),
      to: expect.anything(),
      target: { source: 'cmecf-rss' },
    });
  });

  it('says which numbers nothing has shown, and whether a whole docket went past them', async () => {
    expect((await caseOf('100')).unseenEntries).toEqual([
      { first: 1, last: 2, reason: 'NOT_SHOWN' },
      { first: 5, last: 6, reason: 'NOT_SHOWN' },
    ]);
    expect((await caseOf('200')).unseenEntries).toEqual([
      { first: 2, last: 2, reason: 'LEFT_OUT' },
      { first: 5, last: 5, reason: 'LEFT_OUT' },
      { first: 7, last: 7, reason: 'NOT_SHOWN' },
    ]);
  });

  it('says that no whole docket was read, and that papers of a detainee’s case are restricted', async () => {
    expect(reasonsOf(await caseOf('100'))).toContain('NO_WHOLE_DOCKET');
    expect(reasonsOf(await caseOf('200'))).toEqual(['RESTRICTED']);
  });

  it('goes by the reading that holds: what a corrected reader takes for a part is no whole docket', async () => {
    await gateway.db.pool.query(`UPDATE sighting SET superseded_at = now() WHERE completeness = 'COMPLETE'`);
    const corrected = await caseOf('200');
    expect(reasonsOf(corrected)).toContain('NO_WHOLE_DOCKET');
    expect(corrected.unseenEntries[0]).toEqual({ first: 2, last: 2, reason: 'NOT_SHOWN' });
    await gateway.db.pool.query('UPDATE sighting SET superseded_at = NULL');
  });

  it('says what the feed of its court leaves out, in the court’s words, and that nobody watches', async () => {
    const { coverage, coverageLimits } = await caseOf('300', 'nyed');
    // Its feed is watched no more, and was seen.
    expect(coverage.map(({ state }) => state)).toEqual(['SEEING']);
    expect(coverageLimits.map(({ reason }) => reason)).toContain('NOT_WATCHED');
    for (const { message } of coverageLimits) expect(message).toMatch(/\w+.*\.$/);
  });

  it('is told of courts, too', async () => {
    const limits = async (court: string) =>
      (await gateway.data(`{ court(id: "${court}") { coverageLimits { reason entryTypes } } }`)).court!.coverageLimits;
    const { courts } = await gateway.data('{ courts(filter: { hasFeed: false }) { code } }');
    expect(await limits(courts[0]!.code)).toEqual([
      { reason: 'NO_FEED', entryTypes: [] },
      { reason: 'NOT_WATCHED', entryTypes: [] },
    ]);
    const { courts: all } = await gateway.data('{ courts { code feed { status entryTypes } } }');
    const partial = all.find(({ feed }) => feed.status === 'PARTIAL')!;
    expect(await limits(partial.code)).toContainEqual({
      reason: 'PARTIAL_FEED',
      entryTypes: partial.feed.entryTypes,
    });
  });
});
