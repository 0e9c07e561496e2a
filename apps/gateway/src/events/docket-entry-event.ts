import type { EventRow } from '@vigil/db';
import type { CivilDate, DocketEntryContent as EntryContent } from '@vigil/timeline';
import { ObjectType } from 'type-graphql';
import { Node } from '../identity/node.js';
import { DocketEntry } from './docket-entry.js';
import { enteredOn } from './entered-on.js';
import { EventContent } from './event-content.js';
import { Event } from './event.js';

/** The Event that a docket has an entry. */
@ObjectType({
  implements: [Node, EventContent, Event, DocketEntry],
  simpleResolvers: true,
  description: 'An entry was made on the docket of a case. A filing is not a ruling: read the labels and the text.',
})
export class DocketEntryEvent extends Event implements DocketEntry {
  readonly number: string | null;
  readonly labels: readonly string[] | null;
  readonly text: string | null;
  readonly filedOn: CivilDate | null;
  readonly enteredOn: CivilDate | null;
  readonly enteredAt: string | null;
  readonly documentUrl: string | null;
  readonly documentId: string | null;
  readonly removed: boolean;

  constructor(row: EventRow, { facts, removed }: EntryContent) {
    super(row);
    ({
      number: this.number,
      labels: this.labels,
      text: this.text,
      filedOn: this.filedOn,
      enteredAt: this.enteredAt,
      documentUrl: this.documentUrl,
      documentId: this.documentId,
    } = facts);
    this.removed = removed === true;
    this.enteredOn = enteredOn(facts);
  }
}
