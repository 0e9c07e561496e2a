/** The words of all rules, as lexicons: made once, when the module is loaded; a phrase with two meanings is refused. */
import { acts, commanding, forbidding, people, type Act } from '../rules/acts.js';
import { documents, type DocumentRule } from '../rules/documents.js';
import type { LabelRule } from '../rules/label-rule.js';
import { labels } from '../rules/labels.js';
import { matters, type Matter } from '../rules/matters.js';
import { rulings, type Ruling } from '../rules/rulings.js';
import { motionWords, words, type Role } from '../rules/words.js';
import { Lexicon } from './phrases.js';

/** What a phrase is in the grammar of rulings. */
export type Sense =
  | { readonly is: 'matter'; readonly matter: Matter }
  | { readonly is: 'ruling'; readonly ruling: Ruling; readonly form: 'active' | 'passive' | 'modifier' }
  | { readonly is: 'motion' }
  | { readonly is: Role };

/** What a phrase is in the grammar of commands. */
export type ActSense = { readonly is: 'act'; readonly act: Act } | { readonly is: 'forbids' | 'commands' | 'person' };

function addAll<T>(lexicon: Lexicon<T>, phrases: readonly string[], means: T): void {
  for (const phrase of phrases) lexicon.add(phrase, means);
}

function grammar(): Lexicon<Sense> {
  const lexicon = new Lexicon<Sense>();
  for (const matter of matters) addAll(lexicon, matter.phrases, { is: 'matter', matter });
  for (const ruling of rulings) {
    addAll(lexicon, ruling.active, { is: 'ruling', ruling, form: 'active' });
    addAll(lexicon, ruling.phrases, { is: 'ruling', ruling, form: 'passive' });
    addAll(lexicon, ruling.modifiers ?? [], { is: 'ruling', ruling, form: 'modifier' });
  }
  addAll(lexicon, motionWords, { is: 'motion' });
  for (const role of Object.keys(words) as Role[]) addAll(lexicon, words[role], { is: role });
  return lexicon;
}

function commands(): Lexicon<ActSense> {
  const lexicon = new Lexicon<ActSense>();
  for (const act of acts) addAll(lexicon, act.phrases, { is: 'act', act });
  addAll(lexicon, forbidding, { is: 'forbids' });
  addAll(lexicon, commanding, { is: 'commands' });
  addAll(lexicon, people, { is: 'person' });
  return lexicon;
}

function ofRules<T extends { readonly phrases: readonly string[] }>(rules: readonly T[]): Lexicon<T> {
  const lexicon = new Lexicon<T>();
  for (const rule of rules) addAll(lexicon, rule.phrases, rule);
  return lexicon;
}

export const grammarOfRulings = grammar();
export const grammarOfCommands = commands();
export const documentNames: Lexicon<DocumentRule> = ofRules(documents);
export const labelWords: Lexicon<LabelRule> = ofRules(labels);
