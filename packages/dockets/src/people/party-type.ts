import { titleCase } from '../text/title-case.js';

/** Spellings of one type, in lower case, in the order they are looked for. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/defendant\s+\(\d+\)/g, 'defendant'],
  [/debtor\s+\d+/g, 'debtor'],
  [/thirdparty|3rd pty|3rd party/g, 'third party'],
  [/fourthparty|4th pty|4th party/g, 'fourth party'],
  [/counter-(?=defendant|claimaint)/g, 'counter '],
  [/\bus\b|u\. s\.|united states/g, 'u.s.'],
  [/jointadmin/g, 'jointly administered'],
  [/consolidated-debtor/g, 'consolidated debtor'],
  [/(plaintiff|defendant)-? consolidated/g, 'consolidated $1'],
  [/intervenor-plaintiff|intervenor pla\b/g, 'intervenor plaintiff'],
  [/intervenor dft\b/g, 'intervenor defendant'],
];

/** A type of party in one spelling: `Defendant (1)` → `Defendant`, `3rd Pty Plaintiff` → `Third Party Plaintiff`. */
export function partyType(printed: string): string {
  const text = spellings.reduce(
    (type, [pattern, spelling]) => type.replace(pattern, spelling),
    printed.trim().toLowerCase(),
  );
  return titleCase(text);
}
