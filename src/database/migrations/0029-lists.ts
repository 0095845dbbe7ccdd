import { Migration } from '@mikro-orm/migrations';

/**
 * What lists of people and of the audit go by. Names have a key without accents and capitals, which a trigger keeps, and both keys are
 * compared by their bytes: so pages end at the same row on every database.
 */
export class Lists extends Migration {
  override up(): void {
    this.addSql('drop index person_search');
    this.addSql(`alter table person
      add column name_key text collate "C" not null default '',
      alter column email_key type text collate "C"`);
    this.addSql(keyOfName);
    this.addSql(`create trigger person_name_key before insert or update of name on person
      for each row execute function keep_name_key()`);
    this.addSql("update person set name = name where name <> ''");
    for (const [name, of] of Object.entries(indexes)) this.addSql(`create index ${name} on ${of}`);
  }
}

const keyOfName = `
create function keep_name_key() returns trigger language plpgsql as $$
begin
  new.name_key := folded(new.name);
  return new;
end $$`;

const indexes = {
  person_search: 'person using gin (name_key gin_trgm_ops, email_key gin_trgm_ops)',
  person_by_name: 'person (name_key, id)',
  person_by_creation: 'person (created_at, id)',
  person_admins: 'person (id) where admin',
  person_suspended: 'person (id) where suspended_at is not null',
  person_unverified: 'person (id) where verified_at is null and erased_at is null',
  audit_entry_refused: "audit_entry (id) where outcome <> 'OK'",
  audit_entry_refused_in_stream: "audit_entry (stream, id) where outcome <> 'OK'",
};
