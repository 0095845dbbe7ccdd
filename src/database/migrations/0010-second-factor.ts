import { Migration } from '@mikro-orm/migrations';

/** Codes of an app beside the password, and restaurants that want them of their owners. */
export class SecondFactor extends Migration {
  override up(): void {
    this.addSql(`create table second_factor (
      person_id uuid not null,
      sealed text not null,
      created_at timestamptz not null,
      confirmed_at timestamptz null,
      last_step int not null,
      primary key (person_id)
    )`);
    this.addSql('alter table second_factor add foreign key (person_id) references person (id)');
    this.addSql(`create table recovery_code (
      person_id uuid not null,
      code_hash text not null,
      primary key (person_id, code_hash)
    )`);
    this.addSql('alter table recovery_code add foreign key (person_id) references person (id)');
    this.addSql('alter table restaurant add column second_factor_required boolean not null default false');
  }
}
