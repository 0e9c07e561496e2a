import { readSettings, type Settings } from '@vigil/settings';
import type { Command } from 'commander';
import { closing } from '../house/closing.js';
import { openCurrent } from '../house/with-house.js';
import { assertHome } from '../house/writable.js';
import { keepPostgres, startHouse } from '../stack/processes.js';
import type { World } from '../world.js';
import { examples } from './examples.js';

/** `vigil start` */
export function start(command: Command, world: World): void {
  command
    .addHelpText(
      'after',
      examples(
        'VIGIL_CONTACT=mailto:you@example.org vigil start',
        'DATABASE_URL=postgres://… VIGIL_CONTACT=… vigil start',
      ),
    )
    .action(() => run(world));
}

async function run({ env, terminal, until: asked }: World): Promise<void> {
  const settings = readSettings(env);
  await assertHome(settings.home);
  const until = await asked();
  const options = { onLine: (name: string, line: string) => terminal.note(`${name.padEnd(8)} ${line}`), until };
  await closing(async (later) => {
    if (settings.databaseUrl === null) terminal.note('Starting the database …');
    const postgres = settings.databaseUrl === null ? await keepPostgres(settings.home, options) : null;
    if (postgres) later(() => postgres.stop());
    const url = settings.databaseUrl ?? postgres!.url;
    // Here and not in a child, so that what is wrong with the database is told as it is.
    await (await openCurrent(url)).close();
    terminal.note('Starting the scraper and the gateway …');
    const house = await startHouse({ DATABASE_URL: url, VIGIL_CANARY_URL: canaryUrlOf(settings) }, options);
    later(() => house.stop());
    terminal.show(
      { ready: true, url: house.pageUrl },
      `Vigil runs. Ask it at ${house.pageUrl}\nIt listens on this machine only (loopback), since there is no sign-in yet. Ctrl-C stops it.`,
    );
    await Promise.race([house.ended, ...(postgres ? [postgres.ended] : [])]);
  });
}

/** Where the gateway of this house will be; `''` (no canary) where nobody knows it beforehand. */
function canaryUrlOf({ canaryUrl, host, port }: Settings): string {
  if (canaryUrl !== null) return canaryUrl;
  return port === 0 ? '' : `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
