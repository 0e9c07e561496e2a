import { linesOf } from '../html/block-text.js';
import type { Cell, Row } from '../html/page.js';
import { tidy } from '../text/tidy.js';
import { parseCivilDate } from '../time/civil-date.js';
import type { AppellateAttorney, AppellateParty } from './appellate-docket.js';

/** Reads a row of the list of parties; `null` where it has no two cells, as those between parties (`v.`). */
export function readAppellateParty({ cells }: Row, attorneys: AttorneyReader): AppellateParty | null {
  const [left, right] = cells;
  if (!left || !right || cells.length !== 2) return null;
  const lines = linesOf(left)
    .map(tidy)
    .filter((line) => line !== '');
  const [name, ...others] = lines;
  if (name === undefined) return null;
  const terminated = others.find((line) => /^Terminated:/.test(line));
  const rest = others.filter((line) => line !== terminated);
  return {
    name,
    type: rest.at(-1)?.replace(/,.*$/, '') ?? null,
    terminatedOn: parseCivilDate(terminated?.replace('Terminated:', '') ?? ''),
    notes: rest.slice(0, -1),
    attorneys: attorneys.read(right),
  };
}

/** Reads cells of attorneys one after another, so that `(see above)` can be followed. */
export class AttorneyReader {
  readonly #contactOf = new Map<string, readonly string[]>();

  read(cell: Cell): readonly AppellateAttorney[] {
    return paragraphsOf(cell).map(([name, ...lines]) => {
      const roles = lines.flatMap((line) => /^\[(.*)\]$/.exec(line)?.[1] ?? []);
      const printed = lines.filter((line) => !/^\[.*\]$/.test(line));
      const known = this.#contactOf.get(name);
      const contact = known && printed.some((line) => /^\(see above\)$/i.test(line)) ? known : printed;
      this.#contactOf.set(name, contact);
      return { name, roles, contact };
    });
  }
}

/** Lines, parted where two breaks follow one another. */
function paragraphsOf(cell: Cell): readonly (readonly [string, ...string[]])[] {
  const paragraphs: [string, ...string[]][] = [];
  let breaks = 2;
  let text = '';
  const endLine = (): void => {
    const line = tidy(text);
    text = '';
    if (line === '') return;
    if (breaks > 1) paragraphs.push([line]);
    else paragraphs.at(-1)!.push(line);
    breaks = 0;
  };
  for (const node of cell.nodes) {
    if (node.type === 'text') text += node.text;
    else if (node.type === 'break') {
      endLine();
      breaks += 1;
    }
  }
  endLine();
  return paragraphs;
}
