import { registerEnumType } from 'type-graphql';

/** Orders of the timeline; newest first in each. */
export const TimelineOrder = { DOCKET: 'DOCKET', OCCURRED_AT: 'OCCURRED_AT', RECORDED_AT: 'RECORDED_AT' } as const;
export type TimelineOrder = keyof typeof TimelineOrder;

registerEnumType(TimelineOrder, {
  name: 'TimelineOrder',
  description: 'What the timeline is sorted by, newest first.',
  valuesConfig: {
    DOCKET: {
      description:
        'As the docket has it: by the day, then the court’s own sequence, then the number, whenever it was entered. Of one case only.',
    },
    OCCURRED_AT: { description: 'When it happened.' },
    RECORDED_AT: { description: 'When Vigil first told of it.' },
  },
});
