/** S01 to S14: what is checked of every Source, with no word of its own. */
import { canonicalJson, type Statement } from '@vigil/timeline';
import { gist, outcomeOf, placelessGist } from '../outcome.js';
import { interposedPages } from '../interposed-pages.js';
import { fieldsOf } from '../fields.js';
import { rowsOf } from '../rows.js';
import { changesOf } from './changes-of.js';
import { ofEach, type Check } from './check.js';
import { onDay } from './days.js';
import { editOneRecord } from './editing.js';
import { inWorld, inZone } from './pure.js';
import { recordRowsOf } from './record-rows.js';
import { secretsOf } from './secrets.js';
import { millisecondsPerMegabyte } from './speed.js';

const zones = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'] as const;
/** Days on which clocks of the United States are set, and one before a year's end. */
const hardDays = ['2026-03-08', '2026-11-01', '2025-12-31'] as const;
const most = 250;
/** Unlike in all that reading must not look at. */
const worlds = [
  { now: Date.UTC(1999, 0, 31, 23, 30), chance: 0.1 },
  { now: Date.UTC(2051, 5, 15, 11), chance: 0.9 },
] as const;

/** Every check, by its id. */
export const checks: readonly Check[] = [
  {
    id: 'S01',
    level: 'MUST',
    title: 'The definition is that of its folder, and says where the publisher is and how it may be read',
    run: ({ source: { id, about }, folder }) => [
      ...(id === folder ? [] : [`the id is ${id}, the folder ${folder}`]),
      ...(about.homepage.startsWith('https://') ? [] : ['about.homepage is no https address']),
      ...(about.title.trim() && about.access.trim() ? [] : ['about.title or about.access is empty']),
      // What `vigil source new` leaves to a person.
      ...(/\bTODO\b/.test(about.title + about.access) ? ['about.title or about.access is still to be said'] : []),
    ],
  },
  {
    id: 'S02',
    level: 'MUST',
    title: 'Reading is pure: twice the same, without clock, chance or network',
    run: ofEach((source, specimen) => {
      const [once, again] = worlds.map((world) => inWorld(world, () => outcomeOf(source, specimen)));
      if ('error' in once!) return [`in a world without a network it is not read: ${once.error.message}`];
      return gist(once!) === gist(again!) ? [] : ['two readings, at other times, differ'];
    }),
  },
  {
    id: 'S03',
    level: 'MUST',
    title: 'The order of rows is irrelevant',
    run: ofEach((source, specimen) => {
      const { rows, with: page } = rowsOf(specimen.page.body);
      const { records } = recordRowsOf(source, specimen);
      if (records.length === 0) return [];
      // What stands before the first record and after the last (headings, totals) keeps its place.
      const [first, last] = [records[0]!, Math.max(...records)];
      const turned = [...rows.slice(0, first), ...rows.slice(first, last + 1).toReversed(), ...rows.slice(last + 1)];
      const other = outcomeOf(source, specimen, { body: page(turned) });
      return placelessGist(other) === placelessGist(outcomeOf(source, specimen))
        ? []
        : ['with its rows turned round the page says something else'];
    }),
  },
  {
    id: 'S04',
    level: 'MUST',
    title: 'Each record has one key of its own, which does not depend on the other rows',
    run: ofEach((source, specimen) => {
      const whole = outcomeOf(source, specimen);
      if ('error' in whole) return [`it is not read: ${whole.error.message}`];
      const keys = whole.reading.statements.map(({ recordKey }) => recordKey);
      const known = new Set(keys);
      const names = namesOf(whole.reading.statements);
      const { records, replacing } = recordRowsOf(source, specimen);
      const strange = records.flatMap((at) => {
        const outcome = outcomeOf(source, specimen, { body: replacing(at) });
        const left = 'error' in outcome ? [] : outcome.reading.statements;
        return left.filter(
          (statement) =>
            !known.has(statement.recordKey) ||
            (names.get(said(statement)) ?? statement.recordKey) !== statement.recordKey,
        );
      });
      return [
        ...(known.size === keys.length ? [] : ['two records have one key']),
        ...(strange.length === 0 ? [] : [`without another row a record is called ${strange[0]!.recordKey}`]),
      ];
    }),
  },
  {
    id: 'S05',
    level: 'MUST',
    title: 'One bad row is skipped and counted, and the others are read',
    run: ofEach((source, specimen) => {
      const { format, rows, records, replacing } = recordRowsOf(source, specimen);
      return records.flatMap((at) => {
        const spoilt = fieldsOf(format, rows[at]!).reduceRight(
          (row, _, n) => fieldsOf(format, row)[n]?.with('??') ?? row,
          rows[at]!,
        );
        const bad = outcomeOf(source, specimen, { body: replacing(at, spoilt) });
        const without = outcomeOf(source, specimen, { body: replacing(at) });
        // Where it is the only row, the page is empty without proof, and says so.
        const only = 'error' in without || without.reading.statements.length === 0;
        if ('error' in bad)
          return bad.typed && only ? [] : [`a spoilt row ${at + 1} loses the page: ${bad.error.code}`];
        const lost = 'reading' in without && without.reading.statements.length > bad.reading.statements.length;
        const counted = 'error' in without || bad.reading.skipped.length > without.reading.skipped.length;
        return lost
          ? [`a spoilt row ${at + 1} loses others`]
          : counted
            ? []
            : [`a spoilt row ${at + 1} is skipped without a word`];
      });
    }),
  },
  {
    id: 'S06',
    level: 'MUST',
    title: 'An empty body, a challenge, a maintenance page and half a page are typed failures',
    run: ofEach((source, specimen) => {
      const { body } = specimen.page;
      const half = (share: number): Uint8Array => body.subarray(0, Math.floor(body.length * share));
      const wanted = [
        ...interposedPages.map(({ name, code, status, body: text }) => ({
          name,
          code,
          page: { status, body: Buffer.from(text) },
        })),
        ...[0, 0.5, 0.8].map((share) => ({
          name: `${share * 100} % of the page`,
          code: null,
          page: { body: half(share) },
        })),
      ];
      return wanted.flatMap(({ name, code, page }) => {
        const outcome = outcomeOf(source, specimen, page);
        if ('reading' in outcome) return [`${name} is read as a page`];
        if (!outcome.typed) return [`${name} ends in an accident: ${outcome.error.message}`];
        return code === null || outcome.error.code === code
          ? []
          : [`${name} is told as ${outcome.error.code}, not ${code}`];
      });
    }),
  },
  {
    id: 'S07',
    level: 'MUST',
    title: 'A machine of another zone reads the same, on the days on which clocks are set, too',
    run: ofEach((source, specimen) => {
      const bodies = [specimen.page.body, ...hardDays.map((day) => onDay(specimen.page.body, day))];
      return bodies.flatMap((body, n) => {
        const read = zones.map((zone) => inZone(zone, () => gist(outcomeOf(source, specimen, { body }))));
        return new Set(read).size === 1
          ? []
          : [`${n === 0 ? 'as it is' : `on ${hardDays[n - 1]}`} it depends on the machine’s zone`];
      });
    }),
  },
  {
    id: 'S08',
    level: 'MUST',
    title: 'A feed is looked at more than twice within its window',
    applies: ({ kind }) => kind === 'feed',
    run: ({ source }) =>
      source.kind === 'feed' && source.schedule.every * 2 >= source.window
        ? ['schedule.every is half the window or more']
        : [],
  },
  {
    id: 'S09',
    level: 'MUST',
    title: 'Seen again, a page tells nothing; changed and changed back, it tells two Changes',
    run: ({ source, specimens }) => {
      const edits = specimens.flatMap((specimen) => editOneRecord(source, specimen) ?? []);
      if (edits.length === 0) return ['no word of any specimen changes one record alone'];
      return edits.flatMap(({ before, after }) => [
        ...(changesOf(source.id, [before, before]) === 0 ? [] : ['seen again, it tells Changes']),
        ...(changesOf(source.id, [before, after, before]) === 2
          ? []
          : ['changed and changed back, it does not tell two Changes']),
      ]);
    },
  },
  {
    id: 'S10',
    level: 'MUST',
    title: 'It reads no further page, so none is left out without proof',
    // A plan is one request: a Source that pages through a list comes with the first that needs it.
    applies: () => false,
    run: () => [],
  },
  {
    id: 'S11',
    level: 'MUST',
    title: 'Its specimens hold no secrets and no numbers of persons',
    run: ofEach((_source, specimen) => secretsOf(specimen)),
  },
  {
    id: 'S12',
    level: 'SHOULD',
    title: `A megabyte is read within ${most} ms of processor time`,
    run: ({ source, specimens }) => {
      const slowest = Math.max(...specimens.map((specimen) => millisecondsPerMegabyte(source, specimen)));
      return slowest <= most ? [] : [`${Math.round(slowest)} ms`];
    },
  },
  {
    id: 'S13',
    level: 'SHOULD',
    title: 'There is a specimen of a busy day (five records or more) and one of a quiet day (one at most)',
    run: ({ source, specimens }) => {
      const counts = specimens.map((specimen) => {
        const outcome = outcomeOf(source, specimen);
        return 'error' in outcome ? NaN : outcome.reading.statements.filter(({ kind }) => kind !== 'case').length;
      });
      return [
        ...(counts.some((count) => count >= 5) ? [] : ['none of a busy day']),
        ...(counts.some((count) => count <= 1) ? [] : ['none of a quiet day']),
      ];
    },
  },
  {
    id: 'S14',
    level: 'MAY',
    title: 'Every field of its rows is read',
    run: ({ source, specimens }) => {
      const [unread, read] = [new Set<string>(), new Set<string>()];
      for (const specimen of specimens) {
        const whole = gist(outcomeOf(source, specimen));
        const { format, rows, with: page } = rowsOf(specimen.page.body);
        const fields = rows.map((row) => fieldsOf(format, row));
        const filled = fields.flat().filter(({ value }) => value.replace(/<[^>]*>|&nbsp;|\s/g, '') !== '');
        for (const name of new Set(filled.map((field) => field.name))) {
          const without = rows.map((row, n) => fields[n]!.find((field) => field.name === name)?.with('') ?? row);
          (gist(outcomeOf(source, specimen, { body: page(without) })) === whole ? unread : read).add(name);
        }
      }
      return [...unread].filter((name) => !read.has(name)).map((name) => `${name} is not read`);
    },
  },
];

const said = ({ kind, case: of, content }: Statement): string => canonicalJson([kind, of, content]);

/** The key of each record that says what no other says. */
function namesOf(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const twins = new Set<string>();
  for (const statement of statements) {
    if (names.has(said(statement))) twins.add(said(statement));
    names.set(said(statement), statement.recordKey);
  }
  return new Map([...names].filter(([words]) => !twins.has(words)));
}

/** What came of one check. */
export interface CheckResult {
  readonly check: Check;
  readonly state: 'PASSED' | 'FAILED' | 'BYPASSED' | 'NOT_APPLICABLE';
  /** What is wrong, a line each; the reason of a bypass. */
  readonly details: readonly string[];
}
