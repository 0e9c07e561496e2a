/** What a court forbids or commands to be done to people, in words that name no motion. */
import type { Act } from '../rules/acts.js';
import type { Entry } from './entry.js';
import type { Outcome } from './outcome.js';
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
  for (let at = sentence.from; at < sentence.to;) {
    const match = grammarOfCommands.at(tokens, at);
    const { word } = tokens[at]!;
    if (word === 'why' || word === 'recommended' || word === 'should' || word === 'event') break;
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
  const restrained = mode === 'forbids' && isMade.has(tokens[since - 1]?.word ?? '') ? restraint(sentence, since) : [];
  // "shall provide a bond hearing or release Petitioner": the release is only what else could be done.
  const hearing = acts.some(({ act }) => act.id === 'bond_hearing');
  const orders = acts
    .filter(({ act }) => (persons > 0 || !act.toPeople) && !(hearing && act.id === 'release'))
    .map(({ act, forbidden, from, to }) => ({
      tags: [(forbidden ? act.forbidden : act.commanded)!],
      rule: `act.${act.id}`,
      from,
      to,
      confidence: 0.85,
    }));
  return [...restrained, ...orders];
}

/** "good cause having been shown for a temporary restraining order, Defendants are enjoined": the order is made. */
const isMade = new Set(['is', 'are', 'hereby']);
function restraint({ items, named }: Sentence, since: number): readonly Outcome[] {
  const order = named.find(({ matter, asked, from }) => matter.id === 'tro' && !asked && items[from]!.from < since);
  if (order === undefined) return [];
  const { from } = items[order.from]!;
  return [{ tags: ['tro.granted'], rule: 'matter.tro act.restrain', from, to: since + 1, confidence: 0.8 }];
}
