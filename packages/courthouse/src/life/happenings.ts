/** What happens in a life: rows of a sheet are docketed at some moment, and some are changed afterwards. */
import { DateTime } from 'luxon';
import type { Dice } from './dice.js';
import { labelOf } from './labels.js';
import type { EntryState, LifeEntry, Sheet, SheetRow } from './life.js';

/** A row with the short descriptions that its clerk chose. */
interface Docketed extends SheetRow {
  readonly labels: readonly string[];
}

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** The entries of a sheet, and those that every life has besides: minute twins, and the judge's reassignment. */
export function happen(sheet: Sheet, dice: Dice): readonly LifeEntry[] {
  const given = new Set<number | null>();
  const rows = sheet.rows.map((row): Docketed => {
    const text = printable(row.text).replace(/\s*\(Entered: [\d/]+\)\s*$/, '');
    // A court gives a number once; dockets that were typed over from paper may bear one twice.
    const number = given.has(row.number) ? null : row.number;
    given.add(number);
    const linked = row.linked && number !== null;
    return { ...row, number, linked, text, labels: labelsFor(text, linked, dice) };
  });
  const days = [...new Set(rows.map(({ enteredOn }) => enteredOn))];
  const invented = days.length === 0 ? [] : [...twins(pickFrom(days, dice), dice), reassigned(pickFrom(days, dice))];
  const entries: LifeEntry[] = [];
  let sequence = dice.between(3, 9);
  for (const enteredOn of days.toSorted()) {
    const ofDay = [...rows, ...invented].filter((row) => row.enteredOn === enteredOn);
    const moments = momentsOf(DateTime.fromISO(enteredOn, { zone: sheet.zone }), ofDay.length, dice);
    for (const [n, { filedOn, labels, ...row }] of ofDay.entries()) {
      sequence += dice.between(1, 4);
      const at = moments[n]!;
      const alone = ofDay.filter(({ text }) => wordsOf(text) === wordsOf(row.text)).length === 1;
      const states = statesOf(row, { at, sequence, alone, labels }, dice);
      entries.push({ sequence, at, filedOn, enteredOn, labels, states });
    }
  }
  return entries;
}

/** A text without what is no difference of words. */
export const wordsOf = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** What pages in ISO-8859-1 can hold. */
const printable = (text: string): string => text.replace(/[^\n\u0020-\u007e\u00a0-\u00ff]/g, '?');

const pickFrom = <T>(items: readonly T[], dice: Dice): T => items[dice.between(0, items.length - 1)]!;

/** Some entries with a document carry two docketing events. */
function labelsFor(text: string, linked: boolean, dice: Dice): readonly string[] {
  const label = labelOf(text);
  return linked && dice.oneIn(12) ? [...new Set([label, 'Certificate of Service'])].sort() : [label];
}

/** Minute entries of one day, in one form of words; now and then even in the same words. */
function twins(enteredOn: string, dice: Dice): readonly Docketed[] {
  const held = ['Status Conference', 'Motion Hearing', 'Telephone Conference'];
  const same = dice.oneIn(4);
  return Array.from({ length: dice.between(2, 3) }, (_, n): Docketed => {
    const text = `MINUTE ENTRY before Judge Ada B. Cormorant: ${held[same ? 0 : n]} held. (kw)`;
    return { filedOn: enteredOn, enteredOn, number: null, linked: false, text, labels: ['Minute Entry'] };
  });
}

/** What the docket says where another judge takes the case. */
export const reassignment =
  'Case reassigned to Judge Bo Dunlin. Judge Ada B. Cormorant no longer assigned to the case.';

/** Told under a name that says nothing of its words, as courts do. */
const reassigned = (enteredOn: string): Docketed => ({
  filedOn: enteredOn,
  enteredOn,
  number: null,
  linked: false,
  text: reassignment,
  labels: ['Add and Terminate Judges'],
});

/** So many moments within a clerk's day, in order. */
function momentsOf(date: DateTime, count: number, dice: Dice): readonly number[] {
  const open = date.set({ hour: 8 }).toMillis();
  return Array.from({ length: count }, () => open + dice.between(0, 10 * 3_600) * 1_000).sort((a, b) => a - b);
}

type Said = Omit<EntryState, 'since'>;

/** What may be done to an entry that has a number, one of which is done to one in six. */
const deeds: readonly [(said: Said, since: number) => Said, ...((said: Said, since: number) => Said)[]] = [
  (said, since) => ({
    ...said,
    text: `${said.text} Modified on ${DateTime.fromMillis(since).toFormat('L/d/yyyy')} (kw).`,
  }),
  (said) => ({ ...said, document: null, text: `(SEALED) ${said.text}` }),
  (said) => ({ ...said, text: `***STRICKEN*** ${said.text}` }),
  (said) => ({ ...said, document: null, text: `***FILED IN ERROR*** ${said.text}` }),
];

interface Docketing {
  readonly at: number;
  readonly sequence: number;
  /** Whether no other entry of the day is in the same words. */
  readonly alone: boolean;
  readonly labels: readonly string[];
}

/** The states of a row. What only its words name keeps them, or nothing would tell that it is the same; so do twins in words. */
function statesOf(
  { number, linked, text }: Pick<SheetRow, 'number' | 'linked' | 'text'>,
  { at, sequence, alone, labels }: Docketing,
  dice: Dice,
): LifeEntry['states'] {
  const said: Said = { number, document: linked ? String(90_000_000 + sequence) : null, text };
  if (number === null || !alone) return [{ since: at, ...said }];
  if (labels.length === 1 && dice.oneIn(8)) {
    const numberedAt = at + dice.between(10 * minute, 3 * day);
    return [
      { since: at, number: null, document: null, text },
      { since: numberedAt, ...said },
    ];
  }
  if (!dice.oneIn(6)) return [{ since: at, ...said }];
  const since = at + dice.between(hour, 30 * day);
  return [
    { since: at, ...said },
    { since, ...dice.pick(deeds)(said, since) },
  ];
}
