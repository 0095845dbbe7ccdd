import { Migration } from '@mikro-orm/migrations';

/** What language models were asked for a restaurant and what came of it, added up by the hour. */
export class ModelUseByHour extends Migration {
  override up(): void {
    this.addSql(`create table model_use (
      restaurant_id uuid not null references restaurant (id),
      hour timestamptz not null,
      model text not null,
      outcome text not null,
      calls int not null,
      requests int not null,
      ms bigint not null,
      tokens_in bigint not null,
      tokens_out bigint not null,
      primary key (restaurant_id, hour, model, outcome)
    )`);
    this.addSql('create index model_use_hour on model_use (hour)');
  }
}
