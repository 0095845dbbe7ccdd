import { Migration } from '@mikro-orm/migrations';

/** Longer than 200 lines because it is the whole first schema. */
export class Spine extends Migration {
  override up(): void {
    for (const statement of schema.split(/;\n/)) this.addSql(statement.trim());
  }
}

const schema = `
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table person (
  id uuid not null,
  email text not null,
  email_key text not null,
  name text not null,
  password_hash text not null,
  created_at timestamptz not null,
  primary key (id)
);
alter table person add constraint person_email_key unique (email_key);

create table session (
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz null,
  primary key (id)
);
create index session_person on session (person_id);

create table restaurant (
  id uuid not null,
  slug text not null,
  title text not null,
  currency text not null,
  time_zone text not null,
  locale text not null,
  created_at timestamptz not null,
  archived_at timestamptz null,
  primary key (id)
);
alter table restaurant add constraint restaurant_slug unique (slug);

create table staff (
  id uuid not null,
  restaurant_id uuid not null,
  person_id uuid not null,
  role text not null,
  created_at timestamptz not null,
  primary key (id)
);
create index staff_person on staff (person_id);
alter table staff add constraint staff_once unique (restaurant_id, person_id);
alter table staff add constraint staff_role_check check (role in ('OWNER', 'MANAGER', 'KITCHEN', 'FLOOR', 'COURIER'));

create table restaurant_table (
  id uuid not null,
  restaurant_id uuid not null,
  name text not null,
  code text not null,
  created_at timestamptz not null,
  archived_at timestamptz null,
  primary key (id)
);
alter table restaurant_table add constraint restaurant_table_code unique (code);
alter table restaurant_table add constraint restaurant_table_within unique (restaurant_id, id);

create table visit (
  id uuid not null,
  restaurant_id uuid not null,
  table_id uuid null,
  started_at timestamptz not null,
  used_at timestamptz not null,
  ended_at timestamptz null,
  primary key (id)
);
create index visit_of_table on visit (restaurant_id, table_id);
alter table visit add constraint visit_within unique (restaurant_id, id);

create table menu_category (
  id uuid not null,
  restaurant_id uuid not null,
  slug text not null,
  title text not null,
  description text null,
  position int not null,
  hidden boolean not null,
  archived_at timestamptz null,
  primary key (id)
);
alter table menu_category add constraint menu_category_within unique (restaurant_id, id);
alter table menu_category add constraint menu_category_slug unique (restaurant_id, slug);

create table menu_item (
  id uuid not null,
  restaurant_id uuid not null,
  category_id uuid not null,
  title text not null,
  description text null,
  price int not null,
  featured boolean not null,
  hidden boolean not null,
  sold_out boolean not null,
  position int not null,
  tags text[] not null,
  allergens text[] not null,
  archived_at timestamptz null,
  primary key (id)
);
create index menu_item_of_category on menu_item (restaurant_id, category_id);
alter table menu_item add constraint menu_item_within unique (restaurant_id, id);

create table menu_variant (
  id uuid not null,
  restaurant_id uuid not null,
  item_id uuid not null,
  label text not null,
  price int not null,
  is_default boolean not null,
  position int not null,
  archived_at timestamptz null,
  primary key (id)
);
create index menu_variant_of_item on menu_variant (restaurant_id, item_id);
alter table menu_variant add constraint menu_variant_within unique (restaurant_id, id);

create table modifier_group (
  id uuid not null,
  restaurant_id uuid not null,
  title text not null,
  min int not null,
  max int not null,
  archived_at timestamptz null,
  primary key (id)
);
alter table modifier_group add constraint modifier_group_within unique (restaurant_id, id);

create table modifier (
  id uuid not null,
  restaurant_id uuid not null,
  group_id uuid not null,
  title text not null,
  price int not null,
  is_default boolean not null,
  sold_out boolean not null,
  position int not null,
  archived_at timestamptz null,
  primary key (id)
);
create index modifier_of_group on modifier (restaurant_id, group_id);
alter table modifier add constraint modifier_within unique (restaurant_id, id);

create table item_modifier_group (
  id uuid not null,
  restaurant_id uuid not null,
  item_id uuid not null,
  group_id uuid not null,
  position int not null,
  primary key (id)
);
create index item_modifier_group_of_group on item_modifier_group (restaurant_id, group_id);
alter table item_modifier_group add constraint item_modifier_group_once unique (restaurant_id, item_id, group_id);

create table item_stock (
  item_id uuid not null,
  restaurant_id uuid not null,
  remaining int not null,
  primary key (item_id)
);
create index item_stock_within on item_stock (restaurant_id, item_id);
alter table item_stock add constraint item_stock_not_negative check (remaining >= 0);

create table cart (
  id uuid not null,
  restaurant_id uuid not null,
  owner_key text not null,
  person_id uuid null,
  visit_id uuid null,
  table_id uuid null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (id)
);
alter table cart add constraint cart_within unique (restaurant_id, id);
alter table cart add constraint cart_of_owner unique (restaurant_id, owner_key);

create table cart_line (
  id uuid not null,
  restaurant_id uuid not null,
  cart_id uuid not null,
  item_id uuid not null,
  variant_id uuid null,
  quantity int not null,
  note text null,
  choice_key text not null,
  primary key (id)
);
alter table cart_line add constraint cart_line_within unique (restaurant_id, id);
alter table cart_line add constraint cart_line_choice unique (restaurant_id, cart_id, choice_key);

create table cart_line_modifier (
  restaurant_id uuid not null,
  line_id uuid not null,
  modifier_id uuid not null,
  wanted boolean not null,
  primary key (restaurant_id, line_id, modifier_id)
);

create table orders (
  id uuid not null,
  restaurant_id uuid not null,
  number int not null,
  business_day text not null,
  status text not null,
  version int not null,
  fulfilment text not null,
  table_id uuid null,
  table_name text null,
  person_id uuid null,
  visit_id uuid null,
  entered_by_id uuid null,
  currency text not null,
  locale text not null,
  total int not null,
  placed_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (id)
);
create index orders_by_status on orders (restaurant_id, status, id);
create index orders_of_person on orders (person_id, id);
create index orders_of_visit on orders (visit_id, id);
alter table orders add constraint orders_within unique (restaurant_id, id);
alter table orders add constraint orders_number unique (restaurant_id, business_day, number);
alter table orders add constraint orders_status_check check (status in ('PLACED', 'ACCEPTED', 'PREPARING', 'READY', 'COMPLETED', 'REJECTED', 'CANCELLED'));
alter table orders add constraint orders_fulfilment_check check (fulfilment in ('DINE_IN', 'PICKUP'));

create table order_line (
  id uuid not null,
  restaurant_id uuid not null,
  order_id uuid not null,
  position int not null,
  item_id uuid not null,
  title text not null,
  variant_id uuid null,
  variant_label text null,
  quantity int not null,
  unit_price int not null,
  note text null,
  modifiers jsonb not null,
  primary key (id)
);
alter table order_line add constraint order_line_within unique (restaurant_id, order_id, position);

create table event_stream (
  id uuid not null,
  last_number bigint not null,
  tally_key text not null,
  tally int not null,
  revision int not null,
  primary key (id)
);

create table event (
  stream uuid not null,
  number bigint not null,
  topic text not null,
  kind text not null,
  subject uuid not null,
  data jsonb not null,
  previous bigint not null,
  subject_previous bigint not null,
  at timestamptz not null,
  primary key (stream, number)
);
create index event_of_topic on event (stream, topic, number);
create index event_of_subject on event (stream, topic, subject, number);

create table idempotency_key (
  viewer text not null,
  field text not null,
  stream uuid not null,
  key text not null,
  fingerprint text not null,
  made_id uuid not null,
  created_at timestamptz not null,
  primary key (viewer, field, stream, key)
);

alter table session add foreign key (person_id) references person (id);
alter table staff add foreign key (restaurant_id) references restaurant (id);
alter table staff add foreign key (person_id) references person (id);
alter table restaurant_table add foreign key (restaurant_id) references restaurant (id);
alter table visit add foreign key (restaurant_id) references restaurant (id);
alter table visit add foreign key (restaurant_id, table_id) references restaurant_table (restaurant_id, id);
alter table menu_category add foreign key (restaurant_id) references restaurant (id);
alter table menu_item add foreign key (restaurant_id, category_id) references menu_category (restaurant_id, id);
alter table menu_variant add foreign key (restaurant_id, item_id) references menu_item (restaurant_id, id);
alter table modifier_group add foreign key (restaurant_id) references restaurant (id);
alter table modifier add foreign key (restaurant_id, group_id) references modifier_group (restaurant_id, id);
alter table item_modifier_group add foreign key (restaurant_id, item_id) references menu_item (restaurant_id, id);
alter table item_modifier_group add foreign key (restaurant_id, group_id) references modifier_group (restaurant_id, id);
alter table item_stock add foreign key (restaurant_id, item_id) references menu_item (restaurant_id, id);
alter table cart add foreign key (restaurant_id) references restaurant (id);
alter table cart add foreign key (person_id) references person (id);
alter table cart add foreign key (restaurant_id, visit_id) references visit (restaurant_id, id);
alter table cart add foreign key (restaurant_id, table_id) references restaurant_table (restaurant_id, id);
alter table cart_line add foreign key (restaurant_id, cart_id) references cart (restaurant_id, id) on delete cascade;
alter table cart_line add foreign key (restaurant_id, item_id) references menu_item (restaurant_id, id);
alter table cart_line add foreign key (restaurant_id, variant_id) references menu_variant (restaurant_id, id);
alter table cart_line_modifier add foreign key (restaurant_id, line_id) references cart_line (restaurant_id, id) on delete cascade;
alter table cart_line_modifier add foreign key (restaurant_id, modifier_id) references modifier (restaurant_id, id);
alter table orders add foreign key (restaurant_id) references restaurant (id);
alter table orders add foreign key (person_id) references person (id);
alter table orders add foreign key (entered_by_id) references person (id);
alter table orders add foreign key (restaurant_id, visit_id) references visit (restaurant_id, id);
alter table orders add foreign key (restaurant_id, table_id) references restaurant_table (restaurant_id, id);
alter table order_line add foreign key (restaurant_id, order_id) references orders (restaurant_id, id);
alter table order_line add foreign key (restaurant_id, item_id) references menu_item (restaurant_id, id);
alter table order_line add foreign key (restaurant_id, variant_id) references menu_variant (restaurant_id, id);
`.trim();
