/** What stands at a page's foot, where PACER charged for it. */
export interface Receipt {
  /** When the court made the page: UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`, from the court's own time; `null` where it is not printed. */
  readonly printedAt: string | null;
  /** Whether what was asked for leaves no entry out: no span of dates or documents is cut off. */
  readonly whole: boolean;
}
