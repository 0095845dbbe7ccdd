import { Migration } from '@mikro-orm/migrations';

/** Tokens that letters carry, and accounts that were erased. */
export class Accounts extends Migration {
  override up(): void {
    this.addSql('alter table person add column erased_at timestamptz null');
    this.addSql(`create table account_token (
      secret_hash text not null,
      person_id uuid not null,
      purpose text not null,
      email text null,
      name text null,
      password_hash text null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (secret_hash)
    )`);
    this.addSql('create index account_token_person on account_token (person_id)');
    this.addSql('create index account_token_expires_at on account_token (expires_at)');
    this.addSql(`alter table account_token add constraint account_token_purpose_check
      check (purpose in ('VERIFY', 'RESET', 'CHANGE_EMAIL'))`);
    this.addSql(
      'alter table account_token add foreign key (person_id) references person (id) on delete cascade',
    );
  }
}
