/** The grammar of rulings: what is done to what, in one sentence after the other. */
import type { Matter } from '../rules/matters.js';
import type { Ruling } from '../rules/rulings.js';
import type { Entry } from './entry.js';
import { hearing, qualifies, type Named } from './objects.js';
import type { Outcome } from './outcome.js';
import type { Item, Sentence } from './sentences.js';

/** What a sentence leaves to the next one. */
interface Memory {
  /** What was last asked for: what "the motion is granted" is about. */
  asked: Matter | null;
  /** Whether it was said that what follows is only recommended, or has to be answered. */
  recommended: boolean;
}

/** An outcome as it is read; a word further on can still change it. */
interface Draft {
  ruling: Ruling;
  readonly named: Named;
  /** Where the word of the ruling stands, in items. */
  readonly at: number;
  readonly confidence: number;
}

/** Matters that one ruling is about, at most. */
const longestGroup = 12;

/** Rulings that may be told of a hearing that is only mentioned ("the record of the hearing held on …"). */
const ofDays = new Set(['hold', 'set']);

const outOf = { directly: 0.95, within: 0.8, byAnaphora: 0.75 };

/** Reads what is ruled in sentences of an entry. */
export function readRulings(entry: Entry, among: readonly Sentence[]): readonly Outcome[] {
  const memory: Memory = { asked: null, recommended: false };
  return among.flatMap((sentence) => {
    const drafts = readSentence(entry, sentence, memory);
    if (sentence.stops) memory.recommended = false;
    return outcomes(entry, sentence, drafts);
  });
}

function readSentence(entry: Entry, { items, named }: Sentence, memory: Memory): readonly Draft[] {
  const drafts: Draft[] = [];
  let upcoming = 0;
  let active: Ruling | null = null;
  let activeAt = 0;
  /** The first draft that a word further on can still change. */
  let open = 0;
  let fresh = false;
  let group: Named[] = [];
  let ruledUpon = false;
  let maybe = false;
  const draft = (ruling: Ruling, one: Named, at: number, confidence = outOf.directly): void => {
    const about = resolve(entry, items, one, memory);
    const sure = about.anaphora ? outOf.byAnaphora : confidence;
    drafts.push({ ruling, named: { ...one, matter: about.matter }, at, confidence: sure });
  };
  for (let at = 0; at < items.length; at += 1) {
    const { sense, word } = items[at]!;
    const one = named[upcoming];
    if (one?.from === at) {
      // Several matters can be named at one place: one motion for two reliefs.
      for (let next: Named | undefined = one; next?.from === at; next = named[(upcoming += 1)]) {
        if (active !== null && !memory.recommended && (next.stands !== 'within' || fresh))
          draft(active, next, activeAt);
        const grows = next.stands === 'beside' && !ruledUpon && group.at(-1)?.stands !== 'within';
        if (next.stands !== 'within') group = grows ? [...group.slice(-longestGroup), next] : [next];
        else if (group.length === 0) group = [next];
        if (next.stands !== 'within') ruledUpon = false;
        if (next.asked && !next.bare) memory.asked = next.matter;
      }
      fresh = false;
      at = Math.max(at, one.to - 1);
      continue;
    }
    if (sense?.is === 'maybe') maybe = true;
    else if (sense?.is === 'recommends') memory.recommended = true;
    else if (sense?.is === 'orders') memory.recommended = false;
    else if (word === ',') maybe = false;
    if (sense?.is !== 'ruling' || maybe || memory.recommended || isDenied(items, at)) continue;
    const { ruling, form } = sense;
    if (form === 'modifier') {
      for (const earlier of drafts.slice(open)) earlier.ruling = modified(earlier.ruling, ruling);
      open = drafts.length;
    } else if (form === 'active' || isSpokenBy(items, at)) {
      if (qualifies(items, at)) continue;
      [active, activeAt, open, fresh, group, ruledUpon] = [ruling, at, drafts.length, true, [], false];
    } else if (ruling.id !== 'issue' || items[at - 1]?.sense?.is === 'is') {
      if (group.length === 0 && at < 2 && isDated(entry, items[at]!)) group = [{ ...unnamed, from: at, to: at + 1 }];
      open = drafts.length;
      for (const ruled of group.filter(({ stands }) => stands !== 'within' || !ofDays.has(ruling.id)))
        draft(ruling, ruled, at, ruled.stands === 'within' ? outOf.within : outOf.directly);
      active = null;
      ruledUpon = true;
    }
  }
  return drafts;
}

