/** CSS selectors over a page, at a cost that is counted: a selector that a page makes expensive is refused. */
import { VigilError } from '@vigil/errors';
import { compile, selectAll, type Options } from 'css-select';
import { ElementType } from 'htmlparser2';
import { isElement, type Document, type Element, type Node } from './tree.js';

type Adapter = NonNullable<Options<Node | Document, Element>['adapter']>;

/** Looks at nodes for all selectors of one page together; about a second of work. */
const mostSteps = 20_000_000;

/** A tree that counts how often it is looked at. Throws BAD_RECORD beyond the most. */
class CountedTree implements Adapter {
  #steps = 0;

  #step(): void {
    this.#steps += 1;
    if (this.#steps > mostSteps)
      throw new VigilError('BAD_RECORD', 'the selectors take too long on this page: choose simpler ones');
  }

  readonly isTag = (node: Node | Document): node is Element => {
    this.#step();
    return isElement(node);
  };
  readonly equals = (a: Node | Document, b: Node | Document): boolean => {
    this.#step();
    return a === b;
  };
  readonly getAttributeValue = ({ attribs }: Element, name: string): string | undefined =>
    Object.hasOwn(attribs, name) ? attribs[name] : undefined;
  readonly hasAttrib = ({ attribs }: Element, name: string): boolean => Object.hasOwn(attribs, name);
  readonly getChildren = (node: Node | Document): Node[] => ('children' in node ? node.children : []);
  readonly getName = ({ name }: Element): string => name;
  readonly getParent = (node: Element): Node | Document | null => {
    this.#step();
    return node.parent;
  };
  readonly getSiblings = (node: Node | Document): Node[] => (node.parent ? this.getChildren(node.parent) : []);
  readonly prevElementSibling = (node: Node | Document): Element | null => {
    for (let { prev } = node; prev; { prev } = prev) if (this.isTag(prev)) return prev;
    return null;
  };
  readonly getText = (node: Node | Document): string => {
    this.#step();
    return node.type === ElementType.Text ? node.data : this.getChildren(node).map(this.getText).join('');
  };
  readonly existsOne = (test: (element: Element) => boolean, nodes: (Node | Document)[]): boolean =>
    nodes.some((node) => this.isTag(node) && (test(node) || this.existsOne(test, this.getChildren(node))));
  readonly findOne = (test: (element: Element) => boolean, nodes: (Node | Document)[]): Element | null => {
    for (const node of nodes) {
      const found = this.isTag(node) ? (test(node) ? node : this.findOne(test, this.getChildren(node))) : null;
      if (found) return found;
    }
    return null;
  };
  readonly findAll = (test: (element: Element) => boolean, nodes: (Node | Document)[]): Element[] => {
    const found: Element[] = [];
    const look = (of: readonly (Node | Document)[]): void => {
      for (const node of of) {
        if (!this.isTag(node)) continue;
        if (test(node)) found.push(node);
        look(this.getChildren(node));
      }
    };
    look(nodes);
    return found;
  };
  readonly removeSubsets = (nodes: (Node | Document)[]): (Node | Document)[] => {
    const all = new Set(nodes);
    return [...all].filter((node) => {
      for (let { parent } = node; parent; { parent } = parent) {
        this.#step();
        if (all.has(parent)) return false;
      }
      return true;
    });
  };
}

/** Selects elements of one page, in its order; those within others of them, too. */
export type Select = (selector: string) => readonly Element[];

/** Makes a page selectable. What it returns throws BAD_RECORD where all selectors together take too long. */
export function selectIn(document: Document): Select {
  const adapter = new CountedTree();
  return (selector) => selectAll<Node | Document, Element>(selector, document, { adapter });
}

/** What is wrong with a selector; `null` where nothing is. */
export function selectorTrouble(selector: string): string | null {
  try {
    compile<Node | Document, Element>(selector, { adapter: new CountedTree() });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
