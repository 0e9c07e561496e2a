/** A page of the timeline, by keyset: its cost does not depend on its depth nor on the length of history. */
import { ownPublisher } from '@vigil/dockets';
import { hashId, type Instant } from '@vigil/timeline';
import type { Database } from '../open-database.js';
import { eventColumns, toEventRow, type EventRecord, type EventRow } from './event-row.js';

/** Which Events. Every given member must hold; intervals are half-open. */
export interface TimelineFilter {
  readonly courts?: readonly string[];
  readonly cases?: readonly string[];
  readonly kinds?: readonly string[];
  /** Words, as in a web search, of the headline, the docket text, or the Case's caption and number. */
  readonly text?: string;
  readonly occurredFrom?: Instant;
  readonly occurredTo?: Instant;
  readonly recordedFrom?: Instant;
  readonly recordedTo?: Instant;
}

/** Whether a filter takes what is of a court: Vigil's own beats only where it names their publisher, or Cases. */
export const takesCourt = ({ courts, cases }: TimelineFilter, courtId: string): boolean =>
  courts?.includes(courtId) ?? (cases !== undefined || courtId !== ownPublisher);

/** `DOCKET`, by day, row id and number, is an order within Cases: the filter names them. */
export type TimelineOrder = keyof typeof sorts;

const sorts = { OCCURRED_AT: 'p.occurred_ms', RECORDED_AT: 'p.added_seq', DOCKET: 'p.place' } as const;

/** A place in an order: its sort value (milliseconds, or number of the Change) and the Event's id. */
export interface TimelineKey {
  readonly value: string;
  readonly id: string;
}

/** What is asked. Newest first; `after` walks to older ones, `before` to newer ones. */
export interface TimelineRequest {
  readonly filter: TimelineFilter;
  readonly orderBy: TimelineOrder;
  readonly limit: number;
  readonly after?: TimelineKey;
  readonly before?: TimelineKey;
  /** Take the last of what lies between the keys, and not the first. */
  readonly fromEnd?: boolean;
  /** As readers could have seen it at this moment. */
  readonly asOf?: Instant;
}

/** Newest first. `hasMore`: beyond the end that the page was not started from. */
export interface TimelinePage {
  readonly events: readonly EventRow[];
  readonly hasMore: boolean;
}

/** Reads one page. */
export async function timelinePage(db: Database, request: TimelineRequest): Promise<TimelinePage> {
  const { orderBy, limit, after, before, fromEnd = false } = request;
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { base, conditions } = selectionOf(request, bind);
  if (orderBy === 'DOCKET' && !request.filter.cases) throw new TypeError('the order of the docket is one within Cases');
  const sort = sorts[orderBy];
  if (after) conditions.push(`(${sort}, p.${base.id}) < (${bind(after.value)}::bigint, ${bind(after.id)}::uuid)`);
  if (before) conditions.push(`(${sort}, p.${base.id}) > (${bind(before.value)}::bigint, ${bind(before.id)}::uuid)`);
  const direction = fromEnd ? 'ASC' : 'DESC';
  const text = `SELECT ${base.columns} FROM (
      SELECT p.* FROM ${base.from} p ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
      ORDER BY ${sort} ${direction}, p.${base.id} ${direction} LIMIT ${bind(limit + 1)}) p ${base.join}
    ORDER BY ${sort} ${direction}, p.${base.id} ${direction}`;
  // Prepared once a connection and shape (there are few): planning over the partitions costs more than reading.
  const { rows } = await db.pool.query<EventRecord>({ name: `timeline ${hashId(text)}`, text, values });
  const events = rows.slice(0, limit).map(toEventRow);
  return { events: fromEnd ? events.reverse() : events, hasMore: rows.length > limit };
}

/** What is read, as `p`, and under which conditions. */
export function selectionOf(
  { filter, asOf }: Pick<TimelineRequest, 'filter' | 'asOf'>,
  bind: (value: unknown) => string,
): { readonly base: Base; readonly conditions: string[] } {
  const base = asOf === undefined ? (filter.cases ? currentOfCases : current) : atMoment(bind(asOf));
  return { base, conditions: [...base.conditions, ...conditionsOf(filter, bind, base.words)] };
}

