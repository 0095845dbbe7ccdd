import type { Order } from './state.ts';
import { stages, steps, type Verb } from './verbs.ts';

/** As it is said where there are these orders, with so many lines, and a cart of so many. */
export function resolve(
  verb: Verb,
  cartLines: number,
  orders: readonly Pick<Order, 'status' | 'lines'>[],
): Verb {
  if (!('order' in verb)) return 'line' in verb ? { ...verb, line: among(verb.line, cartLines) } : verb;
  const order = among(verb.order, orders.length);
  const { status, lines } = orders[order] ?? { status: 'PLACED' as const, lines: [] };
  if (verb.does === 'move') return { ...verb, order, to: verb.to === 'next' ? next(steps, status) : verb.to };
  if (verb.does === 'moveLines') {
    const { to } = verb;
    const of =
      'lines' in verb.of
        ? { lines: [...new Set(verb.of.lines.map((one) => among(one, lines.length)))] }
        : verb.of;
    const first =
      'lines' in of ? lines[of.lines[0]!] : lines.find(({ course }) => (course ?? 1) === of.course);
    return { ...verb, order, of, to: to === 'next' ? next(stages, first?.stage) : to };
  }
  if ('line' in verb && verb.line !== null)
    return { ...verb, order, line: among(verb.line, lines.length) } as Verb;
  return { ...verb, order };
}

function among(index: number, length: number): number {
  return index === 99 || length === 0 ? 99 : index % length;
}

function next<T extends string>(way: readonly T[], now: string | undefined): T {
  return way[(way as readonly string[]).indexOf(now ?? '') + 1] ?? way.at(-1)!;
}
