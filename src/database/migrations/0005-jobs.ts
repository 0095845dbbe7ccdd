import { Migration } from '@mikro-orm/migrations';

/** Work that is done after the commit of what asked for it. */
export class Jobs extends Migration {
  override up(): void {
    this.addSql(`create table job (
      id uuid not null,
      kind text not null,
      payload jsonb not null,
      run_at timestamptz not null,
      attempts int not null,
      claimed_until timestamptz null,
      created_at timestamptz not null,
      last_error text null,
      dead_at timestamptz null,
      primary key (id)
    )`);
    this.addSql('create index job_run_at on job (run_at)');
  }
}
