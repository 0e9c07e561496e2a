import { SaxesParser } from 'saxes';

/** A strict reading of a feed: the text of each element of the channel and of each item. Throws when it is not well-formed. */
export interface ReadFeed {
  readonly channel: Readonly<Record<string, string>>;
  readonly items: readonly Readonly<Record<string, string>>[];
}

export function readFeed(body: Buffer): ReadFeed {
  const channel: Record<string, string> = {};
  const items: Record<string, string>[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  const add = (text: string): void => {
    const [element, parent] = [open.at(-1) ?? '', open.at(-2)];
    const record = parent === 'item' ? items.at(-1) : parent === 'channel' ? channel : undefined;
    if (record !== undefined) record[element] = (record[element] ?? '') + text;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    open.push(name);
    if (name === 'item') items.push({});
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(body.toString('latin1')).close();
  return { channel, items };
}
