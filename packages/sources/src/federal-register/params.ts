import { oneOrMore } from '@vigil/source-kit';
import { z } from 'zod';

/** Kinds of documents, as the API names them: rules, proposed rules, notices, presidential documents. */
const documentTypes = ['RULE', 'PRORULE', 'NOTICE', 'PRESDOCU'] as const;

/** What a Watch of the Federal Register needs: agencies, words, or both. */
export interface SearchParams {
  /** Slugs of agencies, as in the addresses of their pages (`immigration-and-customs-enforcement`); sorted. */
  readonly agencies: readonly string[];
  /** Words of the full text; with `"a phrase"`. */
  readonly term: string | null;
  /** None: of every type. Sorted. */
  readonly type: readonly string[];
}

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'wants a slug such as homeland-security-department');
const inOrder = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

/** Reads a Watch's parameters; one search is one Target, in whatever order it is told. */
export const searchParams: z.ZodType<SearchParams> = z
  .strictObject({
    agencies: oneOrMore(slug, 20).default([]).transform(inOrder),
    term: z.string().trim().min(1).max(200).nullable().default(null),
    type: oneOrMore(z.enum(documentTypes), documentTypes.length).default([]).transform(inOrder),
  })
  .refine(({ agencies, term }) => agencies.length > 0 || term !== null, 'wants agencies, a term, or both');
