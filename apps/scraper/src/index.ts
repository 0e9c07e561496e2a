export { startScraper, type Scraper, type ScraperOptions } from './start-scraper.js';
