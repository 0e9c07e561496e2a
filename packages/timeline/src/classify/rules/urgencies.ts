import type { UrgencyLevel } from '../urgency.js';

/** Matters on which a person's removal, detention or place can hang. */
const grave = new Set([
  'tro',
  'preliminary_injunction',
  'stay_of_removal',
  'habeas',
  'release',
  'bond_hearing',
  'no_removal',
  'no_transfer',
]);
const weighty = new Set([
  'class_certification',
  'dismissal',
  'stay_of_case',
  'judgment',
  'case',
  'appeal',
  'hearing',
  'report_and_recommendation',
  'order_to_show_cause',
]);

/** How urgent a tag is: what a court does to a grave matter before what a party asks. */
export function tagUrgency(tag: string): UrgencyLevel {
  const [matter = '', disposition] = tag.split('.');
  if (tag === 'order_to_show_cause.issued' || tag === 'appeal.mandate') return 'U1';
  const ruled = disposition !== 'opposed' && disposition !== 'sought' && disposition !== 'withdrawn';
  if (grave.has(matter)) return ruled ? 'U1' : 'U2';
  if (tag === 'filing.petition' || (weighty.has(matter) && ruled && tag !== 'hearing.held' && tag !== 'case.opened'))
    return 'U2';
  return 'U3';
}

/** Words that matter to an advocate, and are no tag. */
export interface Signal {
  readonly id: string;
  readonly about: string;
  readonly level: UrgencyLevel;
  /** One word of each choice has to be in the entry. */
  readonly words: readonly (readonly string[])[];
}

const signal = (id: string, about: string, ...words: readonly string[]): Signal => ({
  id,
  about,
  level: 'U1',
  words: words.map((choice) => choice.split('|')),
});

export const signals: readonly Signal[] = [
  signal(
    'deported',
    'mail came back because someone was removed or is no longer held',
    'mail',
    'returned|undeliverable',
    'deported|custody|released',
  ),
  signal(
    'transfer_intended',
    'the government announces a transfer or removal',
    'notice',
    'intent|intention',
    'transfer|remove|removal|deport',
  ),
  signal('custody_reported', 'a report of where someone is held', 'status', 'report', 'custody'),
  signal('contempt', 'an order is said not to be obeyed', 'contempt|enforce|noncompliance', 'motion|order|respondents'),
  signal('mandate_recalled', 'a mandate is taken back: what it ended lives again', 'mandate', 'recalled'),
];
