import { Migration } from '@mikro-orm/migrations';

/** What a person has in restaurants is found by the person: to be read as a whole, and to be forgotten. */
export class PersonsRows extends Migration {
  override up(): void {
    this.addSql('create index cart_of_person on cart (person_id)');
    this.addSql('create index orders_entered_by on orders (entered_by_id)');
  }
}
