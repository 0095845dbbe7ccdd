import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Page } from '../page.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { archiveTable } from './archive-table.ts';
import { findTableQr } from './find-table-qr.ts';
import { listTables } from './list-tables.ts';
import type { QrCode } from './qr-code.ts';
import { renameTable } from './rename-table.ts';
import { TableQrType, TableType } from './restaurant.types.ts';
import { RenameTableInput } from './restaurant-inputs.types.ts';
import { Table } from './table.entity.ts';
import { TableConnection, TablesArgs } from './table-list.types.ts';

@Resolver(() => TableType)
export class TableResolver {
  @FieldResolver(() => TableQrType, {
    description:
      'An archived table has none. For the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  qr(@Ctx() ctx: Context, @Root() table: Table): Promise<QrCode> {
    return findTableQr(ctx, table);
  }

  @Query(() => TableConnection, {
    description:
      'The tables of a restaurant, in the order they were made unless they are wanted otherwise. For whoever works here; those it has archived for managers and owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.',
  })
  restaurantTables(@Ctx() ctx: Context, @Args() args: TablesArgs): Promise<Page<Table>> {
    return listTables(ctx, args.restaurantId, args.query());
  }

  @Mutation(() => TableType, {
    description:
      'Gives a table another name; its code stays good, orders keep the name they were placed at. For managers and owners. Errors: NOT_FOUND, FORBIDDEN; BAD_USER_INPUT when another table in use has the name.',
  })
  renameTable(@Ctx() ctx: Context, @Arg('input') { tableId, name }: RenameTableInput): Promise<Table> {
    return renameTable(ctx, tableId, name);
  }

  @Mutation(() => TableType, {
    description:
      'Takes a table away: its code is dead, its visits end, nothing is ordered at it any more. For managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  archiveTable(@Ctx() ctx: Context, @Arg('tableId', () => UUID) tableId: string): Promise<Table> {
    return archiveTable(ctx, tableId);
  }
}
