import type { EventContent } from '@vigil/timeline';
import type { Database } from '../open-database.js';

/** What an Event of a Case says, or said. */
export interface Wording {
  readonly caseId: string;
  readonly content: EventContent;
}

/** Whether each matches the words of a filter, exactly as a page of the timeline with that filter would. */
export async function matchWords(
  db: Database,
  text: string,
  wordings: readonly Wording[],
): Promise<readonly boolean[]> {
  const { rows } = await db.pool.query<{ fits: boolean }>({
    name: 'match_words',
    text: `SELECT to_tsvector('english', w.words) @@ websearch_to_tsquery('english', $3)
        OR w.case_id IN (SELECT id FROM "case" WHERE search @@ websearch_to_tsquery('simple', $3)) AS fits
      FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS w (case_id, words, place) ORDER BY w.place`,
    values: [
      wordings.map(({ caseId }) => caseId),
      wordings.map(({ content }) => `${content.headline} ${content.facts.text ?? ''}`),
      text,
    ],
  });
  return rows.map(({ fits }) => fits);
}
