import { VigilError } from '@vigil/errors';
import { readFile } from 'node:fs/promises';
import { mailAddress, type MailAddress } from './mail-address.js';
import type { Settings } from './read-settings.js';

/** A mailbox and the password to it, which is never shown. */
export interface MailAccount extends MailAddress {
  readonly password: string;
}

/** The mailbox that the settings name, or `null`. Throws BAD_SETTING where the file of its password cannot be read. */
export async function mailAccountOf(
  settings: Pick<Settings, 'mailUrl' | 'mailPassword' | 'mailPasswordFile'>,
): Promise<MailAccount | null> {
  const { mailUrl, mailPassword, mailPasswordFile } = settings;
  const address = mailUrl === null ? null : mailAddress(mailUrl);
  if (address === null) return null;
  return { ...address, password: mailPassword ?? (await passwordIn(mailPasswordFile!)) };
}

async function passwordIn(file: string): Promise<string> {
  const wrong = (got: string, cause?: unknown): VigilError =>
    new VigilError('BAD_SETTING', `VIGIL_MAIL_PASSWORD_FILE: ${got}, wants a file whose first line is a password`, {
      cause,
    });
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw wrong(`${file} cannot be read`, error);
  }
  const password = text.split(/\r?\n/, 1)[0]!;
  if (password === '') throw wrong(`${file} begins with an empty line`);
  return password;
}
