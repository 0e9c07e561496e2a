import type { Command } from 'commander';
import type { World } from '../world.js';
import { checkSource } from './source/check.js';
import { drillSource } from './source/drill.js';
import { sourceHealth } from './source/health.js';
import { newSource } from './source/new.js';
import { quarantineSource, releaseSource } from './source/quarantine.js';
import { testSource } from './source/test.js';
import { trySource } from './source/try.js';

/** `vigil source`: what an engineer does to teach Vigil one more site, and an operator to keep it seeing. */
export function source(command: Command, world: World): void {
  newSource(command.command('new'), world);
  testSource(command.command('test'), world);
  checkSource(command.command('check'), world);
  drillSource(command.command('drill'), world);
  trySource(command.command('try'), world);
  sourceHealth(command.command('health'), world);
  quarantineSource(command.command('quarantine'), world);
  releaseSource(command.command('release'), world);
}
