// Ends with 0 where the app of this container answers, else with 1: the health check of the image.
const { APP, VIGIL_PORT, VIGIL_SCRAPER_PORT } = process.env;
const port = APP === 'scraper' ? VIGIL_SCRAPER_PORT : VIGIL_PORT;

try {
  const { ok } = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4_000) });
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(`no answer at port ${port}: ${error.cause?.message ?? error.message}`);
  process.exitCode = 1;
}
