import type { Rule } from './rule.js';

/**
 * What a court forbids or commands to be done to a person, in words that name no motion: "shall not be removed",
 * "are enjoined from transferring", "shall release".
 */
export interface Act extends Rule {
  readonly forbidden?: string;
  readonly commanded?: string;
  /** Whether the sentence has to name those to whom it is done. */
  readonly toPeople: boolean;
}

export const acts: readonly Act[] = [
  {
    id: 'remove',
    about: 'removing a person from the country',
    phrases: [
      'remove(d)',
      'removing',
      'deport(ed)',
      'deporting',
      'causing the removal',
      'effectuate|effectuating|executing|execute removal',
      'removal',
      'be removed|deported',
    ],
    forbidden: 'no_removal.granted',
    toPeople: true,
  },
  {
    id: 'transfer',
    about: 'moving a person to another place of detention',
    phrases: [
      'transfer',
      'transferred',
      'transferring',
      'causing the transfer',
      'relocate(d)',
      'relocating',
      'moved',
      'moving',
      'transfers',
    ],
    forbidden: 'no_transfer.granted',
    toPeople: true,
  },
  {
    id: 'release',
    about: 'letting a person out of detention',
    phrases: ['release(d)', 'releasing', 'release of', 'immediate release of'],
    commanded: 'release.granted',
    toPeople: true,
  },
  {
    id: 'bond_hearing',
    about: 'a hearing on bond before an immigration judge',
    phrases: ['bond|bail hearing', 'custody redetermination hearing', 'individualized bond|custody hearing'],
    commanded: 'bond_hearing.granted',
    toPeople: false,
  },
];

/** Words that forbid what follows them in the sentence. */
export const forbidding = [
  'shall|may|must|should not',
  'not to|be',
  'is|are|be not to',
  'enjoined|restrained|prohibited|barred|precluded',
  'enjoining|restraining|prohibiting|barring',
  'enjoins|restrains|prohibits|bars',
  'refrain from',
  'cannot',
] as const;

/** Words that command what follows them in the sentence. */
export const commanding = [
  'shall',
  'must',
  'ordered|directed|required to|released?',
  'directing|ordering|orders|directs|requires|requiring',
] as const;

/** Words for those who can be removed, moved or released. */
export const people = [
  'petitioner(s)',
  'plaintiff(s)',
  'class? member(s)',
  'detainee(s)',
  'noncitizen(s)',
  'alien(s)',
  'individual(s)',
  'person(s)',
  'him|her|them|he|she',
  'united states',
  'district|jurisdiction|country',
  'custody',
] as const;
