import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Refusal } from '../errors.ts';

/**
 * Changes categories; the database itself says when a slug is taken, so of two who want one at once one gets it.
 * Slugs of archived categories stay taken: old links must not lead elsewhere. Throws SLUG_TAKEN.
 */
export async function orSlugTaken<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) throw new Refusal('SLUG_TAKEN');
    throw error;
  }
}
