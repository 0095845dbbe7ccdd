import { Migration } from '@mikro-orm/migrations';

/**
 * Carts that several people fill: guests of one table, and whoever serves it. Waiters' carts for one table become one cart, in which
 * each line says who added it; the same choice of two of them stays two lines. Lines keep the price they were added at.
 */
export class Carts extends Migration {
  override up(): void {
    this.addSql(`alter table cart
      add column share_code text null,
      add column emptied_version int not null default 0`);
    this.addSql(
      'create unique index cart_share_code on cart (restaurant_id, table_id, share_code) where share_code is not null',
    );
    this.addSql('create index cart_updated_at on cart (updated_at)');
    this.addSql(`alter table cart_line
      add column unit_price int null,
      add column added_by int null`);
    this.addSql(`create table cart_member (
      restaurant_id uuid not null,
      cart_id uuid not null,
      number int not null,
      visit_id uuid null,
      person_id uuid null,
      name text null,
      joined_at timestamptz not null,
      left_at timestamptz null,
      primary key (restaurant_id, cart_id, number),
      constraint cart_member_once unique (restaurant_id, cart_id, visit_id),
      foreign key (restaurant_id, cart_id) references cart (restaurant_id, id) on delete cascade,
      foreign key (restaurant_id, visit_id) references visit (restaurant_id, id),
      foreign key (person_id) references person (id)
    )`);
    this.addSql('create index cart_member_of_visit on cart_member (restaurant_id, visit_id)');
    this.addSql('create index cart_member_of_person on cart_member (person_id)');
    this.addSql('alter table orders add column party uuid[] null');
    this.addSql('create index orders_of_party on orders using gin (party)');

    this.addSql(`insert into cart_member (restaurant_id, cart_id, number, person_id, joined_at)
      select restaurant_id, first_value(id) over staff_of_table, row_number() over staff_of_table, person_id, created_at
      from cart where owner_key like 'staff:%' and table_id is not null
      window staff_of_table as (partition by restaurant_id, table_id order by id)`);
    this.addSql(`update cart_line l
      set cart_id = m.cart_id, added_by = m.number, choice_key = l.choice_key || ':' || m.number
      from cart c join cart kept on kept.restaurant_id = c.restaurant_id and kept.table_id = c.table_id
      join cart_member m on m.restaurant_id = c.restaurant_id and m.cart_id = kept.id and m.person_id = c.person_id
      where l.restaurant_id = c.restaurant_id and l.cart_id = c.id and c.owner_key like 'staff:%'`);
    this.addSql(`delete from cart c where owner_key like 'staff:%' and table_id is not null
      and not exists (select 1 from cart_member m where m.restaurant_id = c.restaurant_id and m.cart_id = c.id)`);
    this.addSql(`update cart set owner_key = 'staff:table:' || table_id, person_id = null, version = version + 1
      where owner_key like 'staff:%' and table_id is not null`);
  }
}
