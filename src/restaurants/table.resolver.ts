import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../viewer.ts';
import { findTableQr } from './find-table-qr.ts';
import { TableQrType, TableType } from './restaurant.types.ts';
import { Table } from './table.entity.ts';
import type { TableQr } from './table-link.ts';

@Resolver(() => TableType)
export class TableResolver {
  constructor(private readonly publicUrl: string) {}

  @FieldResolver(() => TableQrType, {
    description: 'For the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  qr(@Ctx() ctx: Context, @Root() table: Table): Promise<TableQr> {
    return findTableQr(ctx, this.publicUrl, table);
  }
}
