import type { Clause } from './tokens.js';

/** Words that lead to a day and say nothing of what is due. */
const links =
  /^(?:is|are|be|been|was|were|due|on|or|before|by|to|no|not|later|than|until|through|and|including|set|for|at|deadline|remains?|now|shall|must|may|the|extended|continued|reset|within|have|has|from|up|[,:-])$/;
const longest = 14;

/** What is due at a day or period (tokens `first` to `last`): the words in front of it, else those behind. */
export function phraseAround(text: string, clause: Clause, first: number, last: number): string {
  const isLink = (at: number): boolean => {
    const token = clause[at]!;
    return token.kind === 'TIME' || ('word' in token && links.test(token.word));
  };
  let end = first;
  while (end > 0 && isLink(end - 1)) end -= 1;
  let begin = end;
  while (begin > 0 && end - begin < longest && clause[begin - 1]!.kind !== 'DATE') begin -= 1;
  while (begin < end && isLink(begin)) begin += 1;
  if (end > begin) return slice(text, clause, begin, end);
  begin = last + 1;
  while (begin < clause.length && isLink(begin)) begin += 1;
  end = begin;
  while (end < clause.length && end - begin < longest && clause[end]!.kind !== 'DATE') end += 1;
  return end > begin ? slice(text, clause, begin, end) : '';
}

const slice = (text: string, clause: Clause, begin: number, end: number): string =>
  text
    .slice(clause[begin]!.start, clause[end - 1]!.end)
    .replaceAll(/\s+/g, ' ')
    .slice(0, 200);
