/** A notice's entry to identity keys: those that the court's feed and docket give the same entry. */
import { printedRowId, type CourtNotice, type NoticedCase } from '@vigil/dockets';
import { textKey } from '@vigil/source-kit';
import { identityKey } from '@vigil/timeline';
import { docketedText } from '../cmecf-docket/docketed-text.js';

/** The docket text; of a trial court as its docket report prints it. */
export const textOf = ({ system, enteredOn }: CourtNotice, text: string): string =>
  system === 'NEF' ? docketedText(text, enteredOn) : text;

/** The day on which the entry was docketed, else filed; `null` where the notice says neither. */
export const dayOf = ({ enteredOn, filedOn }: CourtNotice): string | null => enteredOn ?? filedOn;

/**
 * Identity keys of the entry in one of the notice's cases, strongest first; empty where it has neither document, number
 * nor words with a day. Without a link the day is a key, too, by which a feed's item is found.
 */
export function entryKeysOf(
  notice: CourtNotice,
  { sequence, number, documentId, text }: NoticedCase,
): readonly string[] {
  const part = notice.system === 'NDA' ? printedRowId(text ?? '') : null;
  const named = [
    ...(part === null ? [] : [identityKey('part', part)]),
    ...(sequence === null ? [] : [identityKey('seq', sequence)]),
    ...(number === null ? [] : [identityKey('no', number)]),
    ...(documentId === null ? [] : [identityKey('doc', documentId)]),
  ];
  const day = dayOf(notice);
  if (day === null) return named;
  const identity = text === null || part !== null ? named : [...named, textKey(day, textOf(notice, text))];
  const linked = part !== null || sequence !== null || documentId !== null;
  return linked || identity.length === 0 ? identity : [...identity, identityKey('day', day)];
}
