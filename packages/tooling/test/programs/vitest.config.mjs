/** Keeps this folder's run apart from the repository's own settings. */
export default {};
