/** All rules of the classifier, for documentation: what finds what. */
import { acts } from './rules/acts.js';
import { documents } from './rules/documents.js';
import { labels } from './rules/labels.js';
import { matters } from './rules/matters.js';
import { rulings } from './rules/rulings.js';

/** Raised with every change of what texts are read as: what an older version has read is then read again. */
export const RULES_VERSION = 1;

/** A rule as evidence names it. */
export interface RuleText {
  /** `matter.tro`, `label.mandate`; a finding's `rule` holds one or two. */
  readonly id: string;
  readonly about: string;
  /** In the notation of `Lexicon`. */
  readonly phrases: readonly string[];
  /** What it yields: tags, or what it does to matters. */
  readonly yields: readonly string[];
}

const yieldsOf = (does: object): readonly string[] =>
  Object.entries(does).map(([kind, done]) => `${kind}: ${String(done)}`);

export const rules: readonly RuleText[] = [
  ...matters.map(({ id, about, phrases, tag = id, ifGranted }) => ({
    id: `matter.${id}`,
    about,
    phrases,
    yields: ifGranted === undefined ? [`${tag}.*`] : [`${tag}.*`, `granted: ${ifGranted}`],
  })),
  ...rulings.map(({ id, about, phrases, active, modifiers = [], does }) => ({
    id: `ruling.${id}`,
    about,
    phrases: [...active, ...phrases, ...modifiers],
    yields: yieldsOf(does),
  })),
  ...documents.map(({ id, about, phrases, tag, toMotions, voice }) => ({
    id: `document.${id}`,
    about,
    phrases,
    yields: [
      `voice: ${voice}`,
      ...(tag === undefined ? [] : [tag]),
      ...(toMotions === undefined ? [] : [`motions: ${toMotions}`]),
    ],
  })),
  ...acts.map(({ id, about, phrases, forbidden, commanded }) => ({
    id: `act.${id}`,
    about,
    phrases,
    yields: [
      ...(forbidden === undefined ? [] : [`forbidden: ${forbidden}`]),
      ...(commanded === undefined ? [] : [`commanded: ${commanded}`]),
    ],
  })),
  ...labels.map(({ id, about, phrases, tags, voids }) => ({
    id: `label.${id}`,
    about,
    phrases,
    yields: voids === undefined ? tags : [...tags, `voids: ${voids}*`],
  })),
];
