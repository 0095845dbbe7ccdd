import { Length, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { connectionOf, OrderBy, type Ordering, orderInputOf, PageArgsType } from '../page.types.ts';
import { UUID } from '../scalars.ts';
import type { TableFilter, TableQuery, TableSort } from './list-tables.ts';
import { TableType } from './restaurant.types.ts';
import type { Table } from './table.entity.ts';

export const TableConnection = connectionOf<Table>(TableType, 'Table');

@InputType({ description: 'What is said holds all together.' })
export class TableFilterInput implements TableFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: those that were archived, for managers and owners; else those in use.',
  })
  archived?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'A part of the name, whatever the accents and capitals. 1 to 100 characters.',
  })
  @Length(1, 100)
  text?: string | null;
}

const TableSortEnum = { NAME: 'NAME', CREATED_AT: 'CREATED_AT' } as const satisfies {
  [S in TableSort]: S;
};

registerEnumType(TableSortEnum, {
  name: 'TableSort',
  valuesConfig: {
    NAME: { description: 'By the alphabet, whatever the accents and capitals; Table 2 before Table 10.' },
  },
});

const TableOrderInput = orderInputOf(TableSortEnum, 'TableOrderInput');

@ArgsType()
export class TablesArgs extends PageArgsType {
  @Field(() => UUID)
  restaurantId!: string;

  @Field(() => TableFilterInput, { nullable: true })
  @ValidateNested()
  filter?: TableFilterInput | null;

  @OrderBy(TableOrderInput, 2, 'In the order they were made')
  orderBy?: Ordering<TableSort>[] | null;

  query(): TableQuery {
    return { filter: this.filter ?? {}, orderBy: this.orderBy ?? [], page: this };
  }
}
