/** What readers would be told of a reading, without telling them: recorded in passing, and taken back. */
import type { EventContent } from '@vigil/timeline';
import type { Database } from '../open-database.js';
import { inPassing } from '../transaction.js';
import { targetId, type TargetName } from '../watching/targets.js';
import type { RecordInput } from './input.js';
import { recordIn } from './record.js';

/** A Change that there would be. */
export interface PreviewedChange {
  readonly kind: string;
  readonly courtId: string;
  readonly docketNumber: string | null;
  /** The Event as it would be; `null` where it would be one no more. */
  readonly content: EventContent | null;
}

/** Records a reading of a Target in passing: nothing is kept, and nobody hears of it. */
export function preview(
  db: Database,
  target: TargetName,
  input: Omit<RecordInput, 'capture'> & { readonly capture: Omit<RecordInput['capture'], 'targetId'> },
): Promise<readonly PreviewedChange[]> {
  return inPassing(db.pool, async (tx) => {
    const id = targetId(target);
    await tx.query(
      'INSERT INTO target (id, source, params, title, court_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING',
      [id, target.source, JSON.stringify(target.params), target.title, target.courtId],
    );
    const { rows: head } = await tx.query<{ seq: string }>('SELECT seq FROM change_head');
    await recordIn(tx, { ...input, capture: { ...input.capture, targetId: id } });
    const { rows } = await tx.query<{
      kind: string;
      court_id: string;
      docket_number: string | null;
      content: EventContent | null;
    }>(
      `SELECT ch.kind, c.court_id, c.docket_number, e.content FROM change ch JOIN "case" c ON c.id = ch.case_id
       LEFT JOIN event e ON e.case_id = ch.case_id AND e.id = ch.event_id AND e.retracted_at IS NULL
       WHERE ch.seq > $1 ORDER BY ch.seq`,
      [head[0]!.seq],
    );
    return rows.map(({ kind, court_id: courtId, docket_number: docketNumber, content }) => ({
      kind,
      courtId,
      docketNumber,
      content,
    }));
  });
}
