import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readSettings } from '../src/index.js';

it('the example of the README runs, and is this', async () => {
  const settings = readSettings({ VIGIL_PORT: '4100' });
  expect(settings.port).toBe(4100);
  expect(() => readSettings({ VIGIL_HOST: '0.0.0.0' })).toThrow('VIGIL_HOST: got "0.0.0.0", wants a loopback address');
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain("const settings = readSettings({ VIGIL_PORT: '4100' });");
  expect(readme).toContain(
    'readSettings({ VIGIL_HOST: \'0.0.0.0\' }); // BAD_SETTING: VIGIL_HOST: got "0.0.0.0", wants a loopback address',
  );
});
