/**
 * The scenario of the founding story: the C.D. Cal. suit of 27 October 2017 to the preliminary injunction of
 * 25 January 2018, among noise of other courts, in about two minutes. The case's number, caption, judge and four dates
 * are public facts; everything else is invented.
 */
export const foundingStory: URL = new URL('../scenarios/founding-story.json', import.meta.url);
