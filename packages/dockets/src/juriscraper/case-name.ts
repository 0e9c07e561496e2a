/** The case names of juriscraper, whose normal form strips what a caption says of the parties' roles. */

const role = 'appell(?:ee|ant)s?|claimants?|complainants?|defendants?|petitioners?|pet\\.|plaintiffs?|respond[ea]nts?';
/** Whole words, a comma or full stop behind them included. */
const roles = new RegExp(
  String.raw`(?<!\S)(?:(?:cross[-/]-?)?(?:${role})(?:[-/]-?(?:${role}))?|devisee|executor|executrix|deceased)[,.]?(?!\S)`,
  'gi',
);
const unitedStates = /^(?:USA|U\.\s?S\.\s?A\.?|U\.\s?S\.?|(?:The )?United States of America|The United States)[,.]?$/i;

/** One side of a case name: the United States in full, the State without its article. */
function sideName(side: string): string {
  if (unitedStates.test(side) || side === 'US') return 'United States';
  return side.toLowerCase() === 'the state' ? 'State' : side;
}

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
    .replace(/\s+vs\.?\s+/gi, ' v. ')
    .replace(/\s+v\s+/g, ' v. ')
    .replace(roles, '')
    .replace(/\s+/g, ' ');
  // In this order: a side "USA et al" is not exactly the United States, and stays as it is printed.
  const sides = text.split(' v. ').map((side) => sideName(side.trim()));
  const name = sides.join(' v. ').replace(/,?\s+et\.?\s+al\b\.?/gi, '');
  return cleanCaseName(name.replace(/^Nos?\.\s+/, ''));
}
