/** Pages that publishers show in place of what was asked for. */
import { VigilError } from '@vigil/errors';
import type { CapturedPage } from './define-source.js';
import { machineryMarks, spokenMarks, titleMarks, widgetMark, type Marks, type PageCondition } from './page-marks.js';

/** The marks lie in a page's head and first lines; the rest of a large page is not looked at. */
const examinedBytes = 256 * 1024;
/** In characters: an interposed page says less than this; a page with records says more. */
const shortText = 1_500;
/** In characters: beside a challenge's widget there is hardly a word. */
const widgetText = 300;

/** First elements by which a body is known as HTML; a feed, JSON or a PDF is never such a page. */
const htmlStart = /^(?:html|head|title|meta|link|script|style|body|center|table|div|form|font|img|h[1-6]|p|b|a|br)$/;

/**
 * Tells a challenge or maintenance page by its own marks; `null` for any other page. What a feed or a docket
 * says in its entries never makes it one.
 */
export function recognisePage(page: Pick<CapturedPage, 'body'>): PageCondition | null {
  const { buffer, byteOffset, byteLength } = page.body;
  // Every mark is ASCII, so the charset does not matter.
  const html = Buffer.from(buffer, byteOffset, Math.min(byteLength, examinedBytes)).toString('latin1').toLowerCase();
  if (!isHtml(html)) return null;
  const title = verdict(titleMarks, texts(html, /<title\b[^>]{0,200}>([^<]{0,300})/g));
  if (title) return title;
  const text = textOf(html);
  if (text.length > shortText) return null;
  return (
    verdict(titleMarks, texts(html, /<h[1-3]\b[^>]{0,200}>([^<]{0,300})/g)) ??
    verdict(machineryMarks, [html]) ??
    verdict(spokenMarks, [text]) ??
    (text.length < widgetText && widgetMark.test(html) ? 'CHALLENGE' : null)
  );
}

/** Throws BLOCKED_BY_PUBLISHER or MAINTENANCE where the page is one of those. `readPage` looks first. */
export function assertHealthy(page: Pick<CapturedPage, 'body'>): void {
  const condition = recognisePage(page);
  if (condition === 'CHALLENGE') throw new VigilError('BLOCKED_BY_PUBLISHER');
  if (condition === 'MAINTENANCE') throw new VigilError('MAINTENANCE');
}

/** Throws PAGE_TRUNCATED where the bytes of an HTML page end within a table: what is missing is not gone. */
export function assertWholeTables(page: Pick<CapturedPage, 'body'>): void {
  const { buffer, byteOffset, byteLength } = page.body;
  const html = Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
  let open = 0;
  // Tables stand within tables, so the last tag of one tells nothing of those around it.
  for (const [, closes] of html.matchAll(/<(\/?)table\b/gi)) open = closes === '/' ? Math.max(0, open - 1) : open + 1;
  if (open > 0) throw new VigilError('PAGE_TRUNCATED');
}

function isHtml(html: string): boolean {
  if (!/^(?:ï»¿)?\s*</.test(html)) return false;
  const first = /<(!doctype html|[a-z][\w:-]*)/.exec(html)?.[1];
  return first !== undefined && (first.startsWith('!') || htmlStart.test(first));
}

function verdict(marks: Marks, texts: readonly string[]): PageCondition | null {
  return marks.find(([, mark]) => texts.some((text) => mark.test(text)))?.[0] ?? null;
}

/** What the pattern's first group holds, at each of its places. */
const texts = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map((match) => squeeze(match[1]!));

const squeeze = (text: string): string => text.replace(/(?:\s|&nbsp;)+/g, ' ').trim();

/** What a person would read, roughly: enough for measuring it and for finding phrases. */
function textOf(html: string): string {
  return squeeze(html.replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/g, ' ').replace(/<[^<>]*>/g, ' '));
}
