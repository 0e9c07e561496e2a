/** What CM/ECF says instead of showing a docket. */
const phrases: readonly string[] = [
  'The report may take a long time to run because this case has many docket entries',
  'The page ID does not exist. Please enter a valid page ID number.',
  'There are no documents in this case.',
  'Incomplete request. Please try your query again by choosing the Query or Reports option',
  "To accept charges shown below, click on the 'View Report' button",
  '*** This case was administratively closed.***',
  'The start date must be less than or equal to the end date',
  'The starting document number must be less than or equal to the ending document number',
  'Case not found.',
  'Either you do not have permission to view the document, or the document does not exist in the case.',
  'Format: text',
  'Server timeout waiting for the HTTP request from the client.',
  'This case is in the process of being opened, please check back later for additional information.',
  'Submission already made, please wait for response from server',
];

/** A phrase as a pattern: pages break their lines where they like. */
const pattern = (phrase: string): string => phrase.replace(/[.*()]/g, String.raw`\$&`).replace(/ /g, String.raw`\s+`);

/** One pattern, in the letter case of CM/ECF: looking for each phrase, or in any case, takes many times as long. */
export const refusal = new RegExp(
  [...phrases.map(pattern), String.raw`The\s+case\s+type\s+was[^\n]{0,200}but\s+it\s+must\s+be`].join('|'),
);

/** The words by which a page says that it shows no docket; `null` where it does not say so. */
export function refusalIn(html: string): string | null {
  return refusal.exec(html)?.[0].replace(/\s+/g, ' ').slice(0, 120) ?? null;
}
