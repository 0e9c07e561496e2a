import { feedItems } from '../feed-window.js';
import { renderDocket, reportRows } from '../render-docket.js';
import { renderFeed } from '../render-feed.js';
import { renderHistory } from '../render-history.js';
import { renderNotice } from '../render-notice.js';
import type { ScenarioCase, ScenarioCourt } from '../scenario.js';
import { courtAt } from './court-at.js';
import { Dice } from './dice.js';
import { happen, wordsOf } from './happenings.js';
import type { Life, LifeEntry, Sheet, Showing } from './life.js';

/**
 * Plays the life of a docket sheet as its court would have published it: invents when each row was docketed, its row id,
 * document, short descriptions and what happened to it later (numbered late, edited, sealed, struck, filed in error),
 * minute twins of one day and a reassignment of the judge; and renders some of the pages and mails that told of it. Pure:
 * the same sheet and seed are the same life. Nothing is shown of a sheet without rows.
 */
export function playLife(sheet: Sheet, seed: number): Life {
  const dice = new Dice(seed);
  const entries = happen(sheet, dice);
  const maxItems = dice.between(3, 40);
  const stand = (instant: number): Standing => {
    const court = courtAt(sheet, entries, { instant, maxItems });
    return { court, docketCase: court.cases[0]!, instant };
  };
  const showings = entries.length === 0 ? [] : [...polls(entries, stand, dice), ...reports(entries, stand, dice)];
  for (const entry of entries)
    if (dice.oneIn(3) && !hasTwin(entry, entries) && !entry.states[0].text.includes('@'))
      showings.push(mail(stand(entry.at), entry.sequence));
  return { entries, showings: showings.sort((a, b) => a.at - b.at) };
}

/** The court at a moment. */
interface Standing {
  readonly court: ScenarioCourt;
  readonly docketCase: ScenarioCase;
  readonly instant: number;
}

type Stand = (instant: number) => Standing;

const [second, hour] = [1_000, 3_600_000];

/** Looks at the feed, some time after every third entry: what scrolled out of it in the meantime is not seen. */
function polls(entries: readonly LifeEntry[], stand: Stand, dice: Dice): readonly Showing[] {
  return entries.flatMap(({ at }) => (dice.oneIn(3) ? feed(stand(at + dice.between(second, 20 * hour))) : []));
}

function feed({ court, instant }: Standing): Showing {
  const sequences = [...new Set(feedItems(court, instant).map(({ entry }) => entry.sequence))];
  return { source: 'cmecf-rss', at: instant, body: renderFeed(court, instant), sequences };
}

/** Reports that somebody saved: within a day of the court, and one of all that is over. */
function reports(entries: readonly LifeEntry[], stand: Stand, dice: Dice): readonly Showing[] {
  const [first, ...rest] = entries;
  const moment = (): number => dice.pick([first!, ...rest]).at + dice.between(second, hour);
  const over = Math.max(...entries.flatMap(({ states }) => states.map(({ since }) => since))) + hour;
  const sheets = Array.from({ length: dice.between(0, 3) }, moment);
  const histories = Array.from({ length: dice.between(0, 2) }, moment);
  return [
    ...[...sheets, ...(dice.oneIn(4) ? [] : [over])].map((instant) => docket(stand(instant))),
    ...[...histories, ...(dice.oneIn(3) ? [over + second] : [])].map((instant) =>
      history(stand(instant), dice.oneIn(2)),
    ),
  ];
}

function docket({ court, docketCase, instant }: Standing): Showing {
  const body = renderDocket(court, docketCase, instant);
  return { source: 'cmecf-docket', at: instant, body, sequences: listed({ court, docketCase, instant }) };
}

function history({ court, docketCase, instant }: Standing, texts: boolean): Showing {
  const body = renderHistory(court, docketCase, { instant, texts });
  return { source: 'cmecf-history', at: instant, body, sequences: listed({ court, docketCase, instant }) };
}

const listed = ({ court, docketCase, instant }: Standing): readonly number[] =>
  reportRows(court, docketCase, instant).map(({ entry }) => entry.sequence);

/** Whether another entry of the day is in the same words: mails alone do not tell the two apart (decision 0016). */
const hasTwin = (entry: LifeEntry, entries: readonly LifeEntry[]): boolean =>
  entries.some(
    (other) =>
      other !== entry &&
      other.enteredOn === entry.enteredOn &&
      wordsOf(other.states[0].text) === wordsOf(entry.states[0].text),
  );

/** Sent as the entry is docketed. */
function mail({ court, docketCase, instant }: Standing, sequence: number): Showing {
  const body = renderNotice(
    court,
    docketCase,
    docketCase.entries.find((entry) => entry.sequence === sequence)!,
  );
  return { source: 'court-mail', at: instant + 20 * second, body, sequences: [sequence] };
}
