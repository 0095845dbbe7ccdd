import { Migration } from '@mikro-orm/migrations';

/** Roles that are offered to addresses. */
export class Invites extends Migration {
  override up(): void {
    this.addSql(`create table invite (
      id uuid not null,
      restaurant_id uuid not null,
      email text not null,
      email_key text not null,
      role text not null,
      token_hash text not null,
      invited_by_id uuid not null,
      created_at timestamptz not null,
      sent_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz null,
      revoked_at timestamptz null,
      primary key (id)
    )`);
    this.addSql('alter table invite add constraint invite_within unique (restaurant_id, id)');
    this.addSql('alter table invite add constraint invite_token_hash unique (token_hash)');
    this.addSql('create index invite_address on invite (restaurant_id, email_key)');
    this.addSql('create index invite_expires_at on invite (expires_at)');
    this.addSql(`alter table invite add constraint invite_role_check
      check (role in ('OWNER', 'MANAGER', 'KITCHEN', 'FLOOR', 'COURIER'))`);
    this.addSql('alter table invite add foreign key (restaurant_id) references restaurant (id)');
    this.addSql('alter table invite add foreign key (invited_by_id) references person (id)');
  }
}
