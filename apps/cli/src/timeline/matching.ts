import { takesCourt, timelinePage, type ChangeRow, type Database, type EventRow, type TimelineFilter } from '@vigil/db';

/** Of some Changes those that a filter lets through. Words are judged by the database, as they are for a page. */
export async function matchingChanges(
  db: Database,
  filter: TimelineFilter,
  changes: readonly ChangeRow[],
): Promise<readonly ChangeRow[]> {
  const near = changes.filter(
    ({ courtId, caseId, event }) =>
      takesCourt(filter, courtId) &&
      (filter.cases?.includes(caseId) ?? true) &&
      (filter.occurredFrom === undefined || event === null || event.occurredMs >= Date.parse(filter.occurredFrom)),
  );
  if (filter.text === undefined) return near;
  const verdicts = await Promise.all(
    near.map(async ({ event }) => event === null || (await says(db, filter.text!, event))),
  );
  return near.filter((_change, index) => verdicts[index]);
}

/** Whether an Event, as it is now, or its Case has these words. */
async function says(db: Database, text: string, event: EventRow): Promise<boolean> {
  const moment = (ms: number): string => new Date(ms).toISOString();
  const { events } = await timelinePage(db, {
    filter: {
      text,
      cases: [event.caseId],
      occurredFrom: moment(event.occurredMs),
      occurredTo: moment(event.occurredMs + 1),
    },
    orderBy: 'OCCURRED_AT',
    limit: 1_000,
  });
  return events.some(({ id }) => id === event.id);
}
