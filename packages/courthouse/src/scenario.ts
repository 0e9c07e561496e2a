import { readFile } from 'node:fs/promises';
import { VigilError } from '@vigil/errors';
import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { inconsistencies } from './scenario-consistency.js';

/** An ISO instant with an offset, read as epoch milliseconds. */
const instant = z.iso.datetime({ offset: true }).transform((text) => DateTime.fromISO(text).toMillis());

/** Feeds are sent as ISO-8859-1, and square brackets delimit the short description. */
const feedText = z
  .string()
  .min(1)
  .regex(/^[\u0020-\u005a\u005c\u005e-\u007e\u00a0-\u00ff]*$/, 'only ISO-8859-1 characters, and no square brackets');

/** Docket reports are sent as ISO-8859-1, too; within them anything may stand. */
const docketText = z.string().regex(/^[\n\u0020-\u007e\u00a0-\u00ff]+$/, 'only ISO-8859-1 characters');

const entrySchema = z.strictObject({
  /** When it was docketed: the item's pubDate. */
  at: instant,
  /** `de_seq_num`, or `partId` of a court of appeals. */
  sequence: z.int().positive(),
  /** The document number; null for a text-only entry. */
  number: z.int().positive().nullable().default(null),
  /** Short descriptions: each becomes an item of its own, with the same guid. */
  labels: z.array(feedText).min(1),
  /** The document id without the court's prefix; null where no document is linked. */
  document: z
    .string()
    .regex(/^\d{7,8}$/, 'seven or eight digits')
    .nullable()
    .default(null),
  /** The full text, which only the docket report prints; the labels when absent. */
  text: docketText.optional(),
  /** The day of filing; the day on which it was docketed when absent. */
  filed: z.iso.date().optional(),
  /** The number of an entry without a link, which only the docket report prints. */
  unlinkedNumber: z.int().positive().optional(),
});

const caseSchema = z.strictObject({
  /** The court's own case id; a court of appeals shows none. */
  id: z.string().regex(/^\d+$/, 'digits only'),
  /** The docket number as the feed prints it. */
  number: feedText,
  caption: feedText,
  /** Only of a bankruptcy court. */
  bankruptcy: z
    .strictObject({
      type: z.enum(['bk', 'ap']),
      office: feedText,
      chapter: feedText.nullable().default(null),
      trustee: feedText.nullable().default(null),
    })
    .optional(),
  /** What only the docket report says of the case. */
  report: z
    .strictObject({
      filed: z.iso.date(),
      terminated: z.iso.date().optional(),
      assignedTo: feedText.optional(),
      referredTo: feedText.optional(),
      cause: feedText.optional(),
      natureOfSuit: feedText.optional(),
      jurisdiction: feedText.optional(),
      flags: z.array(feedText).default([]),
    })
    .optional(),
  entries: z.array(entrySchema),
});

const courtSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]{1,6}$/, 'the court’s id, as in ecf.<id>.uscourts.gov'),
  name: feedText,
  shape: z.enum(['district', 'bankruptcy', 'appellate', 'nyed']),
  /** The first three digits of the court's document ids. */
  documentPrefix: z.string().regex(/^\d{3}$/, 'three digits'),
  /** The zone in which the feed prints its dates; GMT when absent. */
  zone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'no IANA zone')
    .optional(),
  /** The zone of the court's seat, by which its clerks date entries. */
  seatZone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'no IANA zone')
    .default('America/New_York'),
  /** What the channel says it holds. */
  entryTypes: feedText.default('all'),
  /** How long an item stays. */
  windowHours: z.number().positive().default(24),
  /** How many items the feed holds at most; the oldest go first. */
  maxItems: z.int().positive().default(100),
  /** Send ETag and Last-Modified and answer conditional requests. The real courts send none. */
  conditional: z.boolean().default(false),
  /** robots.txt of the court's host. */
  robots: z.string().default('User-agent: *\nAllow: /\n'),
  cases: z.array(caseSchema),
});

const scenarioSchema = z
  .strictObject({
    title: z.string().min(1),
    clock: z.strictObject({
      start: instant,
      beats: z.array(z.strictObject({ until: instant, seconds: z.number().positive() })).default([]),
      speed: z.number().positive().default(1),
    }),
    courts: z.array(courtSchema).min(1),
  })
  .superRefine((scenario, context) => {
    for (const { message, path } of inconsistencies(scenario)) {
      context.addIssue({ code: 'custom', message, path: [...path] });
    }
  });

/** A story as courts tell it: who files what, when, and how fast the time passes. All instants are epoch milliseconds. */
export type Scenario = Readonly<z.output<typeof scenarioSchema>>;
/** A court of a Scenario. */
export type ScenarioCourt = Readonly<z.output<typeof courtSchema>>;
/** A case of a Scenario. */
export type ScenarioCase = Readonly<z.output<typeof caseSchema>>;
/** A docket entry of a Scenario. */
export type ScenarioEntry = Readonly<z.output<typeof entrySchema>>;
/** A Scenario as its file writes it: instants are ISO text, and what has a default may be absent. */
export type ScenarioFile = z.input<typeof scenarioSchema>;

/** Checks a Scenario. Throws BAD_INPUT that names every place that is wrong. */
export function parseScenario(json: unknown): Scenario {
  const result = scenarioSchema.safeParse(json);
  if (result.success) return result.data;
  throw new VigilError(
    'BAD_INPUT',
    `The scenario is not of the shape that is wanted:\n${z.prettifyError(result.error)}`,
    {
      cause: result.error,
      details: { problems: result.error.issues.length },
    },
  );
}

/** Reads a Scenario from a JSON file. Throws BAD_INPUT when it cannot be read or is wrong. */
export async function loadScenario(file: string | URL): Promise<Scenario> {
  const json = await readFile(file, 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch((cause: unknown) => {
      throw new VigilError('BAD_INPUT', `The scenario ${String(file)} is no readable JSON file`, { cause });
    });
  return parseScenario(json);
}
