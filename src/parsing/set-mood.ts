import type { Reading } from './asked.ts';
import type { Span } from './span.ts';

export function setMood(reading: Reading, mood: Reading['mood'], span: Span): void {
  reading.mood = mood;
  reading.moodSpan = span;
  reading.isFresh = true;
  reading.amount = null;
  reading.only = null;
  reading.lead = null;
}
