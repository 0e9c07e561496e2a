import { Field, ID, InterfaceType } from 'type-graphql';

/** Anything with a global id. */
@InterfaceType({ description: 'Anything that can be found again by its id, with `node(id)`.' })
export abstract class Node {
  @Field(() => ID, { description: 'An opaque id, the same for ever and in every query. Do not take it apart.' })
  readonly id!: string;
}
