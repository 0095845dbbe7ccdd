/** Says what has just happened, with its particulars below it. */
export function step(text: string, ...details: readonly string[]): void {
  console.log([`• ${text}`, ...details.map((line) => `    ${line}`)].join('\n'));
}
