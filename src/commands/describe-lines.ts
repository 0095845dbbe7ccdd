interface Line {
  readonly quantity: number;
  readonly title: string;
  readonly variantLabel: string | null;
  readonly modifiers: readonly { readonly title: string; readonly wanted: boolean }[];
  readonly note: string | null;
  readonly total?: { readonly formatted: string };
}

/** Lines of a cart or a ticket as a waiter would write them down. */
export function describeLines(lines: readonly Line[]): string[] {
  const texts = lines.map(describe);
  const width = Math.max(0, ...texts.map((text) => text.length));
  return lines.map(({ total }, index) =>
    total ? `${texts[index]!.padEnd(width)}  ${total.formatted.padStart(8)}` : texts[index]!,
  );
}

function describe({ quantity, title, variantLabel, modifiers, note }: Line): string {
  const changes = modifiers.map((modifier) => `${modifier.wanted ? 'with' : 'without'} ${modifier.title}`);
  const parts = [title, ...(variantLabel ? [variantLabel] : []), ...changes, ...(note ? [`"${note}"`] : [])];
  return `${quantity} × ${parts.join(', ')}`;
}
