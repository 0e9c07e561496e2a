/** Orders that say what they do only by what they are: a restraining order, an order on a stipulation. */
import type { Entry } from './entry.js';
import { namedIn } from './objects.js';
import type { Outcome } from './outcome.js';

/** "TEMPORARY RESTRAINING ORDER by Judge …": an entry that is the order has made it. */
export function readHeading(entry: Entry, ruled: readonly Outcome[]): readonly Outcome[] {
  const { items } = entry.sentences[0] ?? { items: [] };
  const first = namedIn(items)[0];
  if (first === undefined || first.asked || first.from > 0) return [];
  const { id } = first.matter;
  const ruledUpon = ruled.some(({ tags }) => tags.some((tag) => tag.startsWith(`${id}.`)));
  if ((id !== 'tro' && id !== 'preliminary_injunction') || ruledUpon) return [];
  const [from, to] = [items[0]!.from, items[0]!.to];
  return [{ tags: [`${id}.granted`], rule: `matter.${id} heading`, from, to, confidence: 0.85 }];
}

/** "ORDER re Stipulation to Stay Case": what the parties agreed upon is ordered, where nothing else is said. */
export function readImplied(entry: Entry, ruled: readonly Outcome[]): readonly Outcome[] {
  const [head] = entry.documents;
  const sentence = entry.sentences.find(({ to }) => head !== undefined && to > head.from);
  if (head === undefined || sentence === undefined || ruled.length > 0 || !stipulated.has(head.document.id)) return [];
  return namedIn(sentence.items)
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
