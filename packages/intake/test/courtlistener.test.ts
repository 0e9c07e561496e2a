/** A docket at CourtListener, over HTTP: what it tells, and what a refusal of it tells. */
import {
  addWatch,
  checksOf,
  ensureLocalOrganisation,
  ensureTarget,
  localOrganisationId,
  refreshDemand,
  targetsById,
  timelinePage,
} from '@vigil/db';
import { hours } from '@vigil/source-kit';
import { sourceById } from '@vigil/sources';
import { afterEach, describe, expect, it } from 'vitest';
import { runCheck } from '../src/index.js';
import { openHouse, type House } from './house.js';

const source = sourceById('courtlistener');
const params = source.params.parse({ docket: '90000123', court: 'cacd', docketNumber: '8:26-cv-90017' });
const { url } = source.plan(params);
const headers = { 'content-type': 'application/json' };

/** In the court's zone it is this day or the one before. */
const today = new Date().toISOString().slice(0, 10);

const entry = (description: string): unknown => ({
  id: 470000001,
  docket: 'https://www.courtlistener.com/api/rest/v4/dockets/90000123/',
  date_modified: '2026-03-12T09:15:02.118203-07:00',
  date_filed: today,
  time_filed: '09:02:31',
  entry_number: 4,
  pacer_sequence_number: 31,
  description,
  recap_documents: [{ document_type: 1, pacer_doc_id: '031096000040', description: 'Order' }],
});
const page = (
  value: unknown,
  status = 200,
): { url: string; status: number; headers: typeof headers; body: Buffer } => ({
  url,
  status,
  headers,
  body: Buffer.from(JSON.stringify(value)),
});
const answer = (description: string): ReturnType<typeof page> =>
  page({ next: null, previous: null, results: [entry(description)] });

const targetOf = ({ rooms: { db } }: House): Promise<string> =>
  ensureTarget(db, { source: source.id, params, title: source.describe(params), courtId: source.court(params) });

describe('a docket at CourtListener', () => {
  let house: House;
  afterEach(() => house.close());

  it('is one Event an entry, which gets its words when somebody’s docket report fills them in', async () => {
    house = await openHouse({ pages: [answer(''), answer('ORDER granting. (Entered: 03/12/2026)')] });
    const target = await targetOf(house);
    expect(await runCheck(house.rooms, target)).toMatchObject({ outcome: 'NEWS', changes: 1 });
    expect(await runCheck(house.rooms, target)).toMatchObject({ outcome: 'NEWS', changes: 1 });
    const { events } = await timelinePage(house.rooms.db, { filter: {}, orderBy: 'OCCURRED_AT', limit: 5 });
    expect(events.map(({ content }) => content.headline)).toEqual(['ORDER granting.']);
  });

  it('is looked at sooner while an entry has no words, never more often than its Source allows, and then as before', async () => {
    house = await openHouse({ pages: [answer(''), answer(''), answer('ORDER granting.')] });
    const { db } = house.rooms;
    await ensureLocalOrganisation(db);
    const wish = { source: source.id, params, title: 'a docket', courtId: 'cacd', label: null, everyMs: null };
    const { targetId } = await addWatch(db, localOrganisationId, wish);
    const periodOf = async ({ every, atMost } = source.schedule): Promise<number | null> => {
      await refreshDemand(db, () => ({ everyMs: every, atMostMs: atMost }));
      return (await targetsById(db, [targetId]))[0]!.everyMs;
    };
    expect(await periodOf()).toBe(hours(6));
    for (const period of [hours(2), hours(2), hours(6)]) {
      await runCheck(house.rooms, targetId);
      expect(await periodOf()).toBe(period);
      expect(await periodOf({ every: hours(6), atMost: hours(3) })).toBe(Math.max(period, hours(3)));
      expect(await periodOf({ every: hours(1), atMost: hours(1) })).toBe(hours(1));
    }
  });

  it.each([
    [401, { detail: 'Invalid token.' }, /does not know the token: VIGIL_COURTLISTENER_TOKEN/],
    [403, { detail: 'You do not have permission to perform this action.' }, /ask Free Law Project for access/],
  ])('that is refused with %i says what is missing', async (status, body, missing) => {
    house = await openHouse({ pages: [page(body, status)] });
    const target = await targetOf(house);
    expect(await runCheck(house.rooms, target)).toMatchObject({
      outcome: 'FAILED',
      error: { code: 'FETCH_FORBIDDEN', message: expect.stringMatching(missing), details: { status } },
    });
    const [check] = await checksOf(house.rooms.db, target, 1);
    expect(check).toMatchObject({ outcome: 'FAILED', errorCode: 'FETCH_FORBIDDEN' });
  });
});
