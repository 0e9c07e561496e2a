import { abbreviations } from './lexicon.js';
import type { Token } from './tokens.js';

/** What stands between two full stops, semicolons or brackets, as tokens in the text's order. Never empty. */
export type Clause = readonly Token[];

const partners: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/**
 * Splits a text into clauses, in the order in which they end. What stands in brackets is a clause of its own, so that it
 * does not part the words around it. A bracket without its partner is no bracket.
 */
export function clausesOf(text: string, tokens: readonly Token[]): readonly Clause[] {
  const brackets = pairedBrackets(tokens);
  const clauses: Token[][] = [];
  const open: Token[][] = [[]];
  const end = (clause: Token[]): void => {
    if (clause.length > 0) clauses.push(clause);
  };
  tokens.forEach((token, index) => {
    if (brackets.has(token)) {
      if (token.kind === 'MARK' && token.word in partners) end(open.pop()!);
      else open.push([]);
    } else if (endsClause(text, tokens, index)) end(open.splice(-1, 1, [])[0]!);
    else open.at(-1)!.push(token);
  });
  end(open[0]!);
  return clauses;
}

function pairedBrackets(tokens: readonly Token[]): ReadonlySet<Token> {
  const paired = new Set<Token>();
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'MARK') continue;
    if (token.word === '(' || token.word === '[') open.push(token);
    const partner = open.at(-1);
    if (partner?.kind !== 'MARK' || partners[token.word] !== partner.word) continue;
    paired.add(token).add(open.pop()!);
  }
  return paired;
}

function endsClause(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (token.kind !== 'MARK') return false;
  if (token.word === ';') return true;
  if (token.word !== '.' && token.word !== '?' && token.word !== '!') return false;
  const next = tokens[index + 1];
  if (next && !/[A-Z0-9([*"“]/.test(text.charAt(next.start))) return false;
  const last = tokens[index - 1];
  return last?.kind !== 'WORD' || (last.word.length > 2 && !abbreviations.has(last.word));
}
