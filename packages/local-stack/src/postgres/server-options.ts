const ALWAYS: Readonly<Record<string, string | number>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // BullMQ's pool, the gateway's, the scraper's and the listeners share one server.
  max_connections: 200,
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  // A failed statement is named in the application's log by its code; here its text would show people's data.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const THROWAWAY: Readonly<Record<string, string | number>> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
};

/** The arguments of `postgres`. They go through a shell (pg_ctl uses one): no value here may need quoting. */
export function serverOptions(port: number, durable: boolean): readonly string[] {
  const settings = { ...ALWAYS, ...(durable ? {} : THROWAWAY), port };
  return Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
}
