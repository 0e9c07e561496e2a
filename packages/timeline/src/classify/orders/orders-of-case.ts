import { addDays } from '../../calendar/civil-date.js';
import { periodEnd } from '../../calendar/court-period.js';
import { hashId } from '../../identity.js';
import type { CivilDate } from '../../statement.js';
import { inDocketOrder } from '../dates/chains.js';
import type { DeadlineReading } from '../dates/deadlines.js';
import { orderKinds, type Order, type OrderEnd, type OrderEndReason, type OrderKind } from './order.js';
import { partiesOf } from './parties.js';

/** What an entry of a Case says, as far as orders depend on it. */
export interface OrderEntry {
  /** Id of the Event. */
  readonly eventId: string;
  /** Sorts as the docket does. */
  readonly position: string;
  /** The day of the entry, of the court. */
  readonly on: CivilDate;
  /** `relief.disposition` and the like. */
  readonly tags: readonly string[];
  readonly text: string;
  /** What `readDeadlines` found in the text. */
  readonly deadlines: readonly DeadlineReading[];
}

type Draft = { -readonly [Key in keyof Order]: Order[Key] };

/** Orders so far, and those of them that are part of a temporary restraining order and live as long. */
interface Orders {
  readonly all: Draft[];
  readonly ofTro: Set<Draft>;
}

/** Orders of the time until judgment, which fall with the Case; release and a bond hearing are what a judgment gives. */
const fallsWithCase = (kind: OrderKind): boolean => kind !== 'release' && kind !== 'bond_hearing';

/** Whether a court speaks of an open end, so that no rule sets one. */
const openEnd = /\b(?:further|other|contrary)(?: \w{1,12})? order|pendency of/i;

/**
 * The orders of a Case from the tags of all its entries, in the order in which they began. A function of the set of
 * entries; the order in which they are given does not matter.
 */
export function ordersOf(entries: readonly OrderEntry[]): readonly Order[] {
  const orders: Orders = { all: [], ofTro: new Set() };
  for (const entry of inDocketOrder(entries)) new EntryOfOrders(entry, orders).apply();
  return orders.all;
}

/** What one entry does to the orders so far. */
class EntryOfOrders {
  readonly #entry: OrderEntry;
  readonly #orders: Orders;
  readonly #before: readonly Draft[];
  readonly #tags: ReadonlySet<string>;

  constructor(entry: OrderEntry, orders: Orders) {
    this.#entry = entry;
    this.#orders = orders;
    this.#before = [...orders.all];
    this.#tags = new Set(entry.tags);
  }

  apply(): void {
    for (const kind of orderKinds) {
      if (this.#has(`${kind}.dissolved`)) this.#end(kind, 'DISSOLVED');
      if (this.#has(`${kind}.moot`)) this.#end(kind, 'MOOT');
      if (this.#has(`${kind}.extended`)) this.#extend(kind);
      if (this.#has(`${kind}.granted`) || this.#has(`${kind}.granted_in_part`)) this.#begin(kind);
    }
    // A stay that the court's own rule gives on a motion ends where the motion is denied.
    if (this.#has('stay_of_removal.denied')) this.#end('stay_of_removal', 'DENIED');
    if (this.#has('preliminary_injunction.granted')) this.#end('tro', 'SUPERSEDED');
    if (this.#has('preliminary_injunction.denied')) this.#end('tro', 'DENIED');
    if (this.#has('appeal.mandate')) this.#end('stay_of_removal', 'MANDATE');
    const falls = this.#has('dismissal.granted') ? 'DISMISSAL' : this.#has('case.closed') ? 'CASE_CLOSED' : null;
    if (falls) for (const kind of orderKinds.filter(fallsWithCase)) this.#end(kind, falls);
  }

  #has(tag: string): boolean {
    return this.#tags.has(tag);
  }

  /** Orders of a kind from entries before this one, with what belongs to them, that nobody took away. */
  #standing(kind: OrderKind): readonly Draft[] {
    return this.#before.filter(
      (order) =>
        (order.kind === kind || (kind === 'tro' && this.#orders.ofTro.has(order))) &&
        (!order.end || order.end.isUnlessExtended),
    );
  }

  #end(kind: OrderKind, reason: OrderEndReason): void {
    const { on, eventId } = this.#entry;
    for (const order of this.#standing(kind)) {
      // What time had ended before is not ended again.
      if (order.end && order.end.date < on) continue;
      order.end = { date: on, reason, isUnlessExtended: false };
      order.basis = [...order.basis, eventId];
    }
  }

  #extend(kind: OrderKind): void {
    const standing = this.#standing(kind);
    for (const order of standing) {
      order.end = this.#statedEnd() ?? (order.end && this.#byRule(order.end.date));
      order.basis = [...order.basis, this.#entry.eventId];
    }
    if (standing.length === 0) this.#add(kind, null, kind === 'tro' ? this.#byRule(this.#entry.on) : null);
  }

  #begin(kind: OrderKind): void {
    const isOfTro =
      (kind === 'no_removal' || kind === 'no_transfer') && this.#has('tro.granted') && !openEnd.test(this.#entry.text);
    const isTemporary = kind === 'tro' || isOfTro;
    this.#add(kind, this.#entry.on, isTemporary ? this.#byRule(this.#entry.on) : null, isOfTro);
  }

  #add(kind: OrderKind, begin: CivilDate | null, ruled: OrderEnd | null, isOfTro = false): void {
    const { eventId, text } = this.#entry;
    const order: Draft = {
      id: hashId('order', kind, eventId),
      kind,
      begin,
      end: fallsWithCase(kind) ? (this.#statedEnd() ?? ruled) : null,
      due: fallsWithCase(kind) ? null : this.#due(),
      ...partiesOf(text),
      basis: [eventId],
    };
    this.#orders.all.push(order);
    if (isOfTro) this.#orders.ofTro.add(order);
  }

  /** Fourteen days, counted as Rule 6(a) does. */
  #byRule(from: CivilDate): OrderEnd {
    return { date: periodEnd(from, 14, 'DAY') ?? addDays(from, 14), reason: 'RULE_65_B_2', isUnlessExtended: true };
  }

  /** `in effect until …`, `expires on …`, `extended to …`; of several the last. */
  #statedEnd(): OrderEnd | null {
    const dates = this.#entry.deadlines
      .filter(({ action, basis }) => action !== 'VACATED' && basis.kind === 'STATED')
      .filter(
        ({ action, words }) =>
          action === 'EXTENDED' || lasting.test(this.#entry.text.slice(Math.max(0, words.start - 40), words.start)),
      )
      .flatMap(({ date }) => date ?? [])
      .sort();
    const date = dates.at(-1);
    return date === undefined ? null : { date, reason: 'STATED', isUnlessExtended: true };
  }

  /** The first day by which something is to be done. */
  #due(): Order['due'] {
    const due = this.#entry.deadlines.find(({ action, date }) => action !== 'VACATED' && date !== null);
    return due ? { date: due.date!, time: due.time } : null;
  }
}

const lasting = /\b(?:until|till|through|thru|expires?(?: on)?)[^.;]{0,12}$/i;
