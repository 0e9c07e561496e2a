/** Monitors: what a reading that came without an error still says of a page that has changed. Pure. */
import { businessTime, canonicalJson, type Instant, type Statement } from '@vigil/timeline';
import { hours, type AnySource, type Milliseconds } from '../define-source.js';
import type { Reading } from '../read-page.js';
import { factsOf, recordsOf, timeOf } from './facts-of-reading.js';
import { skippedShare, type Normal } from './normal.js';

/**
 * count-drop    fewer records than ever before, where records only become more
 * coverage      a field that was always known is not
 * value-shape   a field's values look as they never did
 * vanished      records are gone that the page should still show
 * doubled       many records say the same
 * mass-edit     many records say something else than before; one that was completed, as what it left open is known now, does not
 * skip-ratio    more rows than ever could not be read
 * age           the publisher's own build date is old
 * future        records of days that are still to come
 * scope-change  the publisher shows other kinds of record than before
 */
export type MonitorId =
  | 'count-drop'
  | 'coverage'
  | 'value-shape'
  | 'vanished'
  | 'doubled'
  | 'mass-edit'
  | 'skip-ratio'
  | 'age'
  | 'future'
  | 'scope-change';

/** A monitor that fired, with what it saw: counts and names of fields, never words of a page. */
export interface Finding {
  readonly monitor: MonitorId;
  readonly why: string;
}

/** What a reading is compared with. */
export interface Past {
  /** What was learnt of the Target; `null` at first. */
  readonly normal: Normal | null;
  /** The last healthy reading; `null` at first. */
  readonly last: Reading | null;
}

/** What a monitor looks at. */
interface View extends Past {
  readonly source: AnySource;
  readonly reading: Reading;
  /** UTC, when the bytes left the publisher. */
  readonly capturedAt: Instant;
}
type Monitor = (view: View) => string | null;

