import { asVigilError } from '@vigil/errors';
import { readSettings, type Settings } from '@vigil/settings';
import type { Environment } from '../world.js';
import { fail, ok, type Finding } from './finding.js';

/** Reads the settings; null where they are wrong. */
export function examineSettings(env: Environment): { readonly settings: Settings | null; readonly finding: Finding } {
  try {
    const settings = readSettings(env);
    return { settings, finding: checkContact(settings) };
  } catch (error) {
    const { message } = asVigilError(error);
    return { settings: null, finding: fail('settings', message, 'docs/settings.md lists them.') };
  }
}

/** Whether publishers can tell who asks them, without which the scraper does not start. */
export function checkContact({ contact, simulatorUrl, home }: Settings): Finding {
  if (contact === null && simulatorUrl === null)
    return fail(
      'settings',
      'VIGIL_CONTACT is not set, and no publisher is asked without it',
      'Set it to an https or mailto URL at which publishers reach you.',
    );
  return ok('settings', `home ${home}${simulatorUrl === null ? '' : `, simulator ${simulatorUrl}`}`);
}
