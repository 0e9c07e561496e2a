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

const small = /^(?:a|an|and|as|at|by|for|from|in|of|on|or|re|the|to|with)$/;

/** The short description of an entry: from the vocabulary, else what its text begins with, written as a title. */
export function labelOf(text: string): string {
  const known = vocabulary.find(([form]) => form.test(text))?.[1];
  if (known !== undefined) return known;
  const words = (/^[A-Za-z ]{4,40}(?![A-Za-z])/.exec(text)?.[0] ?? '').toLowerCase().split(' ').filter(Boolean);
  while (words.length > 0 && small.test(words.at(-1)!)) words.pop();
  return (
    words.map((word) => (small.test(word) ? word : word[0]!.toUpperCase() + word.slice(1))).join(' ') || 'Docket Entry'
  );
}
