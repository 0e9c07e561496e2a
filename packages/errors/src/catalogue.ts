/**
 * Every error Vigil can report, in one place. The policy is what a caller does about it:
 * `retry` soon with back-off, `wait` for the next scheduled Check, `quarantine` the Source until a
 * person has looked, `attend` by a person in a visible browser, `stop` because only a changed input,
 * setting or machine can help.
 */
export type ErrorPolicy = 'retry' | 'wait' | 'quarantine' | 'attend' | 'stop';

/** One row of the catalogue: what happened, what is done about it, and the way out. */
export interface ErrorEntry {
  readonly policy: ErrorPolicy;
  readonly title: string;
  readonly wayOut: string;
}

const entry = (policy: ErrorPolicy, title: string, wayOut: string): ErrorEntry =>
  Object.freeze({ policy, title, wayOut });

/** The catalogue: code to entry. `docs/errors.md` is generated from it. */
export const catalogue = Object.freeze({
  // Fetching
  FETCH_TIMEOUT: entry('retry', 'The publisher did not answer in time', 'Nothing to do: the next Check tries again.'),
  FETCH_CONNECTION: entry('retry', 'No connection to the publisher', 'Check this machine’s network if it lasts.'),
  FETCH_RATE_LIMITED: entry('wait', 'The publisher asked to slow down (429)', 'Nothing to do: Retry-After is obeyed.'),
  FETCH_UNAVAILABLE: entry('wait', 'The publisher is unavailable (5xx)', 'Nothing to do: the next Check tries again.'),
  FETCH_NOT_FOUND: entry('quarantine', 'The page is not there (404 or 410)', 'Check the address of this Target.'),
  FETCH_FORBIDDEN: entry(
    'quarantine',
    'The publisher refused access (401 or 403)',
    'Do not retry by machine; look at the page by hand.',
  ),
  FETCH_HTTP_STATUS: entry('quarantine', 'An HTTP status nobody expected', 'Look at the Capture.'),
  FETCH_TOO_LARGE: entry(
    'quarantine',
    'The answer is larger than allowed, compressed or not',
    'Look at the page; raise the limit only if it is honest.',
  ),
  FETCH_ENCODING: entry('quarantine', 'The answer’s content encoding is unknown or broken', 'Look at the Capture.'),
  FETCH_TRUNCATED: entry(
    'retry',
    'The connection ended before the answer was complete',
    'Nothing to do: the next Check tries again.',
  ),
  FETCH_REDIRECTS: entry(
    'quarantine',
    'Too many redirects, or one to another site',
    'Check the address of this Target.',
  ),
  FETCH_ADDRESS_REFUSED: entry('stop', 'The address is private or of a forbidden kind', 'Watch a public address.'),
  CREDENTIAL_MISSING: entry(
    'stop',
    'A Source needs a credential that is not set',
    'The message says how to get one, and which setting takes it.',
  ),
  FETCH_ROBOTS: entry(
    'stop',
    'robots.txt does not allow this page',
    'Ask the publisher, or import pages that a person saved.',
  ),
  MAILBOX_LOGIN: entry(
    'stop',
    'The mail server refuses the user or the password',
    'Put the right ones into VIGIL_MAIL_URL and VIGIL_MAIL_PASSWORD; it is asked once an hour, so that it locks nobody out.',
  ),
  // Reading
  BLOCKED_BY_PUBLISHER: entry(
    'attend',
    'The publisher shows a challenge',
    'A person opens the page in a visible browser; a machine never answers it.',
  ),
  ATTENDED_ONLY: entry(
    'attend',
    'Only a person opens pages of this Source',
    'Open the page in a browser, save it, and `vigil import` the file.',
  ),
  MAINTENANCE: entry('wait', 'The publisher shows a maintenance page', 'Nothing to do: the next Check tries again.'),
  NOT_A_FEED: entry(
    'quarantine',
    'The answer is no RSS feed',
    'Look at the Capture: an error page, or a changed address?',
  ),
  FEED_BROKEN: entry(
    'quarantine',
    'The feed is not well-formed',
    'Look at the Capture; a truncated answer mends itself at the next Check.',
  ),
  EMPTY_WITHOUT_PROOF: entry(
    'quarantine',
    'No records, and nothing that proves there are none',
    'Look at the Capture.',
  ),
  QUARANTINED: entry(
    'quarantine',
    'The page looks as it never did: it is kept, and not told to readers',
    'Look at the page and at `vigil source health`; `vigil source release` tells readers what it says.',
  ),
  PAGE_TRUNCATED: entry(
    'quarantine',
    'The page ends in the middle',
    'Look at the Capture; where a person saved the page, save it again.',
  ),
  NOT_A_DOCKET: entry('quarantine', 'The page is no docket', 'Look at the Capture.'),
  BAD_RECORD: entry('quarantine', 'A record could not be read', 'Look at the Capture; the other records were kept.'),
  UNKNOWN_FORMAT: entry('stop', 'The file is of no known kind', 'Say --kind; `vigil parse --help` lists them.'),
  // Asking
  BAD_INPUT: entry(
    'stop',
    'The input is not of the shape that is wanted',
    'See the message for what was expected and what came.',
  ),
  UNKNOWN_COURT: entry('stop', 'No such court', '`vigil courts` lists the courts.'),
  NO_FEED: entry('stop', 'This court publishes no feed', 'Import docket reports that a person saved.'),
  UNKNOWN_SOURCE: entry('stop', 'No such Source', '`vigil sources` lists the Sources.'),
  SOURCE_FAILED: entry(
    'stop',
    'A Source is not proved',
    'See the lines above; `docs/adding-a-source.md` explains each.',
  ),
  NOT_FOUND: entry('stop', 'Not found, or not yours to see', 'Check the identifier.'),
  BAD_CURSOR: entry('stop', 'The cursor is none of ours', 'Start from the first page, or without `after`.'),
  CURSOR_TOO_OLD: entry(
    'stop',
    'The cursor is older than the log that is kept',
    'Read the timeline anew, then follow from its feedCursor.',
  ),
  ORIGIN_REFUSED: entry(
    'stop',
    'The request came by another name, or from another site’s page',
    'Open Vigil at the loopback address that it prints.',
  ),
  TOO_COMPLEX: entry('stop', 'The query asks for too much at once', 'Ask for fewer items or fewer levels.'),
  // Running
  BAD_SETTING: entry('stop', 'A setting is wrong', 'The message names it, what it got and what it wants.'),
  DATABASE_UNREACHABLE: entry('retry', 'The database does not answer', 'Check DATABASE_URL and the server.'),
  DATABASE_LOGIN: entry(
    'stop',
    'The database server refuses the user or the password',
    'Put the right user and password into DATABASE_URL, or let that user in (pg_hba.conf).',
  ),
  DATABASE_MISSING: entry(
    'stop',
    'There is no such database on the server',
    'Create the database that DATABASE_URL names (createdb), or name another.',
  ),
  DATABASE_CONNECTIONS: entry(
    'retry',
    'The database server has no connection left for us',
    'End connections that nobody needs, raise max_connections (or the limit of the user or database), or lower VIGIL_CONCURRENCY.',
  ),
  DATABASE_DISK: entry('retry', 'The database server’s disk is full', 'Free some space on it, or give it more.'),
  QUEUE_UNREACHABLE: entry(
    'retry',
    'The queue’s server does not answer as it should',
    'Check REDIS_URL, or DATABASE_URL where it is not set, and the server.',
  ),
  QUEUE_UNSAFE: entry(
    'stop',
    'The Redis of the queue is too old, or may throw jobs away',
    'Use Redis 6.2 or later, or Valkey, with `maxmemory-policy noeviction`, or leave REDIS_URL unset.',
  ),
  DATABASE_TOO_OLD: entry('stop', 'The PostgreSQL server is too old', 'Use PostgreSQL 15 or later.'),
  DATABASE_ENCODING: entry(
    'stop',
    'The database’s encoding is not UTF8',
    'Create one with createdb --template=template0 --encoding=UTF8, and name it in DATABASE_URL.',
  ),
  DATABASE_ZONE: entry(
    'stop',
    'A database session is not in UTC',
    'Take a zone out of DATABASE_URL; a pooler in between must hand on the options of a session, so name the server itself.',
  ),
  DATABASE_ROLE: entry(
    'stop',
    'The application’s database role has too much or too little power',
    'Run the migrations as the owner; see docs/operations.md.',
  ),
  SCHEMA_MISMATCH: entry(
    'stop',
    'The database’s schema is not this release’s',
    'Start the newer release, or restore the older database.',
  ),
  EMBEDDED_POSTGRES: entry(
    'stop',
    'The embedded PostgreSQL did not start',
    'See the log file named in the message, or set DATABASE_URL.',
  ),
  ARCHIVE_KEY: entry('stop', 'The archive’s key is missing or wrong', 'Restore archive.key, or set VIGIL_ARCHIVE_KEY.'),
  ARCHIVE_CORRUPT: entry('stop', 'A stored body does not match its SHA-256', 'Restore the archive from a backup.'),
  ARCHIVE_DISK: entry(
    'retry',
    'The archive cannot be read or written',
    'Check the space on its disk and the rights of its folder.',
  ),
  CHECK_OVERLAP: entry('wait', 'Another Check of this Target is running', 'Nothing to do.'),
  PROCESS_DIED: entry('stop', 'A process of the local stack ended by itself', 'See its last lines above the message.'),
  UNHEALTHY: entry('stop', 'Vigil does not work as it stands', 'Mend what `vigil doctor` marks with fail.'),
  INTERNAL: entry('stop', 'An error nobody foresaw', 'Report it with its code and time.'),
});

/** A code of the catalogue. */
export type ErrorCode = keyof typeof catalogue;
