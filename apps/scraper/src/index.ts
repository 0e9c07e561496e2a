export { ScraperMetrics } from './health/scraper-metrics.js';
export { startScraper, type Scraper, type ScraperOptions } from './start-scraper.js';
