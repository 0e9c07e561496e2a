import { listConflicts, type ConflictListRequest, type ConflictRow, type Database } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import type { ForwardPageArgs } from '../connection/page-args.js';
import { pageWindow } from '../connection/page-window.js';
import { isGiven } from '../inputs/is-given.js';
import { CaseConflict } from './case-conflict.js';
import type { CaseConflictConnection } from './conflict-connection.js';

const form = /^conflicts:(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads a page of conflicts. Throws BAD_INPUT and BAD_CURSOR. */
export async function readConflicts(
  db: Database,
  settled: boolean | null,
  { first, after }: ForwardPageArgs,
): Promise<CaseConflictConnection> {
  const { conflicts, hasMore } = await listConflicts(db, {
    ...(isGiven(settled) && { settled }),
    ...(isGiven(after) && { after: fromCursor(after) }),
    limit: pageWindow({ first: first ?? null }).limit,
  });
  const edges = conflicts.map((row) => ({ cursor: toCursor(row), node: new CaseConflict(row) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: hasMore,
      hasPreviousPage: isGiven(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const toCursor = ({ openedAt, id }: ConflictRow): string =>
  Buffer.from(`conflicts:${openedAt}:${id}`).toString('base64url');

function fromCursor(cursor: string): NonNullable<ConflictListRequest['after']> {
  const [, openedAt, id] = form.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (openedAt === undefined || id === undefined)
    throw new VigilError('BAD_CURSOR', 'this is no cursor of the list of conflicts');
  return { openedAt, id };
}
