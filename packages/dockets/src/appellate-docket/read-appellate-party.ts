import { linesOf } from '../html/block-text.js';
import type { Cell, Row } from '../html/page.js';
import { attorneyOfLines, partyOfLines } from '../people/appellate-party.js';
import { tidy } from '../text/tidy.js';
import type { AppellateAttorney, AppellateParty } from './appellate-docket.js';

/** Reads a row of the list of parties; `null` where it has no two cells, as those between parties (`v.`). */
export function readAppellateParty({ cells }: Row, attorneys: AttorneyReader): AppellateParty | null {
  const [left, right] = cells;
  if (!left || !right || cells.length !== 2) return null;
  const lines = linesOf(left)
    .map(tidy)
    .filter((line) => line !== '');
  const party = partyOfLines(lines);
  return party === null ? null : { ...party, attorneys: attorneys.read(right) };
}

/** Reads cells of attorneys one after another, so that `(see above)` can be followed. */
export class AttorneyReader {
  readonly #contactOf = new Map<string, readonly string[]>();

  read(cell: Cell): readonly AppellateAttorney[] {
    return paragraphsOf(cell).flatMap((lines) => {
      const attorney = attorneyOfLines(lines);
      return attorney === null ? [] : [this.#follow(attorney)];
    });
  }

  #follow(attorney: AppellateAttorney): AppellateAttorney {
    const { name, contact } = attorney;
    const known = this.#contactOf.get(name);
    if (known && contact.some((line) => /^\(see above\)$/i.test(line))) return { ...attorney, contact: known };
    this.#contactOf.set(name, contact);
    return attorney;
  }
}

/** Lines, parted where two breaks follow one another. */
function paragraphsOf(cell: Cell): readonly (readonly string[])[] {
  const paragraphs: string[][] = [];
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
