import type { Command } from 'commander';
import type { World } from '../world.js';
import { checkSource } from './source/check.js';
import { drillSource } from './source/drill.js';
import { newSource } from './source/new.js';
import { testSource } from './source/test.js';
import { trySource } from './source/try.js';

/** `vigil source`: what an engineer does to teach Vigil one more site. */
export function source(command: Command, world: World): void {
  newSource(command.command('new'), world);
  testSource(command.command('test'), world);
  checkSource(command.command('check'), world);
  drillSource(command.command('drill'), world);
  trySource(command.command('try'), world);
}
