import { oneOrMore } from '@vigil/source-kit';
import { z } from 'zod';
import { patternTrouble } from './noise.js';
import { selectorTrouble } from './select.js';

/** What a Watch of a page needs. */
export interface PageParams {
  /** The page's address, http or https, without a fragment. */
  readonly url: string;
  /** CSS selector of what is watched on it. */
  readonly select: string;
  /** CSS selectors of what is left out of that. */
  readonly ignore: readonly string[];
  /** Regular expressions (RE2) whose matches are left out, within a line each. */
  readonly noise: readonly string[];
}

/** What is watched of a page where nobody says. */
export const wholePage = 'body';

const address = z
  .string()
  .max(2_000)
  .transform((text, context) => {
    const url = asUrl(text);
    if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') {
      url.hash = '';
      return url.href;
    }
    context.addIssue({ code: 'custom', message: 'wants an address such as https://www.example.gov/page' });
    return z.NEVER;
  });

function asUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

const checked = (trouble: (text: string) => string | null, what: string, longest: number): z.ZodType<string> =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .superRefine((text, context) => {
      const message = trouble(text);
      if (message !== null)
        context.addIssue({ code: 'custom', message: `${JSON.stringify(text)} is no ${what}: ${message}` });
    });
const selector = checked(selectorTrouble, 'CSS selector', 300);
const pattern = checked(patternTrouble, 'regular expression (RE2)', 200);

/** Reads a Watch's parameters. */
export const pageParams: z.ZodType<PageParams> = z.strictObject({
  url: address,
  select: selector.default(wholePage),
  ignore: oneOrMore(selector, 20).default([]),
  noise: oneOrMore(pattern, 20).default([]),
});
