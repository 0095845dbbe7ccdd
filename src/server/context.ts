import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/core';
import type { Bell } from '../events/bell.ts';
import type { Context, HouseRules, Viewer } from '../viewer.ts';

export interface ContextOptions {
  em(): EntityManager;
  readonly bell: Bell;
  readonly rules: HouseRules;
}

/** Makes a context: one per HTTP request, one per operation on a socket, one per live event. */
export type ContextFor = (viewer: Viewer, requestId?: string, memo?: Context['memo']) => Context;

export function contextMaker({ em, bell, rules }: ContextOptions): ContextFor {
  return (viewer, requestId = randomUUID(), memo = new Map()) =>
    new RequestContext(viewer, requestId, memo, em, bell, rules);
}

/** The manager is made when first asked for: a menu from memory needs none. */
class RequestContext implements Context {
  private own: EntityManager | null = null;

  constructor(
    readonly viewer: Viewer,
    readonly requestId: string,
    readonly memo: Context['memo'],
    private readonly fork: () => EntityManager,
    readonly bell: Bell,
    readonly rules: HouseRules,
  ) {}

  get em(): EntityManager {
    this.own ??= this.fork();
    return this.own;
  }
}
