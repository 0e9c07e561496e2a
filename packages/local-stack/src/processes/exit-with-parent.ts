/** What a process may take to end in order after its parent is gone, in milliseconds. */
const GRACE = 10_000;

/**
 * Makes this process end when the one that supervises it is gone, even by `kill -9`: it sends itself SIGTERM, so that
 * there is one orderly way out, and SIGKILL if that takes longer than ten seconds. Does nothing in a process that
 * was started without a supervisor.
 */
export function exitWithParent(): void {
  const end = (): void => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE).unref();
    process.kill(process.pid, 'SIGTERM');
  };
  // The parent may have died while this process was still loading: then the event has been and gone.
  if ('connected' in process && !process.connected) end();
  else process.once('disconnect', end);
  // Listening for the parent is no reason to stay alive.
  process.channel?.unref();
}
