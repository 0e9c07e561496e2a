/** Lines that only one of two texts has, each marked with - or + and with where the next ones stand; in their order. */
export function differenceOf(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const common = longestCommon(old, now);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...common, [old.length, now.length] as const]) {
    while (i < a) lines.push(`- ${old[i++]}`);
    while (j < b) lines.push(`+ ${now[j++]}`);
    [i, j] = [a + 1, b + 1];
  }
  return lines.join('\n');
}

/** Places of the lines that both have, in order: greedily, which for pages of records is near enough. */
function longestCommon(old: readonly string[], now: readonly string[]): readonly (readonly [number, number])[] {
  const places = new Map<string, number[]>();
  for (const [at, line] of now.entries()) places.set(line, [...(places.get(line) ?? []), at]);
  const common: (readonly [number, number])[] = [];
  let from = 0;
  for (const [at, line] of old.entries()) {
    const place = places.get(line)?.find((candidate) => candidate >= from && candidate - from < 40);
    if (place === undefined) continue;
    common.push([at, place]);
    from = place + 1;
  }
  return common;
}
