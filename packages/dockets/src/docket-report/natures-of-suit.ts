import { textOf } from '../html/block-text.js';
import type { Row, Table } from '../html/page.js';
import { tidy } from '../text/tidy.js';

/**
 * The kinds of suit that an adversary proceeding is, each with its code: `14 Recovery of money/property - other`. They
 * stand in a table of their own below the head, behind the label `Nature[s] of Suit:`. `null` without such a table.
 */
export function naturesOfSuit(tables: readonly Table[]): string | null {
  const table = tables.find(({ rows }) => rows.some(isLabelled));
  const natures = table?.rows.map(natureIn).filter((nature) => nature !== null) ?? [];
  return natures.join('; ') || null;
}

function isLabelled({ cells }: Row): boolean {
  return cells.some(({ nodes }) => nodes.some((node) => node.type === 'text' && node.text.includes('Nature[s] of')));
}

/** Code and text, behind the columns for margin and label. */
function natureIn({ cells }: Row): string | null {
  const texts = cells.slice(2).map((cell) => tidy(textOf(cell)));
  const told = texts.filter((text) => text !== '');
  return told.length > 1 ? told.join(' ') : null;
}
