/** What a court forbids or commands to be done to people, in words that name no motion. */
import type { Act } from '../rules/acts.js';
import type { Entry } from './entry.js';
import type { Outcome } from './rulings.js';
import { grammarOfCommands } from './senses.js';
import type { Sentence } from './sentences.js';

/** Reads the commands of an entry in which a court speaks. */
export function readCommands(entry: Entry): readonly Outcome[] {
  return entry.sentences.flatMap((sentence) => readSentence(entry, sentence));
}

function readSentence({ tokens }: Entry, sentence: Sentence): readonly Outcome[] {
  const acts: { readonly act: Act; readonly forbidden: boolean; readonly from: number; readonly to: number }[] = [];
  let mode: 'forbids' | 'commands' | null = null;
  let since = 0;
  let persons = 0;
  for (let at = sentence.from; at < sentence.to; ) {
    const match = grammarOfCommands.at(tokens, at);
    const { word } = tokens[at]!;
    if (word === 'why' || word === 'recommended' || word === 'should') break;
    if (match === null) {
      at += 1;
      continue;
    }
    const means = match.means;
    if (means.is === 'person') persons += 1;
    else if (means.is === 'act') {
      const forbidden = mode === 'forbids';
      const tag = mode === null ? undefined : forbidden ? means.act.forbidden : means.act.commanded;
      if (tag !== undefined) acts.push({ act: means.act, forbidden, from: since, to: match.to });
    } else {
      mode = means.is;
      since = at;
    }
    at = match.to;
  }
  if (persons === 0) return [];
  // "shall provide a bond hearing or release Petitioner": the release is only what else could be done.
  const hearing = acts.some(({ act }) => act.id === 'bond_hearing');
  return acts
    .filter(({ act }) => !(hearing && act.id === 'release'))
    .map(({ act, forbidden, from, to }) => ({
      tags: [(forbidden ? act.forbidden : act.commanded)!],
      rule: `act.${act.id}`,
      from,
      to,
      confidence: 0.85,
    }));
}
