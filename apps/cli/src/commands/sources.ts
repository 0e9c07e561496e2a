import { sources } from '@vigil/sources';
import type { Command } from 'commander';
import { durationText } from '../terminal/duration.js';
import { table } from '../terminal/table.js';
import type { World } from '../world.js';
import { examples } from './examples.js';

/** `vigil sources` */
export function listSources(command: Command, { terminal }: World): void {
  command.addHelpText('after', examples('vigil sources', 'vigil sources --json')).action(() => {
    const listed = [...sources.values()];
    const texts = table(
      listed.map(({ id, about, schedule, access }) => [
        id,
        access === 'attended' ? 'opened by a person' : `every ${durationText(schedule.every)}`,
        about.title,
        about.homepage,
      ]),
    );
    terminal.showAll(
      listed.map(({ id, version, kind, access, about, schedule }, index) => [
        { id, version, kind, access, about, everyMs: schedule.every, atMostMs: schedule.atMost },
        texts[index]!,
      ]),
    );
  });
}
