import type { CivilDate, EventContent as Content } from '@vigil/timeline';
import { ObjectType } from 'type-graphql';
import { DocketEntry } from './docket-entry.js';
import { enteredOn } from './entered-on.js';
import { EventContent } from './event-content.js';

/** What a docket entry said at one time. */
@ObjectType({
  implements: [EventContent, DocketEntry],
  simpleResolvers: true,
  description: 'What a docket entry said at one time.',
})
export class DocketEntryContent extends EventContent implements DocketEntry {
  readonly number: string | null;
  readonly labels: readonly string[] | null;
  readonly text: string | null;
  readonly filedOn: CivilDate | null;
  readonly enteredOn: CivilDate | null;
  readonly enteredAt: string | null;
  readonly documentUrl: string | null;
  readonly documentId: string | null;
  readonly removed: boolean;

  constructor(content: Extract<Content, { kind: 'DOCKET_ENTRY' }>) {
    super(content);
    ({
      number: this.number,
      labels: this.labels,
      text: this.text,
      filedOn: this.filedOn,
      enteredAt: this.enteredAt,
      documentUrl: this.documentUrl,
      documentId: this.documentId,
    } = content.facts);
    this.removed = content.removed === true;
    this.enteredOn = enteredOn(content.facts);
  }
}
