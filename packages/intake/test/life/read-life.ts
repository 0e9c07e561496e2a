/** A life as Vigil's Sources read it, and what was seen of it. */
import type { Life, Sheet } from '@vigil/courthouse';
import { courtById, readDocketReport, zoneOf } from '@vigil/dockets';
import { completenessOf, readPage } from '@vigil/source-kit';
import { sourceById } from '@vigil/sources';
import {
  captureKey,
  observe,
  type DocketEntryStatement,
  type Observation,
  type Run,
  type SightedEvent,
} from '@vigil/timeline';
import { createHash } from 'node:crypto';

/** A page as it was read. */
export interface Shown {
  readonly source: string;
  /** Orders the pages of a Source. */
  readonly captured: string;
  /** When the court sent it: epoch milliseconds. */
  readonly at: number;
  /** Whether it lists all that the docket has. */
  readonly whole: boolean;
  readonly told: readonly Told[];
}

/** One statement, and the entry that the court made it of. */
export interface Told {
  readonly sequence: number;
  readonly observation: Observation<DocketEntryStatement>;
}

/** The sheet that a real report prints, of an invented case. Throws NOT_A_DOCKET. */
export function sheetOf(body: Uint8Array, courtId: string): Sheet {
  const court = courtById(courtId);
  const { docketNumber, entries } = readDocketReport(body, { court: court.id });
  return {
    court: court.id,
    courtName: court.name,
    kind: court.kind === 'BANKRUPTCY' ? 'bankruptcy' : 'district',
    zone: zoneOf(court, docketNumber?.office ?? null),
    documentPrefix: court.documentIdPrefix ?? '099',
    caseId: '9000001',
    number: court.kind === 'BANKRUPTCY' ? '26-90001' : `${docketNumber?.office ?? '1'}:26-cv-90001`,
    caption: 'Roe v. Warden',
    rows: entries.map(({ filedOn, enteredOn, number, documentId, text }) => ({
      filedOn: (filedOn ?? enteredOn)!,
      enteredOn: (enteredOn ?? filedOn)!,
      number: number !== null && /^\d+$/.test(number) ? Number(number) : null,
      linked: documentId !== null,
      text,
    })),
  };
}

/** Reads every page of a life. */
export function readLife({ court, caseId }: Sheet, { showings }: Life): readonly Shown[] {
  return showings.map(({ source: id, at, body, sequences }) => {
    const source = sourceById(id);
    const ofCourt = id === 'cmecf-rss' || id === 'court-mail';
    const capturedAt = new Date(at).toISOString();
    const params = source.params.parse(ofCourt ? { court } : { court, caseId });
    const reading = readPage(source, params, { url: '', capturedAt, status: 200, headers: {}, body });
    const statements = reading.statements.filter((statement) => statement.kind === 'docket_entry');
    if (statements.length !== sequences.length || reading.skipped.length > 0)
      throw new Error(`${id} reads ${statements.length} of ${sequences.length} entries`);
    const told = statements.map((statement, row): Told => {
      const named = id === 'cmecf-rss' ? statement.keys.find((key) => key.startsWith('seq:'))?.slice(4) : undefined;
      return { sequence: Number(named ?? sequences[row]), observation: observe(id, statement) };
    });
    const sha256 = createHash('sha256').update(body).digest('hex');
    const whole = completenessOf(source, reading) === 'COMPLETE';
    return { source: id, captured: captureKey(capturedAt, sha256), at, whole, told };
  });
}

/** What was seen in pages, in whatever order they came: each Observation, and its runs at each Source. */
export function sightedIn(pages: readonly Shown[]): readonly SightedEvent[] {
  const seen = new Map<string, SightedEvent & { readonly runs: Run[] }>();
  for (const target of new Set(pages.map(({ source }) => source))) {
    const captures = pages.filter(({ source }) => source === target).sort((a, b) => (a.captured < b.captured ? -1 : 1));
    let open = new Map<string, string>();
    for (const [n, { captured, told }] of captures.entries()) {
      const next = captures[n + 1];
      const left = new Set(next?.told.map(({ observation }) => observation.id));
      const held = new Map<string, string>();
      for (const { observation } of told) {
        const first = open.get(observation.id) ?? captured;
        held.set(observation.id, first);
        if (next && left.has(observation.id)) continue;
        const missed = captures.slice(n + 1).filter(({ whole }) => whole);
        const run: Run = next
          ? {
              target,
              first,
              last: captured,
              whole: captures[n]!.whole,
              missed: missed.slice(0, 2).map((it) => it.captured),
            }
          : { target, first, last: null, whole: false, missed: [] };
        const item = seen.get(observation.id) ?? { observation, runs: [] };
        item.runs.push(run);
        seen.set(observation.id, item);
      }
      open = held;
    }
  }
  return [...seen.values()];
}
