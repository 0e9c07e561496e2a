import { revisionKinds, type RevisionKind } from '@vigil/timeline';
import { registerEnumType } from 'type-graphql';

export const RevisionKindEnum = Object.fromEntries(revisionKinds.map((kind) => [kind, kind])) as {
  readonly [Kind in RevisionKind]: Kind;
};

registerEnumType(RevisionKindEnum, {
  name: 'RevisionKind',
  description: 'What a revision changed; one may change several things.',
  valuesConfig: {
    TEXT_ARRIVED: { description: 'The docket text is known now.' },
    TEXT_EDITED: { description: 'The court edited the docket text.' },
    NUMBER_GIVEN: { description: 'The entry has a number now.' },
    NUMBER_CHANGED: { description: 'The entry has another number.' },
    DOCUMENT_GIVEN: { description: 'Its document is known now.' },
    LABELS_CHANGED: { description: 'The court’s short descriptions of it are others.' },
    DAY_CHANGED: { description: 'It stands on another day.' },
    RESTRICTED: { description: 'The court marks it as sealed or restricted.' },
    STRUCK: { description: 'The court marks it as stricken.' },
    FILED_IN_ERROR: { description: 'The court marks it as filed in error.' },
    REMOVED: {
      description: 'The docket lists it no more: two whole readings, one after the other, left it out.',
    },
    RESTORED: { description: 'The docket lists it again.' },
    CONTENT_EDITED: { description: 'A publication says something else.' },
  },
});
