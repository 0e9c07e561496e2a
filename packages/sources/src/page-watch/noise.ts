/**
 * What changes on a page without news (a clock, a counter), left out by regular expressions. They are RE2's, whose
 * time grows with the text only; without look-around and back-references. Each works within a line.
 */
import { VigilError } from '@vigil/errors';
import { RE2JS } from 're2js';

/** States of a compiled pattern, and states by characters by matches of all patterns on one page. */
const mostStates = 500;
const mostWork = 100_000_000;

/** What is wrong with a pattern; `null` where nothing is. */
export function patternTrouble(pattern: string): string | null {
  try {
    return RE2JS.compile(pattern).programSize() > mostStates ? 'it stands for too much: write a shorter one' : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Leaves out what matches. Pure. Throws BAD_RECORD where the patterns take too long on these lines. */
export function withoutNoise(lines: readonly string[], patterns: readonly string[]): readonly string[] {
  let work = 0;
  return patterns
    .map((pattern) => RE2JS.compile(pattern))
    .reduce<readonly string[]>(
      (texts, pattern) =>
        texts.map((text) => {
          const matcher = pattern.matcher(text);
          let rest = '';
          let from = 0;
          do {
            work += pattern.programSize() * (text.length + 1);
            if (work > mostWork)
              throw new VigilError('BAD_RECORD', 'the noise patterns take too long on this page: choose simpler ones');
            if (!matcher.find()) break;
            rest += text.slice(from, matcher.start());
            from = matcher.end();
          } while (from < text.length);
          return rest + text.slice(from);
        }),
      lines,
    );
}
