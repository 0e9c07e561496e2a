import type { CourtKind } from '../courts/court.js';
import type { NoticedCase, NoticeSystem } from './court-notice.js';

/** What a subject is read against. */
export interface SubjectContext {
  readonly system: NoticeSystem;
  readonly kind: CourtKind;
  readonly cases: readonly Pick<NoticedCase, 'caption' | 'printedNumber'>[];
  readonly documents: readonly string[];
}

/** A subject names one case, or a few of those that the mail names. */
const mostNamed = 20;

/** The short description of the entry that a subject gives; `null` where there is none in it. */
export function labelOf(subject: string, context: SubjectContext): string | null {
  const label = subjectLabel(subject, { ...context, cases: context.cases.slice(0, mostNamed) }).trim();
  return label === '' ? null : label;
}

function subjectLabel(subject: string, { system, kind, cases, documents }: SubjectContext): string {
  if (system === 'ACMS') return acmsSubject(subject, cases[0]?.printedNumber ?? '')?.label ?? '';
  if (system === 'NDA') {
    // Of the court's own word for it and the filer's, the longer says more.
    const quoted = /"([^"]*)"/.exec(subject)?.[1] ?? '';
    const described = (documents[0] ?? '').replaceAll('_', ' ');
    return described.length > quoted.length ? described : quoted;
  }
  return kind === 'BANKRUPTCY' ? bankruptcyLabel(subject, cases) : afterCaption(subject, cases);
}

/** `Activity in Case 1:22-cv-90376-MWM Roe et al v. University Motion for Extension of Time` */
function afterCaption(subject: string, cases: SubjectContext['cases']): string {
  for (const { caption } of cases) {
    const at = caption === null ? -1 : subject.indexOf(caption);
    if (at >= 0) return subject.slice(at + caption!.length);
  }
  return '';
}

/** The entry's number that the subject of an ACMS mail gives, without leading zeros; `null` without one. */
export function entryNumberOf(subject: string, caseNumber: string): string | null {
  return acmsSubject(subject, caseNumber)?.entry?.replace(/^0+(?=\d)/, '') ?? null;
}

/** `Wren v. Sparrow 24-9883 - 030 - Notice of Appearance`, without number for some; a filing's id may end it. */
function acmsSubject(subject: string, caseNumber: string): { entry: string | undefined; label: string } | null {
  const at = caseNumber === '' ? -1 : subject.indexOf(` ${caseNumber} - `);
  if (at < 0) return null;
  const parts = subject.slice(at + caseNumber.length + 4).split(' - ');
  const entry = parts.length > 1 && /^\d+$/.test(parts[0]!) ? parts.shift() : undefined;
  if (parts.length > 1 && /^\d+$/.test(parts.at(-1)!)) parts.pop();
  return { entry, label: parts.join(' - ') };
}

const number = /(?<![\w:-])(?:\d[:-])?\d\d-(?:[a-z]{2}-)?\d{4,6}(?:-[A-Za-z]{0,5}\d{0,2}){0,2}(?![\w-])/g;
const chapter = /\bCh[- ]?(?:7|9|1[1-5])(?!\w)/gi;
/** What is left between number, chapter, name and label, or at their ends. */
const leftOver = /^[\s\-–;:,]+|(?: - (?:CH|AP))?[\s\-–;:,]+$|^NEF:\s*|\s+Re:?\s*$/gi;

/**
 * Each bankruptcy court orders the parts of a subject in its own way, and the label is what is left without them:
 * the case's number, its chapter, the debtor's name (cut after eighteen letters in many courts).
 */
function bankruptcyLabel(subject: string, cases: SubjectContext['cases']): string {
  const quoted = /^Multiple Cases "(.*)"/.exec(subject)?.[1] ?? subject;
  let text = quoted.replace(number, ' ').replace(chapter, ' ');
  for (const name of cases.flatMap(({ caption }) => namesOf(caption ?? ''))) text = withoutName(text, name);
  text = text.replace(/\s+/g, ' ');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(leftOver, '').trim();
  }
  return text;
}

/** In letters. Shorter beginnings of a name are met in other words. */
const shortestName = 10;
const longestName = 120;

/** The caption, and each of two debtors. */
function namesOf(caption: string): readonly string[] {
  const name = caption.slice(0, longestName);
  return [name, ...name.split(' and ').slice(0, 3)];
}

/** Takes out the name or, where a court cut it, as much of its beginning as is there. */
function withoutName(text: string, name: string): string {
  const place = text.toLowerCase();
  for (let length = name.length; length >= Math.min(name.length, shortestName) && length > 3; length -= 1) {
    const at = place.indexOf(name.slice(0, length).toLowerCase());
    if (at >= 0) return `${text.slice(0, at).replace(/\bChapter \d+ +$/, '')} ${text.slice(at + length)}`;
  }
  return text;
}
