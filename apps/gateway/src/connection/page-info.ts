import { Field, ObjectType } from 'type-graphql';

/** What `graphql` finds by itself: a value, or a function that finds it when asked. */
export type Asked<T> = T | (() => Promise<T>);

/** Relay's PageInfo. */
@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more items follow this page.' })
  readonly hasNextPage!: Asked<boolean>;

  @Field(() => Boolean, { description: 'Whether items precede this page.' })
  readonly hasPreviousPage!: Asked<boolean>;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; `null` on an empty page.' })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; `null` on an empty page.' })
  readonly endCursor!: string | null;
}
