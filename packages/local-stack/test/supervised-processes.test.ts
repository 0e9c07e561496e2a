import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { superviseProcesses, type ProcessExit, type ProcessSpec, type Supervision } from '../src/index.js';
import { isAlive, until } from './servers.js';

const script = fileURLToPath(new URL('programs/child.mjs', import.meta.url));

interface Watched {
  readonly lines: string[];
  readonly exits: ProcessExit[];
  readonly stop: AbortController;
  readonly supervision: Promise<Supervision>;
}

function supervise(...behaviours: readonly string[]): Watched {
  const specs = behaviours.map((behaviour, index): ProcessSpec => ({
    name: index === 0 ? 'one' : `one-${index}`,
    script,
    args: [behaviour],
    env: { GREETING: behaviour },
    ...(behaviour === 'stubborn' && { graceMs: 500 }),
  }));
  const [lines, exits, stop]: [string[], ProcessExit[], AbortController] = [[], [], new AbortController()];
  const supervision = superviseProcesses(specs, {
    onLine: (line) => lines.push(line),
    onExit: (exit) => exits.push(exit),
    until: stop.signal,
  });
  return { lines, exits, stop, supervision };
}

const pidOf = (supervision: Supervision, name: string): number => Number(supervision.ready.get(name)?.['pid']);

describe('supervised processes', () => {
  it('tell that they are ready, and their lines carry their names', async () => {
    const { lines, supervision } = supervise('serves', 'serves');
    const running = await supervision;
    expect([...running.ready.keys()]).toEqual(['one', 'one-1']);
    expect(isAlive(pidOf(running, 'one'))).toBe(true);
    await running.stop();
    expect(lines).toContain('one   | hello from serves');
    expect(lines).toContain('one   | a warning');
    expect(lines).toContain('one-1 | ending in order');
  });

  it('end in order when they are stopped', async () => {
    const { exits, supervision } = supervise('serves', 'serves');
    const running = await supervision;
    await running.stop();
    await running.ended;
    expect(exits).toHaveLength(2);
    for (const exit of exits) expect(exit).toMatchObject({ code: 0, signal: null, expected: true });
  });

  it('are stopped by the signal they live under', async () => {
    const { exits, stop, supervision } = supervise('serves');
    const running = await supervision;
    stop.abort();
    await running.ended;
    expect(exits).toMatchObject([{ name: 'one', code: 0, expected: true }]);
  });

  it('are stopped when that signal comes before they are ready', async () => {
    const { exits, stop, supervision } = supervise('serves', 'serves');
    stop.abort(new Error('not now'));
    await expect(supervision).rejects.toThrow('not now');
    expect(exits).toMatchObject([{ name: 'one', expected: true }]);
  });

  it('are killed when they do not end within the grace', async () => {
    const { exits, supervision } = supervise('stubborn');
    const running = await supervision;
    await running.stop();
    expect(exits).toMatchObject([{ name: 'one', signal: 'SIGKILL', expected: true }]);
  });

  it('end by themselves in their own time, with what holds them', async () => {
    const { lines, exits, supervision } = supervise('held-up');
    const running = await supervision;
    await running.stop();
    expect(exits).toMatchObject([{ name: 'one', code: 0, signal: null, expected: true }]);
    expect(lines).toContain('one | later than it should');
  });

  it('all end with PROCESS_DIED when one ends by itself', async () => {
    const { exits, supervision } = supervise('serves', 'dies-later');
    const running = await supervision;
    await expect(running.ended).rejects.toMatchObject({
      code: 'PROCESS_DIED',
      message: 'The process one-1 ended by itself (code 4)',
    });
    await until(() => exits.length === 2);
    expect(exits).toMatchObject([
      { name: 'one-1', code: 4, expected: false },
      { name: 'one', code: 0, expected: true },
    ]);
    expect(isAlive(pidOf(running, 'one'))).toBe(false);
  });

  it('all end with PROCESS_DIED when one ends before it is ready, and its last lines are heard', async () => {
    const { lines, exits, supervision } = supervise('serves', 'dies-early');
    await expect(supervision).rejects.toMatchObject({
      code: 'PROCESS_DIED',
      message: 'The process one-1 ended by itself (code 3)',
    });
    expect(lines).toContain('one-1 | no good');
    await until(() => exits.length === 2);
  });
});
