import { linesOf, tablesOf } from '../html/block-text.js';
import type { Cell, Node } from '../html/page.js';
import { readBlock } from '../html/read-page.js';
import { attorneyOfLines, partyOfLines } from '../people/appellate-party.js';
import { tidy } from '../text/tidy.js';
import type { AcmsAttorney, AcmsParty } from './acms-docket.js';

/** Each attorney has a `div`, which a page's cells do not keep; a field in front of it they do. */
const mark = '<input name="attorney"><div';

/** Reads ACMS's list of parties, a table in HTML: one row a party, in its second cell one `div` an attorney. */
export function readAcmsParties(html: string): readonly AcmsParty[] {
  const body = readBlock(html.replace(/<div\b/gi, mark));
  return [...tablesOf(body)].flatMap(({ rows }) => rows.flatMap(({ cells }) => partyOf(cells) ?? []));
}

function partyOf([left, right]: readonly Cell[]): AcmsParty | null {
  if (!left || !right) return null;
  const party = partyOfLines(tidyLines(left.nodes));
  return party === null ? null : { ...party, attorneys: attorneysOf(right) };
}

function attorneysOf({ nodes }: Cell): readonly AcmsAttorney[] {
  const starts = nodes.flatMap((node, at) => (node.type === 'field' ? [at] : []));
  return starts.flatMap((start, index) => attorneyOfLines(tidyLines(nodes.slice(start, starts[index + 1]))) ?? []);
}

function tidyLines(nodes: readonly Node[]): readonly string[] {
  return linesOf({ nodes })
    .map(tidy)
    .filter((line) => line !== '');
}
