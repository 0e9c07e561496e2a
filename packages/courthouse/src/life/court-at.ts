/** The court as it stands at a moment of a life, in the form that the renderers of pages take. */
import type { ScenarioCourt, ScenarioEntry } from '../scenario.js';
import { reassignment } from './happenings.js';
import type { EntryState, LifeEntry, Sheet } from './life.js';

/** What an entry says at a moment (epoch milliseconds) not before its docketing. */
export const stateAt = ({ states }: LifeEntry, instant: number): EntryState =>
  states.findLast(({ since }) => since <= instant)!;

/** The court with the one case, whose entries are those docketed until then. `maxItems` is how long its feed is. */
export function courtAt(
  sheet: Sheet,
  entries: readonly LifeEntry[],
  { instant, maxItems }: { readonly instant: number; readonly maxItems: number },
): ScenarioCourt {
  const docketed = entries.filter(({ at }) => at <= instant);
  const reassigned = docketed.some(({ states }) => states[0].text === reassignment);
  return {
    id: sheet.court,
    name: sheet.courtName,
    shape: sheet.kind,
    documentPrefix: sheet.documentPrefix,
    zone: undefined,
    seatZone: sheet.zone,
    entryTypes: 'all',
    windowHours: 24,
    maxItems,
    conditional: false,
    robots: '',
    cases: [
      {
        id: sheet.caseId,
        number: `${sheet.number}-${reassigned ? 'BD' : 'ABC'}`,
        caption: sheet.caption,
        bankruptcy: sheet.kind === 'bankruptcy' ? { type: 'bk', office: '1', chapter: '7', trustee: null } : undefined,
        report: {
          filed: entries[0]?.filedOn ?? '2026-03-02',
          assignedTo: reassigned ? 'Judge Bo Dunlin' : 'Judge Ada B. Cormorant',
          flags: [],
        },
        entries: docketed.map((entry) => entryAt(entry, instant)),
      },
    ],
  };
}

function entryAt(entry: LifeEntry, instant: number): ScenarioEntry {
  const { number, document, text } = stateAt(entry, instant);
  const { at, sequence, labels, filedOn } = entry;
  return {
    at,
    sequence,
    number: document === null ? null : number,
    document,
    unlinkedNumber: document === null ? (number ?? undefined) : undefined,
    labels: [...labels],
    text,
    filed: filedOn,
  };
}
