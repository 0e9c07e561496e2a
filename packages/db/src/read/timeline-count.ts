import type { Database } from '../open-database.js';
import { selectionOf, type TimelineRequest } from './timeline-page.js';

/** How many Events a filter matches, counted up to `atMost`; costs as much as reading so many places. */
export async function countTimeline(
  db: Database,
  request: Pick<TimelineRequest, 'filter' | 'asOf'>,
  atMost: number,
): Promise<number> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { base, conditions } = selectionOf(request, bind);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const { rows } = await db.pool.query<{ count: string }>(
    `SELECT count(*) FROM (SELECT 1 FROM ${base.from} p ${where} LIMIT ${bind(atMost)}) c`,
    values,
  );
  return Number(rows[0]!.count);
}
