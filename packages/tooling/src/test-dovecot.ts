import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';

/** An IMAP server (Dovecot) of one test, with one mailbox. */
export interface TestDovecot {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Puts a mail into the inbox, as if it had come at this time. */
  readonly deliver: (mail: Uint8Array, at: Date) => Promise<void>;
  /** The files of the inbox: their names tell by which flags a mail was marked. */
  readonly files: () => Promise<readonly string[]>;
  /** Forgets the numbers of all mails: the server numbers them anew. */
  readonly renumber: () => Promise<void>;
  /** Stops it for good. */
  readonly drop: () => Promise<void>;
}

/** Dovecot refuses to run as root. */
const nobody = { uid: 65_534, gid: 65_534, user: 'nobody', group: 'nogroup' };
const host = '127.0.0.1';
const [user, password] = ['petra', 'hunter2 "and\\ more'];
const readyMs = 10_000;

/** Debian keeps it where a user without rights does not look. */
const path = `${process.env['PATH'] ?? ''}:/usr/sbin`;

/**
 * Whether Dovecot 2.3 is installed, for `describe.runIf`. Where it is not, says that the tests on it are left out, or throws
 * when VIGIL_REQUIRE_DOVECOT is 1.
 */
export function hasDovecot(): boolean {
  if (isInstalled()) return true;
  const reason = 'Dovecot 2.3 is not installed';
  if (process.env['VIGIL_REQUIRE_DOVECOT'] === '1') throw new Error(`${reason}, and VIGIL_REQUIRE_DOVECOT is 1`);
  process.stderr.write(`The tests on an IMAP server are skipped: ${reason}.\n`);
  return false;
}

/** Starts Dovecot as a user without rights, in a folder of its own: about 200 milliseconds. Ask `hasDovecot` first. */
export async function createTestDovecot(): Promise<TestDovecot> {
  const as = process.getuid?.() === 0 ? nobody : self();
  const directory = await mkdtemp(join(tmpdir(), 'vigil-dovecot-'));
  const inbox = join(directory, 'mail');
  const port = await freePort();
  for (const folder of [directory, inbox, ...['cur', 'new', 'tmp'].map((name) => join(inbox, name))]) {
    await mkdir(folder, { recursive: true });
    await chown(folder, as.uid, as.gid);
  }
  await writeFile(join(directory, 'users'), `${user}:{PLAIN}${password}\n`);
  await writeFile(join(directory, 'dovecot.conf'), configurationOf({ directory, port, ...as }));
  const server = spawn('dovecot', ['-F', '-c', join(directory, 'dovecot.conf')], {
    uid: as.uid,
    gid: as.gid,
    env: { PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (data: Buffer) => void (said += data.toString()));
  const exited = once(server, 'exit');
  const drop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM');
      await exited;
    }
    await rm(directory, { recursive: true, force: true });
  };
  if (!(await answers(port, () => server.exitCode !== null))) {
    await drop();
    throw new Error(`Dovecot did not start: ${said}`);
  }
  let delivered = 0;
  return {
    host,
    port,
    user,
    password,
    deliver: async (mail, at) => {
      delivered += 1;
      const file = join(inbox, 'new', `${String(delivered).padStart(8, '0')}.M1P1.test`);
      await writeFile(file, mail);
      await chown(file, as.uid, as.gid);
      await utimes(file, at, at);
    },
    files: async () => [...(await readdir(join(inbox, 'cur'))), ...(await readdir(join(inbox, 'new')))].sort(),
    renumber: async () => {
      for (const name of await readdir(inbox)) if (name.startsWith('dovecot')) await rm(join(inbox, name));
    },
    drop,
  };
}

function isInstalled(): boolean {
  try {
    return execFileSync('dovecot', ['--version'], { encoding: 'utf8', env: { PATH: path } }).startsWith('2.3.');
  } catch {
    return false;
  }
}

function self(): typeof nobody {
  const { uid, gid, username } = userInfo();
  return { uid, gid, user: username, group: execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim() };
}

/** One process of each kind at most, no TLS, nothing outside of its folder. */
function configurationOf(of: { directory: string; port: number; user: string; group: string; uid: number }): string {
  return `base_dir = ${of.directory}/run
state_dir = ${of.directory}/state
log_path = /dev/stderr
protocols = imap
listen = ${host}
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
default_internal_user = ${of.user}
default_internal_group = ${of.group}
default_login_user = ${of.user}
first_valid_uid = ${of.uid}
first_valid_gid = 1
mail_location = maildir:${of.directory}/mail
passdb {
  driver = passwd-file
  args = ${of.directory}/users
}
userdb {
  driver = static
  args = uid=${of.user} gid=${of.group} home=${of.directory} allow_all_users=yes
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${of.port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service auth {
  user =
}
service auth-worker {
  user =
}
`;
}

async function answers(port: number, isOver: () => boolean): Promise<boolean> {
  const until = performance.now() + readyMs;
  while (!isOver() && performance.now() < until) {
    const socket = connect(port, host);
    const greeted = await Promise.race([
      once(socket, 'data').then(() => true),
      once(socket, 'close').then(() => false),
      sleep(2_000, false),
    ]).catch(() => false);
    socket.destroy();
    if (greeted) return true;
    await sleep(20);
  }
  return false;
}
