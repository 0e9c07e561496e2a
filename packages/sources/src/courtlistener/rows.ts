/** Rows to what they say and to identity keys, which are those of the same court's feed and docket report. */
import { zoneOf, type Court } from '@vigil/dockets';
import { textKey } from '@vigil/source-kit';
import { compareKeys, identityKey, type DocketEntryFacts } from '@vigil/timeline';
import { DateTime } from 'luxon';
import type { Row } from './answer.js';

/** A row as it is told. */
export interface ReadRow {
  /** CourtListener's own id of the row. */
  readonly id: number;
  /** Strongest first; empty where nothing tells which entry it is. */
  readonly keys: readonly string[];
  readonly facts: DocketEntryFacts;
}

/** No docket has so many entries: a larger number is a document's id. */
const numbersEnd = 1_000_000;

/** Reads rows of one docket that bear a date. */
export function readRows(
  rows: readonly Row[],
  { court, office }: { readonly court: Court; readonly office: string | null },
): readonly ReadRow[] {
  const zone = zoneOf(court, office);
  const told = rows.map((row) => ({ row, facts: factsOf(row, court, zone) }));
  const holders = new Map<string, number>();
  for (const { row, facts } of told)
    for (const key of linkKeys(row, facts, court)) holders.set(key, (holders.get(key) ?? 0) + 1);
  const twins = new Map<string, number>();
  return told.map(({ row, facts }) => {
    // A number or a document that two rows bear names neither.
    const named = linkKeys(row, facts, court).filter((key) => key.startsWith('seq:') || holders.get(key) === 1);
    const isBare = facts.number === null && facts.documentId === null;
    const identity = named.length > 0 && !isBare ? named : [...named, ...wordKeys(row, facts, { named, twins })];
    // What has no link is to be looked for by its day, as in the feed and the docket report.
    const isLinked = facts.documentId !== null || (!isBare && row.pacer_sequence_number !== null);
    const keys = isLinked || identity.length === 0 ? identity : [...identity, identityKey('day', dayOf(row, facts))];
    return { id: row.id, keys: [...keys].sort(compareKeys), facts };
  });
}

function factsOf(row: Row, court: Court, zone: string): DocketEntryFacts {
  const [main, other] = row.recap_documents.filter(({ document_type: type }) => type === 1);
  const only = other === undefined ? main : undefined;
  const text = row.description.trim() === '' ? null : row.description;
  const label = (only?.description ?? '').trim();
  // CourtListener reads a court's times in the zone of the court's seat, whatever the division.
  const enteredAt =
    row.time_filed === null
      ? null
      : DateTime.fromISO(`${row.date_filed}T${row.time_filed}`, { zone: court.zone }).toUTC().toISO();
  return {
    number: row.entry_number !== null && row.entry_number < numbersEnd ? String(row.entry_number) : null,
    documentId: documentIdOf(only?.pacer_doc_id ?? ''),
    // The court's own link, which others know, is not to give way to a copy's.
    documentUrl: null,
    // One label of perhaps several: of use only until there are words.
    labels: text !== null || label === '' || /^main document$/i.test(label) ? null : [label],
    text,
    // With a time it is the day of docketing, else the column of a docket report.
    filedOn: enteredAt === null ? row.date_filed : null,
    enteredAt,
    zone,
  };
}

/** The fourth digit only tells of attachments. */
const documentIdOf = (printed: string): string | null =>
  /^\d{6,20}$/.test(printed) ? `${printed.slice(0, 3)}0${printed.slice(4)}` : null;

function linkKeys(row: Row, { number, documentId }: DocketEntryFacts, { kind }: Court): readonly string[] {
  const sequence = kind === 'APPELLATE' ? null : row.pacer_sequence_number;
  return [
    ...(sequence === null ? [] : [identityKey('seq', String(sequence))]),
    ...(number === null ? [] : [identityKey('no', number)]),
    ...(documentId === null ? [] : [identityKey('doc', documentId)]),
  ];
}

/** Of a row without a link: the key of a docket report's row where its words are known, else of a feed's item without a row id. */
function wordKeys(
  row: Row,
  { text, enteredAt }: DocketEntryFacts,
  { named, twins }: { readonly named: readonly string[]; readonly twins: Map<string, number> },
): readonly string[] {
  if (text === null) return named.length > 0 || enteredAt === null ? [] : [identityKey('at', enteredAt)];
  const words = textKey(row.date_filed!, text);
  const nth = (twins.get(words) ?? 0) + 1;
  twins.set(words, nth);
  return [nth === 1 ? words : `${words}:${nth}`];
}

const dayOf = (row: Row, { enteredAt, zone }: DocketEntryFacts): string =>
  enteredAt === null ? row.date_filed! : DateTime.fromISO(enteredAt, { zone }).toISODate()!;
