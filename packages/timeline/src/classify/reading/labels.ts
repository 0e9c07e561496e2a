/** Words that are a tag by themselves. */
import type { Voice } from '../rules/documents.js';
import type { LabelRule } from '../rules/label-rule.js';
import type { Entry } from './entry.js';
import type { Match } from './phrases.js';
import { labelWords } from './senses.js';

/** Where an entry only supposes: from "why" or "recommended" until it orders something or the sentence stops. */
function supposedIn({ sentences }: Entry): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  let open = false;
  for (const { items, to, stops } of sentences) {
    for (const { sense, from } of items) {
      if (sense?.is === 'recommends' && !open) found.push({ from, to });
      if (sense?.is === 'recommends') open = true;
      else if (sense?.is === 'orders' && open) [found.at(-1)!.to, open] = [from, false];
    }
    if (open) found.at(-1)!.to = to;
    if (stops) open = false;
  }
  return found;
}

/** Finds all labels in an entry in which this voice speaks. */
export function readLabels(entry: Entry, voice: Voice): readonly Match<LabelRule>[] {
  const { tokens, appellate } = entry;
  const supposed = supposedIn(entry);
  const found: Match<LabelRule>[] = [];
  for (let at = 0; at < tokens.length;) {
    const match = labelWords.at(tokens, at);
    const holds =
      match !== null &&
      match.means.in.includes(voice) &&
      (match.means.appellate !== true || appellate) &&
      !supposed.some(({ from, to }) => from < match.from && match.from < to) &&
      tokens[at - 1]?.word !== 'proposed';
    if (holds) found.push(match);
    at = holds ? match.to : at + 1;
  }
  return found;
}
