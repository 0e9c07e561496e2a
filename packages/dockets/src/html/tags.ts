/** What a tag does to a page. Tags of no other kind are `other`: their text is kept, they part text nodes. */
export type TagKind =
  | 'other'
  | 'silent'
  | 'table'
  | 'section'
  | 'row'
  | 'cell'
  | 'headerCell'
  | 'break'
  | 'link'
  | 'field'
  | 'center'
  | 'wrapper'
  | 'bold'
  | 'italic'
  | 'underlined'
  | 'heading'
  | 'font';

const kinds: Readonly<Record<string, TagKind>> = {
  script: 'silent',
  style: 'silent',
  title: 'silent',
  table: 'table',
  tbody: 'section',
  thead: 'section',
  tfoot: 'section',
  tr: 'row',
  td: 'cell',
  th: 'headerCell',
  br: 'break',
  p: 'break',
  a: 'link',
  input: 'field',
  center: 'center',
  div: 'wrapper',
  form: 'wrapper',
  b: 'bold',
  i: 'italic',
  u: 'underlined',
  h3: 'heading',
  font: 'font',
};

/** Courts write names in both cases; a look-up is cheaper than making it one. */
const byName: ReadonlyMap<string, TagKind> = new Map(
  Object.entries(kinds).flatMap(([name, kind]) => [
    [name, kind],
    [name.toUpperCase(), kind],
  ]),
);

/** The kind of a tag by its name, in any letter case. */
export function tagKind(name: string): TagKind {
  return byName.get(name) ?? byName.get(name.toLowerCase()) ?? 'other';
}
