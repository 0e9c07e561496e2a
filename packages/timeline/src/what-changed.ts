/** What a revision of an Event changed, by what it said before and says now. */
import type { EventContent } from './event.js';
import { canonicalJson } from './identity.js';
import type { DocketEntryFacts } from './statement.js';

/** Kinds of revision; one revision may be of several. */
export const revisionKinds = [
  'TEXT_ARRIVED',
  'TEXT_EDITED',
  'NUMBER_GIVEN',
  'NUMBER_CHANGED',
  'DOCUMENT_GIVEN',
  'LABELS_CHANGED',
  'DAY_CHANGED',
  'RESTRICTED',
  'STRUCK',
  'FILED_IN_ERROR',
  'REMOVED',
  'RESTORED',
  'CONTENT_EDITED',
] as const;
export type RevisionKind = (typeof revisionKinds)[number];

/**
 * What is different, in the order of `revisionKinds`. `[]` where nothing was said before, or the same: then only what is
 * known of earlier times, or what it may be a duplicate of, has changed. Pure.
 */
export function whatChanged(before: EventContent | null, now: EventContent | null): readonly RevisionKind[] {
  if (before === null || now === null) return [];
  if (before.kind !== 'DOCKET_ENTRY' || now.kind !== 'DOCKET_ENTRY')
    return canonicalJson(before.facts) === canonicalJson(now.facts) ? [] : ['CONTENT_EDITED'];
  const held: Readonly<Record<RevisionKind, boolean>> = {
    ...ofText(before.facts, now.facts),
    NUMBER_GIVEN: before.facts.number === null && now.facts.number !== null,
    NUMBER_CHANGED: before.facts.number !== null && before.facts.number !== now.facts.number,
    DOCUMENT_GIVEN: before.facts.documentId === null && now.facts.documentId !== null,
    LABELS_CHANGED: canonicalJson(before.facts.labels) !== canonicalJson(now.facts.labels),
    DAY_CHANGED: before.occurredAt.day !== now.occurredAt.day,
    REMOVED: before.removed !== true && now.removed === true,
    RESTORED: before.removed === true && now.removed !== true,
    CONTENT_EDITED: false,
  };
  return revisionKinds.filter((kind) => held[kind]);
}

/**
 * Words by which a court marks an entry. In a text that arrives they count in front only (`***STRICKEN***`): further on
 * they speak of other entries. In an edited one they count where they were not before.
 */
const marks = {
  RESTRICTED: String.raw`sealed|under seal|restricted`,
  STRUCK: 'stricken|struck',
  FILED_IN_ERROR: String.raw`(?:filed|docketed|entered) in error|incorrectly (?:filed|docketed)`,
} as const;
type Mark = keyof typeof marks;

function ofText(
  before: DocketEntryFacts,
  now: DocketEntryFacts,
): Record<'TEXT_ARRIVED' | 'TEXT_EDITED' | Mark, boolean> {
  const arrived = before.text === null && now.text !== null;
  const edited = before.text !== null && before.text !== now.text;
  const marked = (mark: Mark): boolean => {
    if (arrived) return new RegExp(String.raw`^[\W_]*(?:document )?(?:${marks[mark]})\b`, 'i').test(now.text);
    const anywhere = new RegExp(String.raw`\b(?:${marks[mark]})\b`, 'i');
    const gained = (was: string, is: string): boolean => anywhere.test(is) && !anywhere.test(was);
    return (
      (edited && gained(before.text, now.text!)) ||
      gained(before.labels?.join('\n') ?? '', now.labels?.join('\n') ?? '')
    );
  };
  return {
    TEXT_ARRIVED: arrived,
    TEXT_EDITED: edited,
    RESTRICTED: marked('RESTRICTED'),
    STRUCK: marked('STRUCK'),
    FILED_IN_ERROR: marked('FILED_IN_ERROR'),
  };
}
