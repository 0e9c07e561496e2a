import type { Command } from 'commander';
import type { World } from '../world.js';
import { addWatchCommand } from './watch/add.js';
import { changeWatchCommands } from './watch/change.js';
import { listWatchesCommand } from './watch/list.js';

/** `vigil watch`: what Vigil looks at. */
export function watch(command: Command, world: World): void {
  addWatchCommand(command, world);
  listWatchesCommand(command, world);
  changeWatchCommands(command, world);
}
