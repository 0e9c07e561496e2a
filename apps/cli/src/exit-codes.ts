/** How `vigil` ends. */
export const exitCodes = Object.freeze({ done: 0, failed: 1, usage: 2, interrupted: 130 });

/** The exit codes, as the help explains them. */
export const exitCodesText = `
Exit codes:
  ${exitCodes.done}    done; also when Ctrl-C ends what runs until it is stopped (start, demo, timeline --follow)
  ${exitCodes.failed}    an error: standard error says CODE, what happened and the way out
  ${exitCodes.usage}    the command line is wrong
  ${exitCodes.interrupted}  interrupted before it was done`;
