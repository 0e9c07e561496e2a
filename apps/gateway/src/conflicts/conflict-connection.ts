import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.js';
import { CaseConflict } from './case-conflict.js';

/** A conflict and its place. */
@ObjectType({ simpleResolvers: true, description: 'A conflict and its place in the list.' })
export class CaseConflictEdge {
  @Field(() => String, { description: 'The place, for `after`.' })
  readonly cursor!: string;

  @Field(() => CaseConflict, { description: 'The conflict.' })
  readonly node!: CaseConflict;
}

/** A page of conflicts. */
@ObjectType({ simpleResolvers: true, description: 'A page of conflicts, the latest found first.' })
export class CaseConflictConnection {
  @Field(() => [CaseConflictEdge], { description: 'The conflicts of the page, with their places.' })
  readonly edges!: readonly CaseConflictEdge[];

  @Field(() => [CaseConflict], { description: 'The conflicts of the page, where their places are not needed.' })
  readonly nodes!: readonly CaseConflict[];

  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo;
}
