import { AsyncLocalStorage } from 'node:async_hooks';

/** Which transaction the running code belongs to, so that a query beside it can be refused. */
export const inTransaction = new AsyncLocalStorage<{ open: boolean }>();
