import {
  changesAfter,
  coverageOf,
  headOfChanges,
  listTargets,
  listWatches,
  localOrganisationId,
  timelinePage,
} from '@vigil/db';

const all = 1_000_000;

/**
 * All that a database tells: the timeline now and as it was half-way, the log of Changes,
 * what could be seen when, and the local organisation's Watches.
 * As JSON would keep it, so that it can be compared with what a file holds.
 */
export async function readTold(db) {
  const head = await headOfChanges(db);
  const changes = await changesAfter(db, 0, head, all);
  const asOf = changes[Math.floor(changes.length / 2)]?.recordedAt;
  const page = async (request) => (await timelinePage(db, { filter: {}, limit: all, ...request })).events;
  const targets = await listTargets(db, { unwatched: true });
  const coverage = await coverageOf(
    db,
    targets.map(({ id }) => id),
    all,
  );
  return JSON.parse(
    JSON.stringify({
      head,
      changes,
      byOccurrence: await page({ orderBy: 'OCCURRED_AT' }),
      byRecord: await page({ orderBy: 'RECORDED_AT' }),
      halfWay: asOf === undefined ? [] : await page({ orderBy: 'OCCURRED_AT', asOf }),
      coverage,
      watches: await listWatches(db, localOrganisationId),
    }),
  );
}
