import { courtOrPublisherById } from '@vigil/dockets';
import type { Pace } from '@vigil/db';
import { minutes, type AnySource } from '@vigil/source-kit';
import { isBusinessDay } from '@vigil/timeline';
import { DateTime } from 'luxon';

/** When courts docket: from six in the morning to ten at night of their business days, in their own zone. */
const opens = 6;
const closes = 22;
/** At other times a court's feed is looked at less often, where nobody wishes otherwise: emergencies are docketed then, too. */
const calmFactor = 3;
const calmest = minutes(15);

/** The pace of a Source at a moment, for a Target of a court, or of none. */
export function paceOf({ schedule, kind }: AnySource, courtId: string | null, at: Date): Pace {
  const { every, atMost } = schedule;
  const calm = kind === 'feed' && courtId !== null && !isOpen(courtOrPublisherById(courtId).zone, at);
  return { everyMs: calm ? Math.max(every, Math.min(every * calmFactor, calmest)) : every, atMostMs: atMost };
}

function isOpen(zone: string, at: Date): boolean {
  const local = DateTime.fromJSDate(at, { zone });
  return isBusinessDay(local) && local.hour >= opens && local.hour < closes;
}
