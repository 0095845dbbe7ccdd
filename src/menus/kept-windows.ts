import { assertNoOverlap } from '../restaurants/assert-no-overlap.ts';
import type { Windows } from './windows.ts';

/** Windows as they are kept: of the same shape, whatever client wrote them. Throws BAD_USER_INPUT for a day said twice or spans that overlap. */
export function keptWindows(windows: Windows | null): Windows | null {
  if (!windows) return null;
  assertNoOverlap({ weekly: windows, exceptions: [] }, 'windows');
  return windows.map(({ day, spans }) => ({ day, spans: spans.map(({ from, to }) => ({ from, to })) }));
}
