/** The case names of juriscraper, whose normal form strips what a caption says of the parties' roles. */

const role = [
  'appell(?:ants?|ees?)',
  'petitioners?',
  'respondents?',
  'plaintiffs?',
  'defendants?',
  'claimants?',
  'complainants?',
];
const roles = new RegExp(
  String.raw`(?<![\w-])(?:(?:cross-?\s?|counter-?\s?)?(?:${role.join('|')})|executor|executrix|devisee|deceased)(?:[,.](?=\s|$)|(?![\w-]))`,
  'gi',
);
const unitedStates = /^(?:USA|U\.\s?S\.\s?A\.?|US|U\.\s?S\.?|(?:The )?United States(?: of America)?)$/i;

/** Trims what stands around ` v. `, drops `*` and `#`, straightens quotes, and makes white space single. */
export function cleanCaseName(text: string): string {
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[*#]/g, '')
    .split(' v. ')
    .map((side) => side.replace(/^[-–_/;,\s]+/, '').replace(/(?<![-–_/;,\s])[-–_/;,\s]+$/, ''))
    .join(' v. ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The normal form of a case name: one ` v. `, no party roles, no `et al`, `United States` in full. */
export function harmonizeCaseName(caption: string): string {
  const text = caption
    .replace(/\s+(?:vs\.?|v)\s+/g, ' v. ')
    .replace(roles, '')
    .replace(/\s+/g, ' ');
  // In this order: a side "USA et al" is not exactly the United States, and stays as it is printed.
  const sides = text
    .split(' v. ')
    .map((side) => (unitedStates.test(side.trim()) ? 'United States' : side))
    .map((side) => side.replace(/\bThe State\b/g, 'State').replace(/,?\s+et al\b\.?/gi, ''));
  return cleanCaseName(sides.join(' v. ').replace(/^Nos?\.\s+/i, ''));
}
