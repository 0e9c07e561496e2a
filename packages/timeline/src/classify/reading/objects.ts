/** What a sentence is about: the motions and other matters that it names, in what order and how deep. */
import { matters, type Matter } from '../rules/matters.js';
import type { Item } from './sentences.js';

/** One matter as a sentence names it. */
export interface Named {
  readonly matter: Matter;
  /** Whether a motion asks for it, and it is not there itself. */
  readonly asked: boolean;
  /** Half-open, in items of the sentence. */
  readonly from: number;
  readonly to: number;
  /** How it stands: by itself, beside the one before it, or within another one ("Response to Motion"). */
  readonly stands: 'alone' | 'beside' | 'within';
  /** A word for a motion, without a word of what it asks for. */
  readonly bare: boolean;
  /** Within another matter, beside one that is, too ("re 17 MOTION to Seal, 7 MOTION to Strike"). */
  readonly chained: boolean;
}

export const otherMotion: Matter = matters.find(({ id }) => id === 'other_motion')!;

export const hearing: Matter = matters.find(({ id }) => id === 'hearing')!;

/** How far behind a motion's name its purpose is looked for, past who filed it; in items. */
const farthestPurpose = 60;

/** Names all matters of a sentence, in its order. */
export function namedIn(items: readonly Item[]): readonly Named[] {
  const named: Named[] = [];
  for (let at = 0; at < items.length;) {
    const { sense } = items[at]!;
    if (sense?.is === 'motion') {
      const before = named.at(-1);
      const beside = standing(items, at, 'motion');
      const chained = beside === 'beside' && before?.asked === true && before.stands === 'within';
      const stands = chained ? 'within' : beside;
      const motion = purposes(items, at);
      const last = named.at(-1);
      // "TRO Motion", "preliminary injunction motion": what is asked for stands before.
      if (motion.bare && last && last.to === at && !last.asked && isAskable(last.matter)) {
        named[named.length - 1] = { ...last, asked: true, to: at + 1 };
      } else {
        motion.asked.forEach((matter, index) =>
          named.push({
            matter,
            asked: true,
            from: at,
            to: motion.to,
            stands: index === 0 || stands === 'within' ? stands : 'beside',
            bare: motion.bare,
            chained: chained || (index > 0 && stands === 'within'),
          }),
        );
      }
      at = motion.to;
    } else {
      if (sense?.is === 'matter' && sense.matter.kind !== 'nothing') {
        const stands = standing(items, at, 'matter');
        named.push({ matter: sense.matter, asked: false, from: at, to: at + 1, stands, bare: false, chained: false });
      }
      at += 1;
    }
  }
  return named;
}

/** The end of another motion that CM/ECF runs on from ("MOTION to Suppress Evidence MOTION to Dismiss"). */
const isPlain = ({ sense, capitals }: Item): boolean => sense === null && !capitals;

/** By the first word before it that is neither a name nor an adornment. */
function standing(items: readonly Item[], at: number, as: 'motion' | 'matter'): Named['stands'] {
  if (as === 'motion' && at > 0 && items[at]!.capitals && isPlain(items[at - 1]!)) return 'beside';
  for (let before = at - 1; before >= 0; before -= 1) {
    const is = items[before]!.sense?.is;
    if (is === 'joins') return 'beside';
    if (is === 'names' || is === 'asks') return 'within';
    if (is === 'ruling' || is === 'maybe') return qualifies(items, before) ? 'within' : 'alone';
    // CM/ECF runs motions together ("MOTION to Stay MOTION to Certify Class"); what else follows is an object of theirs.
    if (is === 'motion' || is === 'matter') return as === 'motion' ? 'beside' : 'within';
  }
  return 'alone';
}

/** "the judgment granting fees", "the rescheduling of": what something did or is, not what this entry does. */
export function qualifies(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  return (
    before?.word === 'the' || (at > 1 && before?.sense?.is === 'matter' && before.sense.matter.kind === 'judgment')
  );
}

/** What a motion asks for. */
function purposes(
  items: readonly Item[],
  at: number,
): { readonly asked: readonly Matter[]; readonly to: number; readonly bare: boolean } {
  const near = purposeAt(items, at + 1);
  if (near !== null) return { ...near, bare: false };
  for (let far = at + 1; far < Math.min(items.length, at + farthestPurpose); far += 1) {
    const is = items[far]!.sense?.is;
    if (is === 'ruling' || is === 'motion') break;
    const purpose = is === 'asks' || is === 'names' ? purposeAt(items, far, true) : null;
    if (purpose !== null) return { ...purpose, bare: false };
  }
  return { asked: [otherMotion], to: at + 1, bare: true };
}

/** The matters behind "for" or "to"; another motion where they are none that the rules know. */
function purposeAt(
  items: readonly Item[],
  at: number,
  known = false,
): { readonly asked: readonly Matter[]; readonly to: number } | null {
  if (!introduces(items, at)) return null;
  const asked: Matter[] = [];
  let to = at;
  for (let from = at; ;) {
    let next = skipFills(items, introduces(items, from) ? from + 1 : from);
    const matter = matterAt(items, next);
    if (matter !== null) next += 1;
    else if (known || (asked.length > 0 && !introduces(items, from))) break;
    // "for a restraining order and an order to show cause": the second is not asked for by itself.
    if (matter?.kind === 'show_cause' && asked.length > 0) break;
    asked.push(matter === null || !isAskable(matter) ? otherMotion : matter);
    to = next;
    const joined = skipJoins(items, to);
    if (joined === to) break;
    from = joined;
  }
  return asked.length === 0 ? null : { asked, to };
}

/** "for", "to": not "on" or "by", which name whose motion it is. */
function introduces(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item?.sense?.is === 'asks') return true;
  return item?.sense?.is === 'names' && item.word === 'to';
}

const matterAt = (items: readonly Item[], at: number): Matter | null => {
  const sense = items[at]?.sense;
  return sense?.is === 'matter' ? sense.matter : null;
};

/** Whether a motion can ask for it by this name. */
const isAskable = ({ kind, tag, id }: Matter): boolean =>
  kind === 'relief' || kind === 'request' || kind === 'petition' || id === 'bond_hearing' || tag !== undefined;

function skipFills(items: readonly Item[], at: number): number {
  let next = at;
  while (items[next]?.sense?.is === 'fills') next += 1;
  return next;
}

function skipJoins(items: readonly Item[], at: number): number {
  let next = at;
  while (['joins', 'alternative'].includes(items[next]?.sense?.is ?? '') && items[next]!.word !== 'that') next += 1;
  return next;
}
