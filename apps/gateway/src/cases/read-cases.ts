import { listCases, type CaseRow, type Database } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import type { ForwardPageArgs } from '../connection/page-args.js';
import { pageWindow } from '../connection/page-window.js';
import type { Loaders } from '../context/loaders.js';
import { readFilter } from '../timeline/read-filter.js';
import { Case } from './case.js';
import type { CaseConnection } from './case-connection.js';
import type { CaseFilter } from './case-filter.js';
import { isGiven } from '../inputs/is-given.js';

interface Place {
  readonly createdAt: string;
  readonly id: string;
}

const form = /^cases:(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads a page of Cases. Throws BAD_INPUT, BAD_CURSOR and UNKNOWN_COURT. */
export async function readCases(
  { db, loaders }: { readonly db: Database; readonly loaders: Loaders },
  asked: CaseFilter,
  { first, after }: ForwardPageArgs,
): Promise<CaseConnection> {
  const filter = await readFilter(asked, loaders);
  const { cases, hasMore } = await listCases(db, {
    ...(filter.courts && { courts: filter.courts }),
    ...(filter.text !== undefined && { text: filter.text }),
    ...(isGiven(after) && { after: fromCursor(after) }),
    limit: pageWindow({ first: first ?? null }).limit,
  });
  const edges = cases.map((row) => ({ cursor: toCursor(row), node: new Case(row) }));
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

const toCursor = ({ createdAt, id }: CaseRow): string => Buffer.from(`cases:${createdAt}:${id}`).toString('base64url');

function fromCursor(cursor: string): Place {
  const [, createdAt, id] = form.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (createdAt === undefined || id === undefined)
    throw new VigilError('BAD_CURSOR', 'this is no cursor of the list of cases');
  return { createdAt, id };
}
