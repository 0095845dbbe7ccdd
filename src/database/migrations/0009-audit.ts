import { Migration } from '@mikro-orm/migrations';

/** Written once and never changed, whoever asks: not even the program's own mistakes may touch it. */
export class Audit extends Migration {
  override up(): void {
    this.addSql(`create table audit_entry (
      id uuid not null,
      at timestamptz not null,
      request_id text not null,
      actor_kind text not null,
      actor_id uuid null,
      as_admin boolean not null,
      asked_from text null,
      field text not null,
      stream uuid null,
      subject_ids text[] not null,
      arguments jsonb not null,
      outcome text not null,
      primary key (id)
    )`);
    this.addSql(
      "alter table audit_entry add constraint audit_entry_actor_kind_check check (actor_kind in ('person', 'service', 'guest', 'anonymous', 'operator'))",
    );
    this.addSql('create index audit_entry_of_stream on audit_entry (stream, id)');
    this.addSql('create index audit_entry_of_actor on audit_entry (actor_id, id)');
    this.addSql('create index audit_entry_of_field on audit_entry (field, id)');
    this.addSql(`create function audit_entry_is_append_only_fn() returns trigger language plpgsql as $$ begin
      raise exception 'audit_entry is append-only';
    end; $$`);
    this.addSql(`create trigger is_append_only before update or delete on audit_entry
      for each statement execute function audit_entry_is_append_only_fn()`);
    this.addSql(`create trigger is_never_emptied before truncate on audit_entry
      for each statement execute function audit_entry_is_append_only_fn()`);
  }
}
