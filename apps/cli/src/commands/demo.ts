import { InvalidArgumentError, type Command } from 'commander';
import { playDemo, type DemoOptions } from '../demo/play-demo.js';
import type { World } from '../world.js';
import { examples } from './examples.js';

/** `vigil demo` */
export function demo(command: Command, world: World): void {
  command
    .option('--speed <times>', 'how many times as fast as in two minutes', speed, 1)
    .option('--fresh', 'forget earlier runs; else the story goes on where the last one stopped', false)
    .option('--exit', 'end with the story; else go on serving until Ctrl-C', false)
    .addHelpText('after', examples('vigil demo', 'vigil demo --fresh --speed 4 --exit'))
    .action((options: DemoOptions) => playDemo(world, options));
}

const [slowest, fastest] = [0.1, 60];

function speed(text: string): number {
  const times = Number(text);
  if (text.trim() === '' || !(times >= slowest && times <= fastest))
    throw new InvalidArgumentError(`Wants a number from ${slowest} to ${fastest}.`);
  return times;
}
