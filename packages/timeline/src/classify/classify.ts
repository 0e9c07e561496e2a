import type { Finding } from './finding.js';
import { readJudge } from './judge.js';
import { readCommands } from './reading/commands.js';
import { readEntry, type DocumentPart, type Entry } from './reading/entry.js';
import { readFiling } from './reading/filings.js';
import { readLabels } from './reading/labels.js';
import { readRulings, type Outcome } from './reading/rulings.js';
import { readRefs } from './refs.js';
import type { Voice } from './rules/documents.js';

/** What is known of an entry's words. */
export interface ClassifyInput {
  /** The docket text; `null` where only a feed's short descriptions are known. */
  readonly text: string | null;
  readonly labels?: readonly string[] | null;
  /** Court id, as in the court table; `null` where it is not known. */
  readonly court: string | null;
}

export interface Classification {
  readonly tags: readonly string[];
  readonly findings: readonly Finding[];
  readonly refs: readonly number[];
  readonly judge: string | null;
}

export function classify({ text, court }: ClassifyInput): Classification {
  const entry = readEntry(text ?? '', court);
  const voice: Voice = entry.documents[0]?.document.voice ?? 'court';
  const found = dedupe(entry, text ?? '', voice === 'party' ? filing(entry) : ruling(entry, voice));
  return { tags: [...new Set(found.map(({ tag }) => tag))], findings: found, refs: readRefs(entry), judge: readJudge(entry) };
}

function filing(entry: Entry): readonly Outcome[] {
  const parts = entry.documents.flatMap((part) => readFiling(entry, part));
  const behind = entry.sentences.filter(({ from }) => from >= entry.documents.at(-1)!.to);
  const noticed = readRulings(entry, behind).filter(({ tags }) => tags.includes('hearing.set'));
  return [...parts, ...noticed, ...labelsOf(entry, ['party'])];
}

function ruling(entry: Entry, voice: Voice): readonly Outcome[] {
  const document = entry.documents[0];
  const own = document ? ownTag(document) : [];
  if (document?.document.id === 'report_and_recommendation') {
    const hearings = readRulings(entry, entry.sentences).filter(({ tags }) => tags.every((tag) => tag.startsWith('hearing.')));
    return [...own, ...hearings, ...labelsOf(entry, [voice]).filter(({ tags }) => tags[0]!.startsWith('administrative.'))];
  }
  const commands = voice === 'court' ? readCommands(entry) : [];
  return [...own, ...readRulings(entry, entry.sentences), ...commands, ...labelsOf(entry, [voice])];
}

const ownTag = ({ document, from }: DocumentPart): readonly Outcome[] =>
  document.tag === undefined ? [] : [{ tags: [document.tag], rule: `document.${document.id}`, from, to: from + 1, confidence: 0.92 }];

const labelsOf = (entry: Entry, voices: readonly Voice[]): readonly Outcome[] =>
  readLabels(entry, voices).map(({ means, from, to }) => ({ tags: means.tags, rule: `label.${means.id}`, from, to, confidence: means.confidence }));

function dedupe({ tokens }: Entry, text: string, outcomes: readonly Outcome[]): readonly Finding[] {
  const findings = outcomes.flatMap(({ tags, rule, from, to, confidence }) => {
    const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
    return tags.map((tag) => ({ tag, rule, start, end, words: text.slice(start, end), confidence }));
  });
  const best = new Map<string, Finding>();
  for (const finding of findings) if (finding.confidence > (best.get(finding.tag)?.confidence ?? 0)) best.set(finding.tag, finding);
  const voided = findings.find(({ rule }) => rule === 'label.void');
  return voided ? [voided] : [...best.values()];
}
