const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** A page with every date that it shows, in any usual form, moved to one day (`YYYY-MM-DD`). */
export function onDay(body: Uint8Array, day: string): Uint8Array {
  const [year, month, date] = day.split('-') as [string, string, string];
  const name = months[Number(month) - 1]!;
  const weekday = weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()]!;
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    .toString('latin1')
    .replace(/\b\d{4}-\d{2}-\d{2}(?!\d)/g, day)
    .replace(/\b\d{1,2}\/\d{1,2}\/\d{4}\b/g, `${month}/${date}/${year}`)
    .replace(
      /\b(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat), \d{1,2} [A-Z][a-z]{2} \d{4}\b/g,
      `${weekday}, ${date} ${name} ${year}`,
    );
  return Buffer.from(text, 'latin1');
}
