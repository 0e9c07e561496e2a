import { VigilError } from '@vigil/errors';
import type { Command } from 'commander';
import { examine } from '../doctor/examine.js';
import type { Finding } from '../doctor/finding.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import type { World } from '../world.js';
import { examples } from './examples.js';

/** `vigil doctor` */
export function doctor(command: Command, { env, terminal }: World): void {
  command
    .addHelpText('after', examples('vigil doctor', 'DATABASE_URL=postgres://… vigil doctor --json'))
    .action(async () => {
      const findings = await examine(env);
      const texts = table(findings.map(({ state, name, found }) => [state, name, found.replaceAll('\n', '; ')]));
      terminal.showAll(findings.map((finding, index) => [finding, textOf(finding, texts[index]!, terminal)]));
      const failed = findings.filter(({ state }) => state === 'fail').map(({ name }) => name);
      if (failed.length > 0) throw new VigilError('UNHEALTHY', failed.join(', '));
    });
}

function textOf({ state, mend }: Finding, line: string, { paint }: Terminal): string {
  const colour = { ok: paint.green, warn: paint.yellow, fail: paint.red }[state];
  const text = `${colour(line.slice(0, state.length))}${line.slice(state.length)}`;
  return mend === null ? text : `${text}\n      ${mend}`;
}
