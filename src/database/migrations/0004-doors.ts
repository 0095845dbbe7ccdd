import { Migration } from '@mikro-orm/migrations';

/** Platform admins, suspension, API keys. Everybody who could sign in before keeps doing so. */
export class Doors extends Migration {
  override up(): void {
    this.addSql(`alter table person
      add column admin boolean not null default false,
      add column verified_at timestamptz null,
      add column suspended_at timestamptz null`);
    this.addSql('alter table person alter column admin drop default');
    this.addSql('update person set verified_at = created_at');
    this.addSql('alter table restaurant add column suspended_at timestamptz null');
    this.addSql(`create table api_key (
      id uuid not null,
      restaurant_id uuid not null,
      name text not null,
      scopes text[] not null,
      secret_hash text not null,
      created_by_id uuid not null,
      created_at timestamptz not null,
      expires_at timestamptz null,
      used_at timestamptz null,
      revoked_at timestamptz null,
      primary key (id)
    )`);
    this.addSql('alter table api_key add constraint api_key_within unique (restaurant_id, id)');
    this.addSql('alter table api_key add foreign key (restaurant_id) references restaurant (id)');
    this.addSql('alter table api_key add foreign key (created_by_id) references person (id)');
  }
}
