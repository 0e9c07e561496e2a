/** Invented answers of CourtListener. Case numbers from 90000 on were given by no court. */
import { readPage, type Reading } from '@vigil/source-kit';
import { sourceById } from '../src/index.js';

export const source = sourceById('courtlistener');

export const watched = { docket: '90000123', court: 'cacd', docketNumber: '8:17-cv-90898', caseId: '690001' };

export interface Entry {
  readonly id?: number;
  readonly docket?: string;
  readonly number?: number | null;
  readonly sequence?: number | null;
  readonly day?: string | null;
  readonly time?: string | null;
  readonly text?: string;
  readonly label?: string;
  readonly document?: string;
  readonly attachments?: number;
  readonly modified?: string;
}

export function row({ id = 470000001, docket = '90000123', number = null, sequence = null, ...entry }: Entry): unknown {
  const { day = '2017-12-14', time = null, text = '', label = '', document = '', attachments = 0 } = entry;
  const { modified = '2017-12-14T15:31:00.100000-08:00' } = entry;
  const documentOf = (type: number, n: number): unknown => ({
    id: id * 10 + n,
    document_type: type,
    attachment_number: n === 0 ? null : n,
    document_number: number === null ? '' : String(number),
    pacer_doc_id: document === '' ? '' : `${document.slice(0, -1)}${n}`,
    description: n === 0 ? label : 'Exhibit',
    is_sealed: null,
  });
  return {
    resource_uri: `https://www.courtlistener.com/api/rest/v4/docket-entries/${id}/`,
    id,
    docket: `https://www.courtlistener.com/api/rest/v4/dockets/${docket}/`,
    recap_documents: [documentOf(1, 0), ...Array.from({ length: attachments }, (_, n) => documentOf(2, n + 1))],
    tags: [],
    date_created: modified,
    date_modified: modified,
    date_filed: day,
    time_filed: time,
    entry_number: number,
    recap_sequence_number: `${day}.001`,
    pacer_sequence_number: sequence,
    description: text,
  };
}

export const answer = (results: readonly unknown[], next: string | null = null): Buffer =>
  Buffer.from(JSON.stringify({ count: 'https://www.courtlistener.com/', next, previous: null, results }));

export const read = (body: Buffer, params: unknown = watched): Reading =>
  readPage(source, source.params.parse(params), { url: '', capturedAt: '', status: 200, headers: {}, body });

/** Keys of the entries, in order of their ids. */
export const keysOf = (entries: readonly Entry[], params: unknown = watched): readonly (readonly string[])[] =>
  read(answer(entries.map((entry, n) => row({ id: 470000001 + n, ...entry }))), params).statements.map((statement) =>
    'keys' in statement ? statement.keys : [],
  );
