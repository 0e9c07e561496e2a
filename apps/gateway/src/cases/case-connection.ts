import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.js';
import { Case } from './case.js';

/** A Case and its place. */
@ObjectType({ simpleResolvers: true, description: 'A case and its place in the list.' })
export class CaseEdge {
  @Field(() => String, { description: 'The place, for `after`.' })
  readonly cursor!: string;

  @Field(() => Case, { description: 'The case.' })
  readonly node!: Case;
}

/** A page of Cases. */
@ObjectType({ simpleResolvers: true, description: 'A page of cases, the latest known first.' })
export class CaseConnection {
  @Field(() => [CaseEdge], { description: 'The cases of the page, with their places.' })
  readonly edges!: readonly CaseEdge[];

  @Field(() => [Case], { description: 'The cases of the page, where their places are not needed.' })
  readonly nodes!: readonly Case[];

  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo;
}
