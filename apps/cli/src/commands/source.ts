import type { Command } from 'commander';
import type { World } from '../world.js';
import { checkSource } from './source/check.js';
import { drillSource } from './source/drill.js';
import { testSource } from './source/test.js';

/** `vigil source`: what an engineer does to teach Vigil one more site. */
export function source(command: Command, world: World): void {
  testSource(command.command('test'), world);
  checkSource(command.command('check'), world);
  drillSource(command.command('drill'), world);
}
