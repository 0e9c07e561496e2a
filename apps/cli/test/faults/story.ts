/** A story that courts tell while faults happen, and the timeline that must come of it, whatever happens. */
import { parseScenario, type Scenario } from '@vigil/courthouse';

const start = Date.UTC(2026, 2, 2, 12);
const courts = ['cacd', 'txsd', 'njd'] as const;
const casesOfCourt = 2;
const entriesOfCase = 10;

/** The feed's address of each court of the story is that of a district court. */
export const storyCourts: readonly string[] = courts;
export const storySize = courts.length * casesOfCourt * entriesOfCase;

/**
 * Three courts docket sixty entries within `seconds`. Their feeds keep every item: what a fault hid is seen by the next
 * look, so that the one thing that can be lost is what Vigil loses.
 */
export function story(seconds: number): Scenario {
  const end = start + 3_600_000;
  return parseScenario({
    title: 'Sixty entries',
    clock: {
      start: new Date(start).toISOString(),
      beats: [{ until: new Date(end).toISOString(), seconds }],
      speed: 1,
    },
    courts: courts.map((id, c) => ({
      id,
      name: `Court ${id}`,
      shape: 'district',
      documentPrefix: '031',
      windowHours: 24,
      maxItems: 1_000,
      cases: Array.from({ length: casesOfCourt }, (_, k) => ({
        id: String(9_000_001 + k),
        number: `${k + 1}:26-cv-9000${k + 1}`,
        caption: `Case ${k + 1} of ${id}`,
        entries: Array.from({ length: entriesOfCase }, (__, n) => ({
          at: new Date(
            start +
              1_000 * Math.round((3_500 * (n * courts.length * casesOfCourt + k * courts.length + c)) / storySize),
          ).toISOString(),
          sequence: 5 + 2 * n,
          // Every third entry has no link, and is known by its row id alone.
          ...(n % 3 === 2 ? {} : { number: n + 1, document: String(96_000_000 + 100 * k + n) }),
          labels: n % 4 === 3 ? [`Order ${n + 1}`, `Notice ${n + 1}`] : [`Entry ${n + 1}`],
        })),
      })),
    })),
  });
}

/** What readers have. */
export interface Told {
  /** A line for each Event: court, case, labels and time; sorted. */
  readonly timeline: readonly string[];
  /** Number and kind of each Change. */
  readonly changes: readonly string[];
  /** Of how many Events the Changes tell. */
  readonly eventsTold: number;
}

/** What readers must have in the end, whatever happened: each entry once, told once, under numbers without a gap. */
export function model(scenario: Scenario): Told {
  const timeline = scenario.courts
    .flatMap(({ id, cases }) =>
      cases.flatMap(({ number, entries }) =>
        entries.map(({ at, labels }) => lineOf(id, number, [...labels].sort(byText), new Date(at).toISOString())),
      ),
    )
    .sort(byText);
  return { timeline, changes: timeline.map((_, i) => `${i + 1} ADDED`), eventsTold: timeline.length };
}

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const lineOf = (court: string, number: string, labels: readonly string[], at: string): string =>
  [court, number, labels.join(' · '), at].join(' | ');
