const heading = /<!--\s*=+\s*NEW SECTION - ([^=<>]{1,60}?)\s*=+\s*-->/g;

/** The sections that comments part a page of CM/ECF for courts of appeals into: name to HTML. */
export function sectionsOf(html: string): ReadonlyMap<string, string> {
  const headings = [...html.matchAll(heading)];
  return new Map(
    headings.map((match, index) => [match[1]!, html.slice(match.index + match[0].length, headings[index + 1]?.index)]),
  );
}