/** Shares and counts are only compared from so many readings or records on. */
const enoughReadings = 3;
const enoughRecords = 3;
const enoughForShares = 10;
/** In which courts' business days are counted where nothing else is known. */
const zone = 'America/New_York';
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const monitors: Readonly<Record<MonitorId, Monitor>> = {
  'count-drop': ({ source, normal, reading }) => {
    // A feed is as long as its day: what must not be missing there, `vanished` tells.
    if (source.kind === 'feed' || normal === null || normal.readings < enoughReadings) return null;
    const records = recordsOf(reading.statements).length;
    if (reading.partial ? records > 0 : records >= normal.fewestRecords * 0.8) return null;
    return `${records} records, never before fewer than ${normal.fewestRecords}`;
  },
  coverage: ({ normal, reading }) => {
    if (normal === null || normal.readings < enoughReadings) return null;
    const { known } = factsOf(reading);
    const lost = Object.entries(normal.leastKnown).filter(([field, least]) => {
      const expected = least * statementsLike(field, reading);
      // What few records know may be missing by chance.
      const share = known[field] ?? 0;
      return share < least / 2 && expected >= (share === 0 ? enoughRecords : enoughForShares);
    });
    return lost.length === 0
      ? null
      : lost
          .map(
            ([field, least]) =>
              `${field} known in ${percent(known[field] ?? 0)}, never before in fewer than ${percent(least)}`,
          )
          .join('; ');
  },
  'value-shape': ({ normal, reading }) => {
    if (normal === null || normal.readings < enoughReadings) return null;
    const { shapes: now, known: share } = factsOf(reading);
    const strange = Object.entries(now).filter(([field, shapes]) => {
      const known = normal.shapes[field];
      if (!known || known.length === 0) return false;
      const values = Math.round(share[field]! * statementsLike(field, reading));
      return values >= enoughRecords && shapes.every((shape) => !known.includes(shape));
    });
    return strange.length === 0 ? null : `values of ${strange.map(([field]) => field).join(', ')} look as never before`;
  },
  vanished: ({ source, last, reading, capturedAt }) => {
    if (last === null || reading.partial || last.partial) return null;
    const now = new Set(reading.statements.map(({ recordKey }) => recordKey));
    const since = source.kind === 'feed' ? oldestDue(source.window, reading, capturedAt) : null;
    const due = recordsOf(last.statements).filter((record) => since === null || (timeOf(record) ?? '') > since);
    const gone = due.filter(({ recordKey }) => !now.has(recordKey)).length;
    return gone >= 2 && gone / due.length > 0.1 ? `${gone} of ${due.length} records are gone` : null;
  },
  doubled: ({ last, reading }) => {
    const again = doubles(reading);
    const before = last === null ? 0 : doubles(last);
    return again >= enoughRecords && again > before * 2 ? `${again} records say what others say` : null;
  },
  'mass-edit': ({ last, reading }) => {
    if (last === null) return null;
    const before = new Map(last.statements.map(({ recordKey, content }) => [recordKey, content]));
    const met = reading.statements.filter(({ recordKey }) => before.has(recordKey));
    const edited = met.filter(({ recordKey, content }) => {
      const said = before.get(recordKey)!;
      return canonicalJson(said) !== canonicalJson(content) && !completes(content, said);
    }).length;
    const all = edited >= 2 && edited === met.length;
    return all || (edited >= enoughRecords && edited / met.length > 0.3)
      ? `${edited} of ${met.length} records say something else`
      : null;
  },
  'skip-ratio': ({ normal, reading }) => {
    const share = skippedShare(factsOf(reading));
    const most = Math.max(0.1, 1.5 * (normal?.mostSkipped ?? 0));
    return share > most ? `${percent(share)} of the records could not be read` : null;
  },
  age: ({ source: { kind, expects }, reading, capturedAt }) => {
    if (kind !== 'feed' || reading.builtAt === null) return null;
    const old = businessTime(reading.builtAt, capturedAt, zone);
    return old > Math.max(hours(2), expects.quiet) ? `built ${Math.round(old / hours(1))} business hours ago` : null;
  },
  future: ({ reading, capturedAt }) => {
    const limit = new Date(Date.parse(capturedAt) + hours(36)).toISOString();
    const ahead = recordsOf(reading.statements).filter((record) => (timeOf(record) ?? '') > limit).length;
    return ahead > 0 ? `${ahead} records of days still to come` : null;
  },
  'scope-change': ({ last, reading }) => {
    if (last === null || last.scope === null || reading.scope === null) return null;
    return canonicalJson(inAnyOrder(last.scope)) === canonicalJson(inAnyOrder(reading.scope))
      ? null
      : 'the publisher shows other kinds of record';
  },
};

/** Every monitor that a reading makes fire. */
export function inspect(view: View): readonly Finding[] {
  return (Object.entries(monitors) as [MonitorId, Monitor][]).flatMap(([monitor, look]) => {
    const why = look(view);
    return why === null ? [] : [{ monitor, why }];
  });
}

/** From when on a feed must still show what it showed: its oldest record now, and where it has none, half its window ago. */
function oldestDue(window: Milliseconds, { statements }: Reading, capturedAt: Instant): Instant {
  const times = recordsOf(statements).flatMap((record) => timeOf(record) ?? []);
  const halfAgo = new Date(Date.parse(capturedAt) - window / 2).toISOString();
  return times.reduce((least, at) => (at < least ? at : least), times[0] ?? halfAgo);
}

/** Whether a record's words, which nobody had, are known now. */
const completes = (content: Statement['content'], said: Statement['content']): boolean =>
  'text' in content && 'text' in said && said.text === null && content.text !== null;

/** How many Statements could know a field (`docket_entry.number`). */
const statementsLike = (field: string, { statements }: Reading): number =>
  statements.filter(({ kind }) => field.startsWith(`${kind}.`)).length;

const inAnyOrder = (scope: 'all' | readonly string[]): 'all' | readonly string[] =>
  scope === 'all' ? scope : [...scope].sort();

/** How many records say, under a key of their own, what another says. */
function doubles({ statements }: Reading): number {
  const contents = recordsOf(statements).map(({ case: of, content }) => canonicalJson([of, content]));
  return contents.length - new Set(contents).size;
}
