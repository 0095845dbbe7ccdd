import type { ParsingMode } from '../restaurants/parsing-mode.ts';
import type { OrderParser } from './order-parser.ts';

/** Who reads a restaurant's orders, by what it chose. */
export interface Parsers {
  of(restaurant: { readonly id: string; readonly parsingMode: ParsingMode }): OrderParser;
  close(): void;
}
