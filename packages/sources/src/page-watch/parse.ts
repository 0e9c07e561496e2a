import { scrub } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { publication, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import { canonicalJson, type Statement } from '@vigil/timeline';
import { withoutNoise } from './noise.js';
import { isRead, linesOf, tidy } from './page-text.js';
import { wholePage, type PageParams } from './params.js';
import { selectIn, type Select } from './select.js';
import { isElement, readTree, type Document, type Element } from './tree.js';

/** In characters, of what is watched: each revision keeps all earlier texts. */
const longestText = 100_000;

/**
 * Reads a page: one publication, whose text is that of the selected part. Throws what `readTree` throws,
 * EMPTY_WITHOUT_PROOF where nothing is selected or no text is left of it, and BAD_RECORD where that is too much or takes
 * too long. Nothing that it throws quotes the page.
 */
export function* parsePage(page: CapturedPage, { params }: ParseContext<PageParams>): Iterable<Statement> {
  const document = readTree(page.body, page.headers['content-type']);
  const select = selectIn(document);
  const ignored = new Set(params.ignore.flatMap(select));
  const lines = linesOf(selected(document, select, params.select), ignored);
  const text = cleaned(lines, params);
  if (text === '') throw new VigilError('EMPTY_WITHOUT_PROOF', `no text is left of ${JSON.stringify(params.select)}`);
  const [title = null] = select('title').filter(isOfPage);
  yield publication({
    court: 'web',
    docketNumber: new URL(params.url).host,
    publisherId: idOf(params),
    type: 'PAGE',
    title: (title && cleaned(linesOf([title], new Set()), params).replaceAll('\n', ' ')) || null,
    text,
    url: params.url,
    zone: 'Etc/UTC',
  });
}

/**
 * A page is known by its address; where a part of it is watched, by what of it, too, so that two Watches of two parts do not
 * contradict each other.
 */
export function idOf({ url, select, ignore, noise }: PageParams): string {
  const part = {
    ...(select !== wholePage && { select }),
    ...(ignore.length > 0 && { ignore }),
    ...(noise.length > 0 && { noise }),
  };
  return Object.keys(part).length === 0 ? url : `${url} ${canonicalJson(part)}`;
}

/** A page may leave out the tags of its body: then all of it is its body. */
function selected(document: Document, select: Select, selector: string): readonly Element[] {
  const found = select(selector);
  if (found.length > 0) return found;
  const all = document.children.filter(isElement).filter(isRead);
  if (selector === wholePage && all.length > 0) return all;
  throw new VigilError('EMPTY_WITHOUT_PROOF', `nothing on the page fits the selector ${JSON.stringify(selector)}`);
}

function cleaned(lines: readonly string[], { noise }: PageParams): string {
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  if (length > longestText)
    throw new VigilError(
      'BAD_RECORD',
      `what is watched has more than ${longestText} characters: select less of the page`,
    );
  return scrub(tidy(withoutNoise(lines, noise)).join('\n'));
}

/** Not that of a picture within it. */
const isOfPage = ({ parent }: Element): boolean => parent === null || !isElement(parent) || parent.name !== 'svg';
