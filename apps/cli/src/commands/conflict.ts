import type { Command } from 'commander';
import type { World } from '../world.js';
import { listConflictsCommand } from './conflict/list.js';
import { settleConflictCommand } from './conflict/settle.js';

/** `vigil conflict`: evidence that contradicts which case is which. */
export function conflict(command: Command, world: World): void {
  listConflictsCommand(command, world);
  settleConflictCommand(command, world);
}
