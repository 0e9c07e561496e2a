import { linesOf, tablesOf } from '../html/block-text.js';
import type { Cell, Node } from '../html/page.js';
import { readBlock } from '../html/read-page.js';
import { tidy } from '../text/tidy.js';
import { parseCivilDate } from '../time/civil-date.js';
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
  const [name, ...others] = tidyLines(left.nodes);
  if (name === undefined) return null;
  const terminated = others.find((line) => /^Terminated:/.test(line));
  const rest = others.filter((line) => line !== terminated);
  return {
    name,
    type: rest.at(-1)?.replace(/,$/, '') ?? null,
    terminatedOn: parseCivilDate(terminated?.replace('Terminated:', '') ?? ''),
    notes: rest.slice(0, -1),
    attorneys: attorneysOf(right),
  };
}

function attorneysOf({ nodes }: Cell): readonly AcmsAttorney[] {
  const starts = nodes.flatMap((node, at) => (node.type === 'field' ? [at] : []));
  return starts.flatMap((start, index) => {
    const [name, ...lines] = tidyLines(nodes.slice(start, starts[index + 1]));
    if (name === undefined) return [];
    return [
      {
        name,
        roles: lines.flatMap((line) => /^\[(.*)\]$/.exec(line)?.[1] ?? []),
        contact: lines.filter((line) => !/^\[.*\]$/.test(line)),
      },
    ];
  });
}

function tidyLines(nodes: readonly Node[]): readonly string[] {
  return linesOf({ nodes })
    .map(tidy)
    .filter((line) => line !== '');
}
