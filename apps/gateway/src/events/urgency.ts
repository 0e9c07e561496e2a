import { registerEnumType } from 'type-graphql';

/** Urgencies, by the number that is stored. */
export const Urgency = { UNRATED: 0, DIGEST: 1, SAME_HOUR: 2, NOW: 3 } as const;
export type Urgency = (typeof Urgency)[keyof typeof Urgency];

registerEnumType(Urgency, {
  name: 'Urgency',
  description: 'How soon a person should see an event.',
  valuesConfig: {
    UNRATED: { description: 'No rule has rated it.' },
    DIGEST: { description: 'With the next digest.' },
    SAME_HOUR: { description: 'Within the hour.' },
    NOW: { description: 'At once, whatever they are doing.' },
  },
});
