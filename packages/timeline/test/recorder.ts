/** A recorder in memory: the same pure steps as packages/db, without a database. */
import {
  addCapture,
  canonicalJson,
  captureKey,
  eventId,
  identityKey,
  mergeEvents,
  observe,
  reconcile,
  type Announced,
  type DocketEntryStatement,
  type EventStatement,
  type MergedEvent,
  type Observation,
  type PublicationStatement,
  type Run,
  type SightedEvent,
  type SightingRange,
  type Step,
} from '../src/index.js';

export interface Page {
  readonly target: string;
  /** Whole minutes; the Capture time. */
  readonly minute: number;
  readonly statements: readonly EventStatement[];
  /** Whether it lists everything, as a docket report does. */
  readonly complete?: boolean;
}

export const caseId = '00000000-0000-8000-8000-00000000c0de';

export class Recorder {
  readonly #captures = new Map<string, string[]>();
  readonly #complete = new Set<string>();
  readonly #ranges = new Map<string, Map<string, readonly SightingRange[]>>();
  readonly #observations = new Map<string, Observation<EventStatement>>();
  readonly #announced = new Map<string, Announced>();
  readonly steps: Step[] = [];
  events: readonly MergedEvent[] = [];

  see({ target, minute, statements, complete = false }: Page): void {
    const observations = statements.map((statement) => observe(target.split(' ')[0]!, statement));
    const key = captureKey(`2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`, '0'.repeat(64));
    const captures = this.#captures.get(target) ?? [];
    if (captures.includes(key)) return;
    const previous = captures.filter((other) => other < key).at(-1) ?? null;
    const next = captures.find((other) => other > key) ?? null;
    this.#captures.set(target, [...captures, key].sort());
    if (complete) this.#complete.add(`${target} ${key}`);
    const held = new Set(observations.map(({ id }) => id));
    for (const observation of observations) this.#observations.set(observation.id, observation);
    const ranges = this.#ranges.get(target) ?? new Map<string, readonly SightingRange[]>();
    this.#ranges.set(target, ranges);
    for (const id of new Set([...held, ...ranges.keys()])) {
      ranges.set(id, addCapture(ranges.get(id) ?? [], key, { previous, next, present: held.has(id) }));
    }
  }

  sighted(): readonly SightedEvent[] {
    const runs = new Map<string, Run[]>();
    for (const [target, ranges] of this.#ranges)
      for (const [id, of] of ranges)
        runs.set(id, [...(runs.get(id) ?? []), ...of.map((range) => this.#run(target, range))]);
    return [...runs]
      .filter(([, of]) => of.length > 0)
      .map(([id, of]) => ({ observation: this.#observations.get(id)!, runs: of }));
  }

  #run(target: string, { first, last }: SightingRange): Run {
    const lists = (key: string): boolean => this.#complete.has(`${target} ${key}`);
    const after = last === null ? [] : this.#captures.get(target)!.filter((key) => key > last && lists(key));
    return { target, first, last, whole: last !== null && lists(last), missed: after.slice(0, 2) };
  }

  tell(): void {
    this.events = mergeEvents(this.sighted());
    const { steps } = reconcile([caseId], this.events, [...this.#announced.values()]);
    for (const step of steps) {
      this.steps.push(step);
      if ('event' in step) this.#announced.set(step.id, { id: step.id, digest: step.event.digest, redirect: null });
      else
        this.#announced.set(step.id, {
          id: step.id,
          digest: null,
          redirect: step.kind === 'MERGED' ? step.into : null,
        });
    }
  }

  ranges(): unknown {
    return [...this.#ranges]
      .map(([target, ranges]) => [target, [...ranges].sort(([a], [b]) => (a < b ? -1 : 1))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** What a reader has who folded all steps: the live Events by id, and what each other announced id leads to. */
  folded(): { readonly live: ReadonlyMap<string, string>; readonly redirects: ReadonlyMap<string, string> } {
    const state = new Map<string, string>();
    const redirects = new Map<string, string>();
    for (const step of this.steps) {
      state.delete(step.id);
      redirects.delete(step.id);
      if ('event' in step) state.set(step.id, saying(step.event));
      else if (step.kind === 'MERGED') redirects.set(step.id, step.into);
    }
    return { live: state, redirects };
  }

  /** For each Event: what its announced ids lead to. One live Event that says the same, whatever the order of arrival. */
  leads(): readonly { readonly says: string; readonly leads: readonly string[] }[] {
    const { live, redirects } = this.folded();
    return this.events.map((event) => {
      const ids = event.keys
        .map((key) => eventId(caseId, key))
        .flatMap((id) => (redirects.has(id) ? [redirects.get(id)!] : live.has(id) ? [id] : []));
      return { says: saying(event), leads: [...new Set(ids)].map((id) => live.get(id) ?? 'nowhere') };
    });
  }
}

const saying = (event: MergedEvent): string => canonicalJson(event.states);

/** A statement of an entry; its record key is its strongest key. */
export function entry(keys: readonly string[], labels: readonly string[]): DocketEntryStatement {
  return {
    kind: 'docket_entry',
    case: { court: 'cacd', caseId: '1', docketNumber: null },
    recordKey: keys[0]!,
    keys,
    content: {
      number: keys.find((key) => key.startsWith('no:'))?.slice(3) ?? null,
      documentId: keys.find((key) => key.startsWith('doc:'))?.slice(4) ?? null,
      documentUrl: null,
      labels: [...labels].sort(),
      text: null,
      filedOn: null,
      enteredAt: '2026-01-01T00:00:00.000Z',
      zone: 'America/Los_Angeles',
    },
  };
}

export const keysOf = (seq: number | null, no: number | null, doc: string | null): readonly string[] => [
  ...(seq === null ? [] : [identityKey('seq', String(seq))]),
  ...(no === null ? [] : [identityKey('no', String(no))]),
  ...(doc === null ? [] : [identityKey('doc', doc)]),
  ...(seq === null && no === null && doc === null ? [identityKey('at', '2026-01-01T00:00:00.000Z')] : []),
];

/** An entry without a link, as a feed tells it. */
export function inShort(day: string, seq: number, label: string): DocketEntryStatement {
  return entry([identityKey('seq', String(seq)), identityKey('day', day)], [label]);
}

/** The same, as a docket report tells it. */
export function inFull(day: string, no: number | null, text: string): DocketEntryStatement {
  const keys = [
    no === null ? identityKey('text', `${day} ${text}`) : identityKey('no', String(no)),
    identityKey('day', day),
  ];
  const { content, ...statement } = entry(keys, []);
  return { ...statement, content: { ...content, labels: null, text, filedOn: day, enteredAt: null } };
}

/** A publication; without a day it stands where it was first seen to say so. */
export function published(id: string, text: string, publishedOn: string | null = null): PublicationStatement {
  return {
    kind: 'publication',
    case: { court: 'cacd', caseId: '1', docketNumber: null },
    recordKey: `publication:${id}`,
    keys: [identityKey('pub', id)],
    content: {
      publisherId: id,
      type: 'NOTICE',
      title: null,
      text,
      url: null,
      issuers: null,
      dockets: null,
      publishedOn,
      publishedAt: null,
      zone: 'America/New_York',
    },
  };
}
