import { statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { patiently, report } from './progress.mjs';
import { root, runQuietly } from './run-node.mjs';

/** npm writes it when an installation is complete. */
const INSTALLED = join(root, 'node_modules', '.package-lock.json');

/** Installs the packages where they are missing or older than the lock. */
export async function install() {
  if (timeOf(INSTALLED) >= timeOf(join(root, 'package-lock.json'))) return;
  report('Installing packages');
  const args = [npm(), 'install', '--no-audit', '--no-fund', '--loglevel=error'];
  await patiently('installing', () => runQuietly('npm install', args));
  // npm leaves its file alone when nothing changed; the next run must see that it was asked.
  const now = new Date();
  utimesSync(INSTALLED, now, now);
}

/** The script of the npm that called us, else of the one that came with this Node. */
function npm() {
  const beside = join(dirname(process.execPath), process.platform === 'win32' ? '.' : '../lib');
  return process.env['npm_execpath'] ?? join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js');
}

function timeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
