/** What clerks of trial courts choose for entries whose texts begin so: facts of many dockets with their feeds. */
const vocabulary: readonly (readonly [RegExp, string])[] = [
  [/^(?:electronic |amended )?minute (?:entry|order)/i, 'Minute Entry'],
  [/^minutes/i, 'Minutes'],
  [/^(?:text|docket|paperless|electronic)(?: only)? order/i, 'Order'],
  [/^order on/i, 'Order on Motion'],
  [/^order (?:granting|denying)/i, 'Order on Motion'],
  [/^order/i, 'Order'],
  [/^reset/i, 'Reset Deadlines'],
  [/^set/i, 'Set Deadlines'],
  [/^case (?:re)?assigned/i, 'Case Assigned/Reassigned'],
  [/^judge/i, 'Add and Terminate Judges'],
];

/** The short description of an entry: from the vocabulary, else what its text begins with. */
export function labelOf(text: string): string {
  const known = vocabulary.find(([form]) => form.test(text))?.[1];
  return known ?? (/^[A-Za-z][A-Za-z ]{3,39}(?![A-Za-z])/.exec(text)?.[0].trim() || 'Docket Entry');
}
