import { registerEnumType } from 'type-graphql';

/** Kinds of Events. */
export const EventKind = { DOCKET_ENTRY: 'DOCKET_ENTRY', PUBLICATION: 'PUBLICATION' } as const;
export type EventKind = keyof typeof EventKind;

registerEnumType(EventKind, {
  name: 'EventKind',
  description: 'What kind of thing happened.',
  valuesConfig: {
    DOCKET_ENTRY: { description: 'An entry was made on the docket of a case.' },
    PUBLICATION: {
      description: 'Something was published outside dockets: a rule, a notice, an opinion, a page that is watched.',
    },
  },
});
