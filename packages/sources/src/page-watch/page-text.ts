/** The text of a part of a page as a person reads it, and always the same for the same words. */
import { ElementType } from 'htmlparser2';
import { collapse } from './collapse.js';
import { isElement, type Element, type Node } from './tree.js';

/** Elements within which nobody reads; one that is itself selected is read. */
const unread = new Set(['head', 'noscript', 'script', 'style', 'svg', 'template', 'title']);
/** Elements that stand within a line; all others begin and end one. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Whether the content of an element is read as part of what it stands in. */
export const isRead = ({ name }: Element): boolean => !unread.has(name);

/** The lines of elements without those of others within them: white space single, no line empty. */
export function linesOf(elements: readonly Element[], ignored: ReadonlySet<Element>): readonly string[] {
  const lines: string[] = [''];
  const add = (node: Node): void => {
    if (!isElement(node)) {
      if (node.type === ElementType.Text) lines[lines.length - 1] += node.data;
      return;
    }
    if (!isRead(node) || ignored.has(node)) return;
    const stands = inline.has(node.name);
    if (!stands) lines.push('');
    for (const child of node.children) add(child);
    if (!stands) lines.push('');
  };
  const all = new Set(elements);
  for (const element of elements) {
    if (ignored.has(element) || isWithin(element, all) || isWithin(element, ignored)) continue;
    for (const child of element.children) add(child);
    lines.push('');
  }
  return tidy(lines);
}

/** Lines with white space single, without those that are empty. */
export const tidy = (lines: readonly string[]): readonly string[] => lines.map(collapse).filter((line) => line !== '');

function isWithin(element: Element, others: ReadonlySet<Element>): boolean {
  for (let { parent } = element; parent; { parent } = parent) if (others.has(parent as Element)) return true;
  return false;
}
