/** What Vigil needs of the machine it runs on. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../world.js';
import { fail, ok, warn, type Finding } from './finding.js';

/** The oldest Node that Vigil runs on, as `engines` of the root package says too. */
export const oldestNode = '20.19.0';

/** Whether this Node is new enough. `version` is without a `v`. */
export function checkNode(version: string): Finding {
  const [oldest, ours] = [oldestNode, version].map((text) => text.split('.').map((part) => Number.parseInt(part, 10)));
  const [major = 0, minor = 0] = ours!;
  const enough = major > oldest![0]! || (major === oldest![0] && minor >= oldest![1]!);
  return enough
    ? ok('node', version)
    : fail('node', `${version}; ${oldestNode} or later is wanted`, 'Install it from https://nodejs.org');
}

const browserNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const browserPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** The program of a browser of the Chromium family on this machine; null where there is none. */
export async function findBrowser(env: Environment): Promise<string | null> {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const places = folders.flatMap((folder) => browserNames.map((name) => path.join(folder, name)));
  for (const place of [...places, ...browserPlaces]) if (await isProgram(place)) return place;
  return null;
}

async function isProgram(file: string): Promise<boolean> {
  return await access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Whether a person could open a page here. */
export function checkBrowser(program: string | null): Finding {
  return program === null
    ? warn('browser', 'none found', 'Install Chromium; only pages that a person has to open need it.')
    : ok('browser', program);
}
