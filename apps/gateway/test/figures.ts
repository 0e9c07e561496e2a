/** Figures by their name and labels, as Prometheus' text format tells them; throws at a line that is not of that format. */
export function readFigures(text: string): ReadonlyMap<string, number> {
  const figures = new Map<string, number>();
  for (const line of text.split('\n')) {
    if (line === '' || /^# (HELP|TYPE) [a-z_][a-z0-9_]* ./.test(line)) continue;
    const parts = /^([a-z_][a-z0-9_]*(?:\{(?:[a-z_]+="[^"\\]*",?)+\})?) (\S+)$/.exec(line);
    if (!parts) throw new Error(`no line of the text format: ${line}`);
    const value = parts[2]!;
    figures.set(parts[1]!, value === 'Nan' ? Number.NaN : Number(value.replace('Inf', 'Infinity')));
  }
  return figures;
}

/** Names of all labels that figures of Vigil bear. */
export function labelNames(text: string): ReadonlySet<string> {
  const own = text.split('\n').filter((line) => line.startsWith('vigil_'));
  return new Set(own.flatMap((line) => [...line.matchAll(/([a-z_]+)="/g)].map(([, name]) => name!)));
}
