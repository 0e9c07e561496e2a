import { courts, type Court } from '@vigil/dockets';
import type { Command } from 'commander';
import { table } from '../terminal/table.js';
import type { World } from '../world.js';
import { examples } from './examples.js';

/** `vigil courts` */
export function listCourts(command: Command, { terminal }: World): void {
  command
    .option('--feed', 'only courts that may publish a feed')
    .addHelpText('after', examples('vigil courts --feed', 'vigil courts --json'))
    .action(({ feed = false }: { readonly feed?: boolean }) => {
      const listed = courts.filter((court) => !feed || (court.feed.url !== null && court.feed.status !== 'NONE'));
      const texts = table(listed.map((court) => [court.id, feedText(court), court.zone, court.name]));
      terminal.showAll(listed.map((court, index) => [court, texts[index]!]));
    });
}

function feedText({ feed }: Court): string {
  const known = {
    ALL: 'feed of all entries',
    PARTIAL: 'feed of some entries',
    UNKNOWN: 'feed unproved',
    NONE: 'no feed',
  };
  return known[feed.url === null ? 'NONE' : feed.status];
}
