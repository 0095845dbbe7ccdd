import type { MigrationObject } from '@mikro-orm/core';
import { Spine } from './0001-spine.ts';

/** In the order they are applied. */
export const migrations: MigrationObject[] = [{ name: '0001-spine', class: Spine }];
