import { canonicalJson, hashId, type Instant } from '@vigil/timeline';
import type { Database } from '../open-database.js';

/** One thing to look at. */
export interface TargetRow {
  readonly id: string;
  readonly source: string;
  readonly params: unknown;
  readonly title: string;
  readonly courtId: string | null;
  /** The period in force, in milliseconds; `null` where nobody watches. */
  readonly everyMs: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastCapture: string | null;
  /** How far it was read, where each look goes on from the last (a mailbox). */
  readonly readTo: string | null;
  readonly lastCheckedAt: Instant | null;
  readonly lastSucceededAt: Instant | null;
  readonly failures: number;
  readonly errorCode: string | null;
  readonly notBefore: Instant | null;
  readonly createdAt: Instant;
}

/** What names a Target. */
export interface TargetName {
  readonly source: string;
  /** As the Source's schema gives them. */
  readonly params: unknown;
  readonly title: string;
  readonly courtId: string | null;
}

/** The id of a Target: equal Source and parameters are one Target, however many want it. */
export function targetId({ source, params }: Pick<TargetName, 'source' | 'params'>): string {
  return hashId('target', source, canonicalJson(params));
}

/** Makes a Target where there is none yet, and returns its id. */
export async function ensureTarget(db: Database, name: TargetName): Promise<string> {
  const id = targetId(name);
  await db.prisma.target.upsert({
    where: { id },
    create: { id, source: name.source, params: name.params as object, title: name.title, courtId: name.courtId },
    update: { title: name.title },
  });
  return id;
}

/** The Targets of these ids, in the order asked. */
export async function targetsById(db: Database, ids: readonly string[]): Promise<readonly (TargetRow | undefined)[]> {
  const rows = await db.prisma.target.findMany({ where: { id: { in: [...ids] } } });
  const byId = new Map(rows.map((row) => [row.id, toTargetRow(row)]));
  return ids.map((id) => byId.get(id));
}

/** Every Target that somebody watches, and on request those that nobody does. */
export async function listTargets(
  db: Database,
  { unwatched = false, courtId }: { readonly unwatched?: boolean; readonly courtId?: string } = {},
): Promise<readonly TargetRow[]> {
  const watched = unwatched ? null : await watchedIds(db);
  const rows = await db.prisma.target.findMany({
    where: {
      ...(watched && { OR: [{ everyMs: { not: null } }, { id: { in: watched } }] }),
      ...(courtId !== undefined && { courtId }),
    },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toTargetRow);
}

/** Ids of the watched Targets of a Source that have one of these values (text) as a parameter. */
export async function watchedTargetsBy(
  { pool }: Database,
  {
    source,
    parameter,
    values,
  }: { readonly source: string; readonly parameter: string; readonly values: readonly string[] },
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT t.id FROM vigil_demand() d JOIN target t ON t.id = d.target_id WHERE t.source = $1 AND t.params ->> $2 = ANY ($3) ORDER BY 1',
    [source, parameter, values],
  );
  return rows.map((row) => row.id);
}

/** Those that somebody watches; they have a period once a scraper has begun to look. */
async function watchedIds({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query<{ target_id: string }>('SELECT target_id FROM vigil_demand()');
  return rows.map((row) => row.target_id);
}

type TargetRecord = Awaited<ReturnType<Database['prisma']['target']['findMany']>>[number];

function toTargetRow(row: TargetRecord): TargetRow {
  return {
    id: row.id,
    source: row.source,
    params: row.params,
    title: row.title,
    courtId: row.courtId,
    everyMs: row.everyMs,
    etag: row.etag,
    lastModified: row.lastModified,
    lastCapture: row.lastCapture,
    readTo: row.readTo,
    lastCheckedAt: row.lastCheckedAt?.toISOString() ?? null,
    lastSucceededAt: row.lastSucceededAt?.toISOString() ?? null,
    failures: row.failures,
    errorCode: row.errorCode,
    notBefore: row.notBefore?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
