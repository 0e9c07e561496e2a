import { VigilError } from '@vigil/errors';
import { Field, InterfaceType, ObjectType } from 'type-graphql';

/** An error in what was asked of a mutation. */
@ObjectType({ simpleResolvers: true, description: 'Why a mutation did nothing, and what would help.' })
export class UserError {
  @Field(() => String, { description: 'Its code in the catalogue of errors.' })
  readonly code: string;

  @Field(() => String, { description: 'What is wrong, in a sentence.' })
  readonly message: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The member of the input that is wrong, from the outside in; `null` where it is none of them.',
  })
  readonly field: readonly string[] | null;

  @Field(() => String, { description: 'What to do about it.' })
  readonly wayOut: string;

  constructor({ code, message, details, wayOut }: VigilError) {
    this.code = code;
    this.message = message;
    this.field = typeof details['field'] === 'string' ? details['field'].split('.') : null;
    this.wayOut = wayOut;
  }
}

/** What every mutation answers. */
@InterfaceType({ description: 'What every mutation answers.' })
export abstract class Payload {
  @Field(() => String, { nullable: true, description: 'What you gave as `clientMutationId`.' })
  readonly clientMutationId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  readonly userErrors!: readonly UserError[];
}

/** Codes of errors that the one who asks can mend. */
const mendable = new Set<string>(['BAD_INPUT', 'UNKNOWN_COURT', 'UNKNOWN_SOURCE', 'NO_FEED', 'NOT_FOUND']);

/** Runs a part of a mutation; an error that the one who asks can mend becomes a value. */
export async function withUserErrors<T>(
  run: () => Promise<T>,
): Promise<{ readonly done: T | null; readonly userErrors: readonly UserError[] }> {
  try {
    return { done: await run(), userErrors: [] };
  } catch (error) {
    if (error instanceof VigilError && mendable.has(error.code))
      return { done: null, userErrors: [new UserError(error)] };
    throw error;
  }
}

/** Runs a function; an error of it is said to be of this member of the input (`target.court`). */
export async function at<T>(field: string, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof VigilError)) throw error;
    throw new VigilError(error.code, error.message, { cause: error, details: { field } });
  }
}
