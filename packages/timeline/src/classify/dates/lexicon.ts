/**
 * The words that tell what a date of a docket entry means, each with its part in the grammar of `mentions.ts`. All
 * other words only stand between these.
 */

const classes = {
  /** What is heard. */
  HEARING:
    'hearing hearings conference conferences argument arguments trial trials sentencing sentencings arraignment ' +
    'teleconference teleconferences videoconference videoconferences mediation presentment inquest colloquy proceedings hrg conf',
  /** What may be heard, or is only asked for; a hearing where another word says so. */
  MATTER: 'motion motions matter matters application applications petition petitions case stipulation stipulations',
  /** What has a last day. */
  DEADLINE: 'deadline deadlines cutoff cutoffs restriction',
  /** What is filed or served: a last day where another word says so. */
  PAPER:
    'designation designations disclosure disclosures discovery schedule statement report reports brief briefs response ' +
    'responses reply replies objection objections opposition answer answers deposition depositions redaction ' +
    'list lists memorandum pleading pleadings proof',
  DUE: 'due expire expires closes ends',
  SET: 'set scheduled calendared noticed commence commences convene called',
  SETTING: 'setting sets scheduling schedules calendaring calendars noticing',
  RESET:
    'reset rescheduled continued advanced moved adjourned postponed renoticed recalendared deferred extended enlarged changed ' +
    'accelerated',
  RESETTING:
    'resetting resets rescheduling reschedules continuing continues advancing advances moving moves adjourning adjourns ' +
    'postponing postpones extending extends enlarging changing',
  VACATED: 'vacated cancelled canceled stricken struck',
  VACATING: 'vacating vacates cancelling canceling cancels striking strikes',
  /** Asks for a change, or makes it: `Motion to Continue`, `continuance`. */
  TO_RESET:
    'continue reschedule adjourn advance move postpone extend continuance adjournment postponement extension ' +
    'enlarge change',
  TO_VACATE: 'vacate cancel strike',
  HOLD: 'hold conduct hear',
  HELD: 'held heard argued conducted completed concluded began begun',
  BY: 'by',
  UNTIL: 'until till through thru than before including',
  REQUEST: 'request requests requested requesting seeks seeking asks asking proposes propose',
  GRANT: 'granting grants granted allowing allowed approving approved ordered ordering orders directed directing',
  DENY: 'denying denies denied overruling',
  /** A date that follows tells when something was done with a paper. */
  RECORD:
    'entered filed signed dated modified served edited executed issued received mailed docketed sent created posted ' +
    'returned lodged transmitted updated decided arrested emailed faxed opened',
  BE: 'is are be been was were hereby being',
  MUST: 'shall must may will would',
  SHOW: 'show',
  APPEAR: 'appear appears',
  JUDGE: 'judge judges hon honorable justice',
  TRANSCRIPT: 'transcript transcripts',
  AND: 'and or but',
  PREPOSITION: 'of for to re regarding on in as concerning with about at',
} as const;

/** What a word does. */
export type WordClass = keyof typeof classes;

const lexicon: ReadonlyMap<string, WordClass> = new Map(
  Object.entries(classes).flatMap(([name, words]) =>
    words.split(' ').map((word) => [word, name as WordClass] as const),
  ),
);

/** What a word in lower case does; of a compound that is not known (`re-set`, `tele-conference`, `cut-off`) its whole, then its last part. */
export function classOf(word: string): WordClass | null {
  const known = lexicon.get(word);
  if (known || !word.includes('-')) return known ?? null;
  return lexicon.get(word.replaceAll('-', '')) ?? lexicon.get(word.slice(word.lastIndexOf('-') + 1)) ?? null;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const weekdays: ReadonlyMap<string, number> = new Map(
  'monday tuesday wednesday thursday friday saturday sunday'
    .split(' ')
    .flatMap((name, index) => [name, name.slice(0, 3), name.slice(0, 4)].map((form) => [form, index + 1] as const)),
);

export const months: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, index) => [name, name.slice(0, 3), name.slice(0, 4)].map((form) => [form, index + 1] as const)),
);

/** Words with a full stop that ends no sentence; those of one or two letters are not listed. */
export const abbreviations = setOf(
  'hon mag dist nos doc docs def defs pet resp fed civ proc app cir sec inc corp ltd dept esq ctrm crtrm bldg flr ave blvd ' +
    'mrs rev atty tel ext jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inv attach',
);

/** Words before `hearing`, `conference` and the like that belong to their name. */
export const kindWords = setOf(
  'status scheduling case management initial final further pretrial pre-trial settlement planning motion motions evidentiary show cause ' +
    'oral jury bench telephone telephonic video videoconference zoom bond bail detention preliminary injunction tro temporary restraining ' +
    'order discovery markman claim construction plea change rule in-person fairness approval removal habeas merits revocation ' +
    'disposition sentencing competency mediation joint mandatory adr enac early neutral evaluation court non-jury remote phone ' +
    'supplemental class certification hearing trial identity release compliance review contempt summary judgment docket calendar ' +
    'dispositive daubert rule16 bankruptcy confirmation en banc pretrial/settlement ex parte chambers informal',
);

/** Printed zones of the United States. */
export const printedZones: ReadonlyMap<string, string> = new Map(
  (
    [
      ['America/New_York', 'et est edt eastern'],
      ['America/Chicago', 'ct cst cdt central'],
      ['America/Denver', 'mt mst mdt mountain'],
      ['America/Los_Angeles', 'pt pst pdt pacific'],
      ['America/Anchorage', 'akt akst akdt'],
      ['Pacific/Honolulu', 'hst'],
      ['Pacific/Guam', 'chst'],
    ] as const
  ).flatMap(([zone, names]) => names.split(' ').map((name) => [name, zone] as const)),
);

const numerals =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens: readonly (readonly [string, number])[] = [
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['forty-five', 45],
  ['forty-eight', 48],
  ['sixty', 60],
  ['seventy-two', 72],
  ['ninety', 90],
  ['twenty-one', 21],
  ['twenty-four', 24],
  ['twenty-eight', 28],
];

/** Numbers as orders write them out. */
export const numbers: ReadonlyMap<string, number> = new Map([
  ...numerals.split(' ').map((name, index) => [name, index + 1] as const),
  ...tens,
]);
