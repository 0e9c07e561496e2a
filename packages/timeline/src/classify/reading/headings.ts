/** Orders that say what they do only by what they are: a restraining order, an order on a stipulation. */
import type { Entry } from './entry.js';
import type { Outcome } from './outcome.js';
import type { Item } from './sentences.js';

/** "TEMPORARY RESTRAINING ORDER by Judge …": an entry that is the order has made it. */
export function readHeading(entry: Entry, ruled: readonly Outcome[]): readonly Outcome[] {
  const { items, named } = entry.sentences[0] ?? { items: [], named: [] };
  const [first] = named;
  if (first === undefined || first.asked || first.from > 0) return [];
  const { id } = first.matter;
  const ruledUpon = ruled.some(({ tags }) => tags.some((tag) => tag.startsWith(`${id}.`)));
  if ((id !== 'tro' && id !== 'preliminary_injunction') || ruledUpon) return [];
  const [from, to] = [items[0]!.from, items[0]!.to];
  return [{ tags: [`${id}.granted`], rule: `matter.${id} heading`, from, to, confidence: 0.85 }];
}

/** "ORDER TO SHOW CAUSE re Jurisdiction", "granting Application for TRO and Order to Show Cause". */
export function readShowCause({ sentences }: Entry): readonly Outcome[] {
  return sentences.flatMap(({ items, named }) =>
    named
      .filter(
        ({ matter, asked, stands, from }) =>
          matter.kind === 'show_cause' && !asked && stands !== 'within' && isMade(items, from),
      )
      .map(({ matter, from }) => ({
        tags: ['order_to_show_cause.issued'],
        rule: `matter.${matter.id} heading`,
        from: items[from]!.from,
        to: items[from]!.to,
        confidence: 0.85,
      })),
  );
}

/** Whether an order is neither refused nor discharged in its sentence. */
function isMade(items: readonly Item[], from: number): boolean {
  return items.every(({ sense }, at) => {
    if (sense?.is !== 'ruling') return true;
    const { id } = sense.ruling;
    return at < from ? sense.form !== 'active' || id === 'grant' || id === 'issue' : id !== 'dissolve' && id !== 'deny';
  });
}

/** "ORDER re Stipulation to Stay Case": what the parties agreed upon is ordered, where nothing else is said. */
export function readImplied(entry: Entry, ruled: readonly Outcome[]): readonly Outcome[] {
  const [head] = entry.documents;
  const sentence = entry.sentences.find(({ to }) => head !== undefined && to > head.from);
  if (head === undefined || sentence === undefined || ruled.length > 0 || !stipulated.has(head.document.id)) return [];
  return sentence.named
    .filter(({ asked, matter, bare }) => (asked ? !bare : matter.kind === 'relief' || matter.kind === 'request'))
    .map(({ matter, from, to }) => ({
      tags: [`${matter.tag ?? matter.id}.granted`],
      rule: `matter.${matter.id} document.${head.document.id}`,
      from: sentence.items[from]!.from,
      to: sentence.items[to - 1]!.to,
      confidence: 0.7,
    }));
}

const stipulated = new Set(['order_on_stipulation', 'stipulation_and_order']);