/** "set for 1/11/2018 at 01:30 PM before Judge …": what is set for a day is a hearing. */
const unnamed = { matter: hearing, asked: false, stands: 'alone', bare: false, chained: false } as const;
const isDated = ({ tokens }: Entry, { to }: Item): boolean =>
  tokens[to]?.word === 'for' && tokens[to + 1]?.kind === 'number';

/** "the court granted": in the past, and what it granted follows. */
const isSpokenBy = (items: readonly Item[], at: number): boolean => items[at - 1]?.sense?.is === 'speaks';

/** "will not be granted", "may be reset": it has not happened. */
function isDenied(items: readonly Item[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    const is = items[before]!.sense?.is;
    if (is === 'not' || is === 'modal') return true;
    if (is !== 'is') return false;
  }
  return false;
}

/** "the motion is granted" is about what a motion asked for before, unless it has a number of its own. */
function resolve(
  entry: Entry,
  items: readonly Item[],
  one: Named,
  memory: Memory,
): { matter: Matter; anaphora: boolean } {
  if (!one.bare || memory.asked === null) return { matter: one.matter, anaphora: false };
  const { tokens } = entry;
  const item = items[one.from]!;
  const around = [tokens[item.from - 1], tokens[item.to], tokens[item.to + 1]];
  const numbered = around.some((token) => token?.kind === 'number' && token.word.length < 4);
  return numbered ? { matter: one.matter, anaphora: false } : { matter: memory.asked, anaphora: true };
}

/** "denying 5 Motion as moot", "granting 6 Motion in part". */
function modified(ruling: Ruling, by: Ruling): Ruling {
  const [mootness, part] = [by.id === 'deny_as_moot', by.id === 'grant_in_part'];
  return (mootness && ruling.id === 'deny') || (part && (ruling.id === 'grant' || ruling.id === 'deny')) ? by : ruling;
}

/** What a hearing comes to: of these, what is said last in a sentence. */
const turns = new Set(['hearing.reset', 'hearing.vacated']);

function outcomes(entry: Entry, { items }: Sentence, drafts: readonly Draft[]): readonly Outcome[] {
  const found = drafts.map((draft) => ({ ...draft, tags: tagsOf(draft.ruling, draft.named, entry.appellate) }));
  // "the hearing set for … is vacated", "vacated and reset to …"; a motion that was set and is ruled upon.
  const last = new Map<number, number>();
  const ruled = new Set<number>();
  found.forEach(({ named, tags }, index) => {
    if (turns.has(tags[0] ?? '')) last.set(named.from, index);
    else if (named.asked && tags.length > 0 && tags[0] !== 'hearing.set') ruled.add(named.from);
  });
  const isOverruled = ({ named, tags }: (typeof found)[number], index: number): boolean => {
    const turn = last.get(named.from);
    if (turns.has(tags[0] ?? '')) return turn !== index || ruled.has(named.from);
    return tags[0] === 'hearing.set' && (turn !== undefined || ruled.has(named.from));
  };
  return found
    .filter((one, index) => one.tags.length > 0 && !isOverruled(one, index))
    .map(({ ruling, named, at, confidence, tags }) => {
      const ends = [items[at]!, items[named.from]!, items[named.to - 1]!];
      const from = Math.min(...ends.map((item) => item.from));
      const to = Math.max(...ends.map((item) => item.to));
      return { tags, rule: `matter.${named.matter.id} ruling.${ruling.id}`, from, to, confidence };
    });
}

function tagsOf({ does }: Ruling, { matter, asked }: Named, appellate: boolean): readonly string[] {
  const kind = appellate && matter.id === 'petition' ? 'appeal' : matter.kind;
  const done = does[asked ? 'motion' : kind];
  if (done === undefined) return [];
  if (done === 'granted' && asked && matter.ifGranted !== undefined) return [matter.ifGranted];
  return done.includes('.') ? done.split(' ') : [`${matter.tag ?? matter.id}.${done}`];
}