interface Base {
  readonly from: string;
  readonly id: string;
  readonly join: string;
  readonly columns: string;
  readonly conditions: readonly string[];
  /** Condition that the Event's own words match a bound text. */
  readonly words: (text: string) => string;
}

/** Lists that span Cases read the narrow table first. */
const current: Base = {
  from: 'timeline_position',
  id: 'event_id',
  // Row by row, each in its one partition: a planner left free reads whole partitions while they are small.
  join: 'CROSS JOIN LATERAL (SELECT * FROM event WHERE case_id = p.case_id AND id = p.event_id LIMIT 1) e',
  columns: eventColumns,
  conditions: [],
  words: (text) => `p.event_id IN (SELECT id FROM event WHERE search @@ websearch_to_tsquery('english', ${text}))`,
};

/** Lists of named Cases read their partitions only. */
const currentOfCases: Base = {
  from: 'event',
  id: 'id',
  join: '',
  columns: eventColumns.replaceAll('e.', 'p.'),
  conditions: ['p.retracted_at IS NULL'],
  words: (text) => `p.search @@ websearch_to_tsquery('english', ${text})`,
};

function atMoment(moment: string): Base {
  return {
    from: 'event_revision',
    id: 'event_id',
    join: '',
    columns: `p.case_id, p.event_id AS id, p.court_id, p.kind, p.n AS revision, p.occurred_ms, p.place, p.added_seq, p.content, p.evidence, p.possible_duplicate_of,
      '{}'::text[] AS tags, 0 AS urgency, (SELECT min(f.recorded_from) FROM event_revision f WHERE f.case_id = p.case_id AND f.event_id = p.event_id) AS recorded_at,
      p.recorded_from AS revised_at`,
    conditions: [
      `p.recorded_from <= ${moment}::timestamptz`,
      `(p.recorded_to IS NULL OR p.recorded_to > ${moment}::timestamptz)`,
    ],
    words: (text) =>
      `to_tsvector('english', (p.content ->> 'headline') || ' ' || coalesce(p.content -> 'facts' ->> 'text', '')) @@ websearch_to_tsquery('english', ${text})`,
  };
}

function conditionsOf(
  filter: TimelineFilter,
  bind: (value: unknown) => string,
  words: Base['words'],
): readonly string[] {
  const conditions: string[] = [];
  if (filter.courts) conditions.push(`p.court_id = ANY (${bind(filter.courts)}::text[])`);
  else if (!filter.cases) conditions.push(`p.court_id <> ${bind(ownPublisher)}`);
  if (filter.cases) conditions.push(`p.case_id = ANY (${bind(filter.cases)}::uuid[])`);
  if (filter.kinds) conditions.push(`p.kind = ANY (${bind(filter.kinds)}::text[])`);
  if (filter.occurredFrom !== undefined)
    conditions.push(`p.occurred_ms >= ${bind(Date.parse(filter.occurredFrom))}::bigint`);
  if (filter.occurredTo !== undefined)
    conditions.push(`p.occurred_ms < ${bind(Date.parse(filter.occurredTo))}::bigint`);
  // Numbers of Changes are in the order of their times, so a range of times is a range of numbers.
  if (filter.recordedFrom !== undefined) conditions.push(`p.added_seq > ${numberBefore(bind(filter.recordedFrom))}`);
  if (filter.recordedTo !== undefined) conditions.push(`p.added_seq <= ${numberBefore(bind(filter.recordedTo))}`);
  if (filter.text !== undefined) {
    const text = bind(filter.text);
    conditions.push(
      `(${words(text)} OR p.case_id IN (SELECT id FROM "case" WHERE search @@ websearch_to_tsquery('simple', ${text})))`,
    );
  }
  return conditions;
}

const numberBefore = (moment: string): string =>
  `coalesce((SELECT max(seq) FROM change WHERE recorded_at < ${moment}::timestamptz), 0)`;
