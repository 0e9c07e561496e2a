/**
 * What of a docket text is not said by it: the list of attachments (a proposed order among them is no order), when it was
 * entered and edited. Blanked and not cut, so that what is found keeps its place in the text.
 */

/** Where a list of attachments begins; it ends with the parenthesis that closes it, nested ones counted. */
const attachments = /\(\s?Attachments?:/gi;
/** When an entry was docketed or edited, to the end of its bracket. */
const brackets = /[([](?:Entered|Filed on|Edited|COURT UPDATE)\b[^()[\]]{0,200}[)\]]?/gi;
/** What a clerk has edited afterwards, which runs to the end. */
const edits = /\bModified (?:\w{1,10} ){0,2}on \d/i;

/** Half-open, in UTF-16 units. */
type Span = readonly [from: number, to: number];

/** The text with what is not said by it blanked; as long as it was. */
export function strip(text: string): string {
  const listed = blank(text, attachmentLists(text));
  const marked = blank(
    listed,
    [...listed.matchAll(brackets)].map(({ 0: found, index }): Span => [index, index + found.length]),
  );
  const edit = edits.exec(marked);
  return edit === null ? marked : blank(marked, [[edit.index, marked.length]]);
}

function attachmentLists(text: string): readonly Span[] {
  const spans: Span[] = [];
  let behind = 0;
  for (const { index } of text.matchAll(attachments)) {
    if (index < behind) continue;
    behind = closing(text, index);
    spans.push([index, behind]);
  }
  return spans;
}

/** Behind the parenthesis that closes the one at `start`; the end of a text that is cut off before. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}

function blank(text: string, spans: readonly Span[]): string {
  let kept = '';
  let behind = 0;
  for (const [from, to] of spans) {
    kept += text.slice(behind, from) + ' '.repeat(to - from);
    behind = to;
  }
  return kept + text.slice(behind);
}
