/** Words that are a tag by themselves. */
import type { Voice } from '../rules/documents.js';
import type { LabelRule } from '../rules/labels.js';
import type { Entry } from './entry.js';
import type { Match } from './phrases.js';
import { labelWords } from './senses.js';

/** Finds all labels in an entry in which these speak. */
export function readLabels({ tokens, appellate }: Entry, voices: readonly Voice[]): readonly Match<LabelRule>[] {
  const found: Match<LabelRule>[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = labelWords.at(tokens, at);
    const holds = match !== null && match.means.in.some((voice) => voices.includes(voice)) && (match.means.appellate !== true || appellate);
    if (holds) found.push(match);
    at = holds ? match.to : at + 1;
  }
  return found;
}
