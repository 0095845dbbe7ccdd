import type { Bell } from './bell.ts';

/** The bell of a single process. Listeners are called after the ringing code has run, as they would be over a network. */
export function memoryBell(): Bell {
  const listeners = new Map<string, Set<() => void>>();
  return {
    ring(stream) {
      const all = listeners.get(stream);
      for (const hear of all ?? []) {
        queueMicrotask(() => {
          if (all?.has(hear)) hear();
        });
      }
    },
    async listen(stream, hear) {
      const own = () => hear();
      const all = listeners.get(stream) ?? new Set();
      listeners.set(stream, all.add(own));
      return () => {
        all.delete(own);
        if (all.size === 0 && listeners.get(stream) === all) listeners.delete(stream);
      };
    },
    healthy: async () => true,
    async close() {
      for (const all of listeners.values()) all.clear();
      listeners.clear();
    },
  };
}
