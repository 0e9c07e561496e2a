/** A test file of its own run: what happens to a test whose shared folder is absent. */
import { expect, it } from 'vitest';
import { sharedFolder } from '../../src/testing.js';

it('reads pages', () => {
  sharedFolder('pages');
  expect.unreachable('The test went on without its folder');
});
