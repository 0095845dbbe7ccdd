import type { Configuration } from '@mikro-orm/core';
import { PgliteConnection, PgliteDriver } from '@mikro-orm/pglite';
import { CompiledQuery } from 'kysely';
import { boundValues } from './bound-values.ts';

/** MikroORM's, except that values go beside a statement: it writes them into the text, which PGlite then parses and plans anew each time. */
export class EmbeddedDriver extends PgliteDriver {
  constructor(config: Configuration) {
    super(config);
    Object.assign(this, { connection: new BindingConnection(config) });
  }
}

type Execute = PgliteConnection['execute'];
type Context = Parameters<Execute>[3];

class BindingConnection extends PgliteConnection {
  override execute: Execute = async (query, params = [], method, context, logging) => {
    const bound =
      typeof query === 'string' && Array.isArray(params) ? boundValues(query, params, this.platform) : null;
    if (!bound) return super.execute(query, params, method, context, logging);
    await this.ensureConnection();
    const executor = context ?? this.getClient();
    const binding = {
      executeQuery: () => executor.executeQuery(CompiledQuery.raw(bound.text, [...bound.values])),
    };
    return super.execute(query, params, method, binding as unknown as Context, logging);
  };
}
