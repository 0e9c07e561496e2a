import { headOfChanges, timelinePage, type TimelineFilter } from '@vigil/db';
import { Option, type Command } from 'commander';
import { withHouse, type House } from '../house/with-house.js';
import { findCases } from '../timeline/find-cases.js';
import { followChanges } from '../timeline/follow-changes.js';
import { matchingChanges } from '../timeline/matching.js';
import { tellChanges, tellEvents, toldRecord, toldText, type ToldEvent } from '../timeline/told-event.js';
import type { World } from '../world.js';
import { examples } from './examples.js';
import { count, courtIds, dateOrInstant, instant } from './option-values.js';

interface Options {
  readonly follow?: boolean;
  readonly court?: readonly string[];
  readonly case?: string;
  readonly text?: string;
  readonly since?: string;
  readonly limit: number;
  readonly asOf?: string;
}

/** `vigil timeline` */
export function timeline(command: Command, world: World): void {
  command
    .option('--follow', 'go on with what is added and revised, until Ctrl-C')
    .option('--court <id>', 'of this court or publisher (fedreg); may be given several times', courtIds)
    .option('--case <case>', 'of this Case: its docket number (with --court), or Vigil’s id')
    .option('--text <words>', 'with these words in the headline, the text, the caption or the docket number')
    .option('--since <date>', 'that happened on or after this date (UTC) or instant', dateOrInstant)
    .option('--limit <count>', 'the newest so many', count, 50)
    .addOption(
      new Option('--as-of <instant>', 'as readers could see it at this moment').argParser(instant).conflicts('follow'),
    )
    .addHelpText(
      'after',
      examples(
        'vigil timeline --court cacd --limit 10',
        'vigil timeline --court cacd --case 8:17-cv-01898 --json',
        'vigil timeline --follow --text "restraining order"',
        'vigil timeline --since 2017-12-14 --as-of 2017-12-15T00:00:00Z',
      ),
    )
    .action((options: Options) =>
      withHouse(world, (house) => tell(world, house, options), { lasting: options.follow === true }),
    );
}

async function tell(world: World, house: House, options: Options): Promise<void> {
  const filter = await filterOf(house, options);
  // Before the page: what is added while it is read comes again from the log, and is then known by its revision.
  const feedCursor = await headOfChanges(house.db);
  const { limit, asOf } = options;
  const page = await timelinePage(house.db, {
    filter,
    orderBy: 'OCCURRED_AT',
    limit,
    ...(asOf === undefined ? {} : { asOf }),
  });
  show(world, (await tellEvents(house.db, page.events)).toReversed());
  if (page.events.length === 0 && options.follow !== true) world.terminal.note('Nothing is known of that.');
  if (options.follow !== true) return;
  const known = new Map(page.events.map(({ id, revision }) => [id, revision]));
  await follow(world, house, { filter, feedCursor, known });
}

async function filterOf({ db }: House, options: Options): Promise<TimelineFilter> {
  const { court: courts, text, since: occurredFrom } = options;
  const cases = options.case === undefined ? undefined : await findCases(db, options.case, courts ?? []);
  return {
    ...(courts && { courts }),
    ...(cases && { cases }),
    ...(text !== undefined && { text }),
    ...(occurredFrom !== undefined && { occurredFrom }),
  };
}

interface Following {
  readonly filter: TimelineFilter;
  readonly feedCursor: number;
  /** The revisions of Events that were shown with the page, by id. */
  readonly known: ReadonlyMap<string, number>;
}

/** Goes on until this process is asked to end, which here is how it is done. */
async function follow(
  world: World,
  { db, url, settings, until }: House,
  { filter, feedCursor, known }: Following,
): Promise<void> {
  const onError = (error: Error): void => world.terminal.note(error.message);
  const { redisUrl } = settings;
  for await (const changes of followChanges({ db, url, redisUrl, after: feedCursor, until, onError })) {
    const news = changes.filter(({ eventId, event }) => event === null || event.revision > (known.get(eventId) ?? 0));
    show(world, await tellChanges(db, await matchingChanges(db, filter, news)));
  }
}

function show({ terminal }: World, told: readonly ToldEvent[]): void {
  terminal.showAll(told.map((event) => [toldRecord(event), toldText(event, terminal)]));
}
