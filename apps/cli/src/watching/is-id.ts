/** What looks like an id of ours and not like a court's. */
export const isId = (word: string): boolean => /^[\da-f]{8}-[\da-f-]{27}$/i.test(word);
