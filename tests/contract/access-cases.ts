// One entry for each line of the table, side by side with it: split, the two could no longer be read together.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, parse } from 'graphql';
import {
  AcceptInviteDocument,
  AcceptPricesDocument,
  AddToCartDocument,
  AddToOrderDocument,
  AliasSuggestionsDocument,
  ApproveAliasDocument,
  ArchivedMenuEntriesDocument,
  ArchiveMenuEntryDocument,
  ArchiveRestaurantDocument,
  ArchiveTableDocument,
  AssignCourierDocument,
  AttachModifierGroupDocument,
  AuditEntriesDocument,
  BeginSecondFactorDocument,
  CartDocument,
  CartUpdatesDocument,
  CategoriesDocument,
  ChangeEmailDocument,
  ChangePasswordDocument,
  ChangeStaffRoleDocument,
  ClearCartDocument,
  CloseTableDocument,
  ConfirmEmailDocument,
  ConfirmSecondFactorDocument,
  CreateApiKeyDocument,
  CreateCategoryDocument,
  CreateItemDocument,
  CreateModifierDocument,
  CreateModifierGroupDocument,
  CreateRestaurantDocument,
  CreateTableDocument,
  CreateVariantDocument,
  DeleteMeDocument,
  DetachModifierGroupDocument,
  DisableSecondFactorDocument,
  DiscountOrderDocument,
  DismissAliasDocument,
  EditCategoryDocument,
  EditItemDocument,
  EditModifierDocument,
  EditModifierGroupDocument,
  EditVariantDocument,
  ErrorCodesDocument,
  ExportMeDocument,
  ExportMenuDocument,
  FailDeliveryDocument,
  FiguresDocument,
  GrantAdminDocument,
  ImportMenuDocument,
  InviteStaffDocument,
  ItemDocument,
  ItemsByIdDocument,
  ItemsDocument,
  JoinCartDocument,
  KitchenTicketsDocument,
  LeaveCartDocument,
  LeaveRestaurantDocument,
  LiveFiguresDocument,
  MeDocument,
  MenuAliasesDocument,
  MenuDocument,
  MenuUpdatesDocument,
  ModelUseDocument,
  ModifierGroupsDocument,
  MoveLinesDocument,
  MoveOrderDocument,
  MyAuditEntriesDocument,
  MyDeliveriesDocument,
  MyDeliveryListDocument,
  MyOrdersDocument,
  MyRestaurantsDocument,
  MyWorkplacesDocument,
  OpenCartDocument,
  OrderAgainDocument,
  OrderDocument,
  OrdersDocument,
  OrderUpdatesDocument,
  ParseOrderDocument,
  PeopleDocument,
  PlaceOrderDocument,
  PreparationDocument,
  PromiseOrderDocument,
  RefreshSessionDocument,
  RegisterDocument,
  RemoveCartLineDocument,
  RemoveDiscountDocument,
  RemoveStaffDocument,
  RenameTableDocument,
  RenewConnectionDocument,
  ReorderMenuDocument,
  RequestPasswordResetDocument,
  ResendInviteDocument,
  ResendVerificationDocument,
  ResetPasswordDocument,
  ResetSecondFactorDocument,
  RestaurantApiKeysDocument,
  RestaurantAuditDocument,
  RestaurantDocument,
  RestaurantInvitesDocument,
  RestaurantKeysDocument,
  RestaurantOrderListDocument,
  RestaurantOrdersDocument,
  RestaurantParsingModeDocument,
  RestaurantQrDocument,
  RestaurantQrSheetDocument,
  RestaurantStaffDocument,
  RestaurantTableListDocument,
  RestaurantTablesDocument,
  RestoreMenuEntryDocument,
  RestoreRestaurantDocument,
  RevokeAdminDocument,
  RevokeApiKeyDocument,
  RevokeInviteDocument,
  RotateTableCodeDocument,
  SetAcceptingOrdersDocument,
  SetCartFulfilmentDocument,
  SetCartLineNoteDocument,
  SetCartLineQuantityDocument,
  SetCartTipDocument,
  SetItemAvailableDocument,
  SetItemStockDocument,
  SetModifierAvailableDocument,
  SetModifierStockDocument,
  SetSecondFactorRequiredDocument,
  SetSelfAssignmentDocument,
  SetVariantAvailableDocument,
  SetVariantStockDocument,
  ShareCartDocument,
  SignInDocument,
  SignOutDocument,
  SplitByLinesDocument,
  StaffInvitesDocument,
  StartVisitDocument,
  StockDocument,
  SuspendPersonDocument,
  SuspendRestaurantDocument,
  TrackedOrderUpdatesDocument,
  TrackOrderDocument,
  TransferOwnershipDocument,
  TranslateMenuEntryDocument,
  UnsuspendPersonDocument,
  UnsuspendRestaurantDocument,
  UpdateMeDocument,
  UpdateRestaurantDocument,
  VerifyEmailDocument,
  VerifyTokenDocument,
  VoidLineDocument,
  WholeMenuDocument,
} from '../../schema/operations.ts';

import type { Role } from '../../src/restaurants/role.ts';
import type { As } from '../support/as.ts';
import { cartOf, key, type Person, password, person, unique } from '../support/build.ts';
import { filledCart, placedOrder } from '../support/order.ts';
import { tokenIn } from '../support/token-in.ts';
import {
  freshArchived,
  freshAttachment,
  freshCategory,
  freshDelivery,
  freshGroup,
  freshInvite,
  freshItem,
  freshLine,
  freshModifier,
  freshOrder,
  freshRestaurant,
  freshSuggestion,
  freshTable,
  freshVariant,
  guestsCart,
  inviting,
  staffsCart,
  togethersCart,
} from './access-targets.ts';
import { employ, type World } from './access-world.ts';

/** Where a line is asked; `mine` is whose things a line about own ones means. */
export interface Cell {
  readonly world: World;
  readonly mine: As;
}

/** What a line of the table asks; its variables name things made for this one question. */
export interface Case {
  readonly document: DocumentNode;
  readonly variables: (cell: Cell) => Promise<Record<string, unknown>>;
}

function asks<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: (cell: Cell) => Variables | Promise<Variables>,
): Case {
  return { document, variables: async (cell) => variables(cell) };
}

const atThisPlace = ({ world: { here } }: Cell) => ({ slug: here.slug });
const codeOfAnOrder = async ({ world: { here, zoe } }: Cell) => ({
  code: (await placedOrder(zoe, here)).trackingCode,
});
const toTheDoor = ['ACCEPTED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY'] as const;
const ofThisPlace = ({ world: { here } }: Cell) => ({ restaurantId: here.id });
const nothing = () => ({});
const tablesAlone = parse('query Tables($slug: String!) { restaurant(slug: $slug) { tables { id name } } }');

const archivedTables = parse(
  'query Archived($slug: String!) { restaurant(slug: $slug) { archivedTables { id } } }',
);

const readings = {
  'Query.errorCodes': asks(ErrorCodesDocument, nothing),
  'Query.me': asks(MeDocument, nothing),
  'Query.exportMe': asks(ExportMeDocument, nothing),
  'Query.verifyToken': asks(VerifyTokenDocument, () => ({ token: 'any' })),
  'Query.restaurant': asks(RestaurantDocument, atThisPlace),
  'Query.restaurant: its tables': asks(tablesAlone as typeof RestaurantTablesDocument, atThisPlace),
  "Query.restaurant: its tables' codes": asks(RestaurantTablesDocument, atThisPlace),
  'Query.restaurant: its archived tables': asks(
    archivedTables as typeof RestaurantTablesDocument,
    atThisPlace,
  ),
  'Query.restaurant: its sheet of codes': asks(RestaurantQrSheetDocument, atThisPlace),
  "Query.restaurant: its counter's code": asks(RestaurantQrDocument, atThisPlace),
  'Query.restaurant: its keys': asks(RestaurantApiKeysDocument, atThisPlace),
  'Query.restaurant: its orders': asks(RestaurantOrderListDocument, atThisPlace),
  "Query.restaurant: who reads guests' words": asks(RestaurantParsingModeDocument, atThisPlace),
  'Query.restaurant: its preparation': asks(PreparationDocument, atThisPlace),
  'Query.restaurant: its figures': asks(FiguresDocument, atThisPlace),
  'Query.restaurant: its use of language models': asks(ModelUseDocument, (cell) => ({
    ...atThisPlace(cell),
    since: new Date(Date.now() - 3_600_000).toISOString(),
  })),
  'Query.restaurantAudit': asks(RestaurantAuditDocument, ofThisPlace),
  'Query.people': asks(PeopleDocument, nothing),
  'Query.orders': asks(OrdersDocument, ({ world: { here } }) => ({ filter: { restaurantId: here.id } })),
  'Query.auditEntries': asks(AuditEntriesDocument, ofThisPlace),
  'Query.myAuditEntries': asks(MyAuditEntriesDocument, nothing),
  'Query.myRestaurants': asks(MyRestaurantsDocument, nothing),
  'Query.myRestaurants: the archived': asks(MyRestaurantsDocument, () => ({ archived: true })),
  'Query.myWorkplaces': asks(MyWorkplacesDocument, nothing),
  'Query.myWorkplaces: the archived': asks(MyWorkplacesDocument, () => ({ filter: { archived: true } })),
  'Query.restaurantKeys': asks(RestaurantKeysDocument, ofThisPlace),
  'Query.restaurantTables': asks(RestaurantTableListDocument, ofThisPlace),
  'Query.restaurantTables: the archived': asks(RestaurantTableListDocument, (cell) => ({
    ...ofThisPlace(cell),
    filter: { archived: true },
  })),
  'Query.staffInvites': asks(StaffInvitesDocument, ofThisPlace),
  'Query.restaurantStaff': asks(RestaurantStaffDocument, ofThisPlace),
  'Query.restaurantInvites': asks(RestaurantInvitesDocument, ofThisPlace),
  'Query.menu': asks(MenuDocument, atThisPlace),
  'Query.wholeMenu': asks(WholeMenuDocument, ofThisPlace),
  'Query.menuAliases': asks(MenuAliasesDocument, ofThisPlace),
  'Query.aliasSuggestions': asks(AliasSuggestionsDocument, ofThisPlace),
  'Query.modifierGroups': asks(ModifierGroupsDocument, ofThisPlace),
  'Query.stock': asks(StockDocument, ofThisPlace),
  'Query.exportMenu': asks(ExportMenuDocument, ofThisPlace),
  'Query.categories': asks(CategoriesDocument, ({ world: { here } }) => ({ restaurantSlug: here.slug })),
  'Query.items': asks(ItemsDocument, ofThisPlace),
  'Query.items: hidden ones too': asks(ItemsDocument, (cell) => ({
    ...ofThisPlace(cell),
    filter: { withHidden: true },
  })),
  'Query.items: by stock': asks(ItemsDocument, (cell) => ({ ...ofThisPlace(cell), filter: { stockTo: 5 } })),
  'Query.item': asks(ItemDocument, ({ world: { here } }) => ({ id: here.coke.id })),
  'Query.item: a hidden one': asks(ItemDocument, async ({ world }) => {
    const id = await freshItem(world);
    await world.here.owner.ask(EditItemDocument, { id, input: { hidden: true } });
    return { id };
  }),
  'Query.itemsById': asks(ItemsByIdDocument, (cell) => ({
    ...ofThisPlace(cell),
    ids: [cell.world.here.coke.id],
  })),
  'Query.archivedMenuEntries': asks(ArchivedMenuEntriesDocument, ofThisPlace),
  'Query.cart: own': asks(CartDocument, async ({ world, mine }) => ({
    id: (await cartOf(mine, world.here)).id,
  })),
  "Query.cart: a guest's": asks(CartDocument, async ({ world }) => ({
    id: (await cartOf(world.zoe, world.here)).id,
  })),
  "Query.cart: the staff's, for the table": asks(CartDocument, async ({ world }) => ({
    id: (await staffsCart(world)).id,
  })),
  'Query.cart: shared by guests of the table': asks(CartDocument, async ({ world }) => ({
    id: (await guestsCart(world)).id,
  })),
  'Query.order: own': asks(OrderDocument, async ({ world, mine }) => ({
    id: (await freshOrder(world, mine)).orderId,
  })),
  "Query.order: a guest's": asks(OrderDocument, async ({ world }) => ({
    id: (await freshOrder(world, world.zoe)).orderId,
  })),
  "Query.order: a guest's, the courier's": asks(OrderDocument, async ({ world }) => ({
    id: (await freshDelivery(world, world.zoe, "the courier's")).orderId,
  })),
  'Query.myOrders': asks(MyOrdersDocument, nothing),
  'Query.myDeliveries': asks(MyDeliveryListDocument, ofThisPlace),
  'Query.trackOrder': asks(TrackOrderDocument, codeOfAnOrder),
};

const peopleAndPlaces = {
  'Mutation.register': asks(RegisterDocument, () => ({
    input: { email: `${unique('new')}@example.com`, name: 'Somebody', password },
  })),
  'Mutation.verifyEmail: an unknown token': asks(VerifyEmailDocument, () => ({ token: 'unknown' })),
  'Mutation.resendVerification': asks(ResendVerificationDocument, () => ({
    email: `${unique('new')}@example.com`,
  })),
  'Mutation.requestPasswordReset': asks(RequestPasswordResetDocument, () => ({
    email: `${unique('new')}@example.com`,
  })),
  'Mutation.resetPassword: an unknown token': asks(ResetPasswordDocument, () => ({
    token: 'unknown',
    password,
  })),
  'Mutation.changePassword: a wrong password': asks(ChangePasswordDocument, () => ({
    current: 'not the password',
    next: 'another password',
  })),
  'Mutation.changeEmail: a wrong password': asks(ChangeEmailDocument, () => ({
    email: `${unique('new')}@example.com`,
    password: 'not the password',
  })),
  'Mutation.confirmEmail: an unknown token': asks(ConfirmEmailDocument, () => ({ token: 'unknown' })),
  'Mutation.updateMe': asks(UpdateMeDocument, () => ({ input: { name: 'Another name' } })),
  'Mutation.deleteMe: a wrong password': asks(DeleteMeDocument, () => ({ password: 'not the password' })),
  'Mutation.signIn': asks(SignInDocument, ({ world }) => ({ input: { email: world.temp.email, password } })),
  'Mutation.refreshSession': asks(RefreshSessionDocument, async ({ world: { temp } }) => {
    const { signIn } = await temp.ask(SignInDocument, { input: { email: temp.email, password } });
    return { refreshToken: signIn.refreshToken };
  }),
  'Mutation.signOut': asks(SignOutDocument, async ({ world }) => {
    await world.signEverybodyInAgain();
    return {};
  }),
  'Mutation.renewConnection: a broken token': asks(RenewConnectionDocument, async ({ world }) => {
    await world.signEverybodyInAgain();
    return { accessToken: 'broken' };
  }),
  'Mutation.beginSecondFactor': asks(BeginSecondFactorDocument, () => ({ password })),
  'Mutation.confirmSecondFactor: a wrong code': asks(ConfirmSecondFactorDocument, () => ({ code: '000000' })),
  'Mutation.disableSecondFactor: none set up': asks(DisableSecondFactorDocument, () => ({ password })),
  'Mutation.setSecondFactorRequired': asks(SetSecondFactorRequiredDocument, async ({ world }) => ({
    restaurantId: await freshRestaurant(world),
    required: false,
  })),
  'Mutation.startVisit': asks(StartVisitDocument, ({ world: { here } }) => ({
    slug: here.slug,
    tableCode: here.tableCode,
  })),
  'Mutation.createRestaurant': asks(CreateRestaurantDocument, () => ({
    input: { slug: unique('new'), title: 'New', currency: 'EUR', timeZone: 'Europe/Madrid', locale: 'es-ES' },
    idempotencyKey: key(),
  })),
  'Mutation.updateRestaurant': asks(UpdateRestaurantDocument, async ({ world }) => ({
    restaurantId: await freshRestaurant(world),
    input: { title: 'Another title' },
    expectedVersion: 1,
  })),
  'Mutation.setSelfAssignment': asks(SetSelfAssignmentDocument, (cell) => ({
    ...ofThisPlace(cell),
    allowed: false,
  })),
  'Mutation.setAcceptingOrders': asks(SetAcceptingOrdersDocument, async ({ world }) => ({
    input: { restaurantId: await freshRestaurant(world), accepting: false },
  })),
  'Mutation.archiveRestaurant': asks(ArchiveRestaurantDocument, async ({ world }) => ({
    restaurantId: await freshRestaurant(world),
  })),
  'Mutation.restoreRestaurant': asks(RestoreRestaurantDocument, async ({ world }) => {
    const restaurantId = await freshRestaurant(world);
    await world.here.owner.ask(ArchiveRestaurantDocument, { restaurantId });
    return { restaurantId };
  }),
  'Mutation.createTable': asks(CreateTableDocument, ({ world: { here } }) => ({
    input: { restaurantId: here.id, name: unique('Another table') },
    idempotencyKey: key(),
  })),
  'Mutation.closeTable': asks(CloseTableDocument, async ({ world }) => ({
    tableId: await freshTable(world),
  })),
  'Mutation.renameTable': asks(RenameTableDocument, async ({ world }) => ({
    input: { tableId: await freshTable(world), name: unique('Renamed') },
  })),
  'Mutation.archiveTable': asks(ArchiveTableDocument, async ({ world }) => ({
    tableId: await freshTable(world),
  })),
  'Mutation.rotateTableCode': asks(RotateTableCodeDocument, async ({ world }) => ({
    tableId: await freshTable(world),
  })),
  'Mutation.removeStaff: a cook': asks(RemoveStaffDocument, async ({ world }) => ({
    restaurantId: world.here.id,
    personId: await employ(world, 'KITCHEN'),
  })),
  'Mutation.removeStaff: a manager': asks(RemoveStaffDocument, async ({ world }) => ({
    restaurantId: world.here.id,
    personId: await employ(world, 'MANAGER'),
  })),
  'Mutation.removeStaff: a second owner': asks(RemoveStaffDocument, async ({ world }) => ({
    restaurantId: world.here.id,
    personId: await employ(world, 'OWNER'),
  })),
  'Mutation.removeStaff: the last owner': asks(RemoveStaffDocument, async ({ world }) => {
    await employ(world, null);
    return { restaurantId: world.here.id, personId: world.here.owner.id };
  }),
  'Mutation.removeStaff: somebody gone': asks(RemoveStaffDocument, async ({ world }) => {
    const gone = { restaurantId: world.here.id, personId: await employ(world, 'FLOOR') };
    await world.here.owner.ask(RemoveStaffDocument, gone);
    return gone;
  }),
  'Mutation.removeStaff: somebody never here': asks(RemoveStaffDocument, ({ world }) => ({
    restaurantId: world.here.id,
    personId: (world.viewers['customer'] as Person).id,
  })),
  'Mutation.changeStaffRole: a cook to the floor': asks(ChangeStaffRoleDocument, (cell) =>
    moving(cell, 'KITCHEN', 'FLOOR'),
  ),
  'Mutation.changeStaffRole: a cook to manager': asks(ChangeStaffRoleDocument, (cell) =>
    moving(cell, 'KITCHEN', 'MANAGER'),
  ),
  'Mutation.changeStaffRole: a manager to cook': asks(ChangeStaffRoleDocument, (cell) =>
    moving(cell, 'MANAGER', 'KITCHEN'),
  ),
  'Mutation.changeStaffRole: the last owner': asks(ChangeStaffRoleDocument, async ({ world }) => {
    await employ(world, null);
    return {
      input: { restaurantId: world.here.id, personId: world.here.owner.id, role: 'MANAGER' as const },
    };
  }),
  'Mutation.changeStaffRole: somebody not here': asks(ChangeStaffRoleDocument, (cell) =>
    moving(cell, null, 'FLOOR'),
  ),
  'Mutation.leaveRestaurant': asks(LeaveRestaurantDocument, async ({ world }) => ({
    restaurantId: await freshRestaurant(world),
  })),
  'Mutation.transferOwnership': asks(TransferOwnershipDocument, async ({ world }) => ({
    restaurantId: await freshRestaurant(world),
    personId: (world.viewers['MANAGER'] as Person).id,
  })),
  'Mutation.inviteStaff: a courier': asks(InviteStaffDocument, ({ world }) => inviting(world, 'COURIER')),
  'Mutation.inviteStaff: a manager': asks(InviteStaffDocument, ({ world }) => inviting(world, 'MANAGER')),
  'Mutation.inviteStaff: an owner': asks(InviteStaffDocument, ({ world }) => inviting(world, 'OWNER')),
  "Mutation.resendInvite: a cook's": asks(ResendInviteDocument, ({ world }) => freshInvite(world, 'KITCHEN')),
  "Mutation.resendInvite: a manager's": asks(ResendInviteDocument, ({ world }) =>
    freshInvite(world, 'MANAGER'),
  ),
  "Mutation.revokeInvite: a cook's": asks(RevokeInviteDocument, ({ world }) => freshInvite(world, 'KITCHEN')),
  "Mutation.revokeInvite: a manager's": asks(RevokeInviteDocument, ({ world }) =>
    freshInvite(world, 'MANAGER'),
  ),
  "Mutation.acceptInvite: somebody else's": asks(AcceptInviteDocument, async ({ world }) => {
    const { app, here } = world;
    const { input, idempotencyKey } = inviting(world, 'KITCHEN');
    await here.owner.ask(InviteStaffDocument, { input, idempotencyKey });
    return { token: tokenIn(await app.mailbox.letterTo(input.email)) };
  }),
};

const platform = {
  'Mutation.grantAdmin': asks(GrantAdminDocument, anybody),
  'Mutation.revokeAdmin': asks(RevokeAdminDocument, anybody),
  'Mutation.suspendPerson': asks(SuspendPersonDocument, anybody),
  'Mutation.unsuspendPerson': asks(UnsuspendPersonDocument, anybody),
  'Mutation.resetSecondFactor': asks(ResetSecondFactorDocument, anybody),
  'Mutation.suspendRestaurant': asks(SuspendRestaurantDocument, async ({ world }) => ({
    restaurantId: await freshRestaurant(world),
  })),
  'Mutation.unsuspendRestaurant': asks(UnsuspendRestaurantDocument, async ({ world }) => ({
    restaurantId: await freshRestaurant(world),
  })),
};

async function anybody({ world: { app } }: Cell) {
  return { personId: (await person(app)).id };
}

async function moving({ world }: Cell, from: Role | null, role: Role) {
  return { input: { restaurantId: world.here.id, personId: await employ(world, from), role } };
}

const menus = {
  'Mutation.createApiKey': asks(CreateApiKeyDocument, ({ world: { here } }) => ({
    input: { restaurantId: here.id, name: 'A till', scopes: ['ORDERS_READ' as const] },
    idempotencyKey: key(),
  })),
  'Mutation.revokeApiKey': asks(RevokeApiKeyDocument, async ({ world: { here } }) => {
    const input = { restaurantId: here.id, name: 'A till', scopes: ['ORDERS_READ' as const] };
    const { createApiKey } = await here.owner.ask(CreateApiKeyDocument, { input, idempotencyKey: key() });
    return { keyId: createApiKey.key.id };
  }),
  'Mutation.createCategory': asks(CreateCategoryDocument, ({ world: { here } }) => ({
    restaurantId: here.id,
    input: { slug: unique('category'), title: 'A category' },
    idempotencyKey: key(),
  })),
  'Mutation.editCategory': asks(EditCategoryDocument, async ({ world }) => ({
    id: await freshCategory(world),
    input: { title: 'Renamed' },
  })),
  'Mutation.importMenu': asks(ImportMenuDocument, ({ world: { here } }) => ({
    restaurantId: here.id,
    document: {
      format: 'comanda-menu',
      version: 1,
      categories: [{ ref: unique('ref'), slug: unique('imported'), title: 'Imported', items: [] }],
      modifierGroups: [],
    },
  })),
  'Mutation.translateMenuEntry': asks(TranslateMenuEntryDocument, async ({ world }) => ({
    noun: 'ITEM' as const,
    id: await freshItem(world),
    language: 'de',
    translation: { title: 'Gericht' },
  })),
  'Mutation.approveAlias': asks(ApproveAliasDocument, async ({ world }) => ({
    id: await freshSuggestion(world),
  })),
  'Mutation.dismissAlias': asks(DismissAliasDocument, async ({ world }) => ({
    id: await freshSuggestion(world),
  })),
  'Mutation.createItem': asks(CreateItemDocument, ({ world: { here } }) => ({
    categoryId: here.categoryId,
    input: { title: unique('Dish'), price: 100 },
    idempotencyKey: key(),
  })),
  'Mutation.editItem': asks(EditItemDocument, async ({ world }) => ({
    id: await freshItem(world),
    input: { price: 200 },
  })),
  'Mutation.createVariant': asks(CreateVariantDocument, async ({ world }) => ({
    itemId: await freshItem(world),
    input: { label: 'Large', price: 300 },
    idempotencyKey: key(),
  })),
  'Mutation.editVariant': asks(EditVariantDocument, async ({ world }) => ({
    id: await freshVariant(world),
    input: { price: 400 },
  })),
  'Mutation.createModifierGroup': asks(CreateModifierGroupDocument, ({ world: { here } }) => ({
    restaurantId: here.id,
    input: { title: 'Sauces', min: 0, max: 1 },
    idempotencyKey: key(),
  })),
  'Mutation.editModifierGroup': asks(EditModifierGroupDocument, async ({ world }) => ({
    id: await freshGroup(world),
    input: { title: 'Renamed' },
  })),
  'Mutation.createModifier': asks(CreateModifierDocument, async ({ world }) => ({
    groupId: await freshGroup(world),
    input: { title: 'Chilli' },
    idempotencyKey: key(),
  })),
  'Mutation.editModifier': asks(EditModifierDocument, async ({ world }) => ({
    id: await freshModifier(world),
    input: { price: 75 },
  })),
  'Mutation.attachModifierGroup': asks(AttachModifierGroupDocument, async ({ world }) => ({
    itemId: await freshItem(world),
    groupId: await freshGroup(world),
  })),
  'Mutation.detachModifierGroup': asks(DetachModifierGroupDocument, ({ world }) => freshAttachment(world)),
  'Mutation.archiveMenuEntry: a category': asks(ArchiveMenuEntryDocument, async ({ world }) => ({
    noun: 'CATEGORY' as const,
    id: await freshCategory(world),
  })),
  'Mutation.archiveMenuEntry: an item': asks(ArchiveMenuEntryDocument, async ({ world }) => ({
    noun: 'ITEM' as const,
    id: await freshItem(world),
  })),
  'Mutation.archiveMenuEntry: a variant': asks(ArchiveMenuEntryDocument, async ({ world }) => ({
    noun: 'VARIANT' as const,
    id: await freshVariant(world),
  })),
  'Mutation.archiveMenuEntry: a modifier group': asks(ArchiveMenuEntryDocument, async ({ world }) => ({
    noun: 'MODIFIER_GROUP' as const,
    id: await freshGroup(world),
  })),
  'Mutation.archiveMenuEntry: a modifier': asks(ArchiveMenuEntryDocument, async ({ world }) => ({
    noun: 'MODIFIER' as const,
    id: await freshModifier(world),
  })),
  'Mutation.restoreMenuEntry: an item': asks(RestoreMenuEntryDocument, async ({ world }) => ({
    noun: 'ITEM' as const,
    id: await freshArchived(world),
  })),
  'Mutation.reorderMenu: categories': asks(ReorderMenuDocument, async ({ world }) => ({
    input: { noun: 'CATEGORY' as const, within: world.here.id, ids: [await freshCategory(world)] },
  })),
  'Mutation.reorderMenu: items': asks(ReorderMenuDocument, async ({ world }) => ({
    input: { noun: 'ITEM' as const, within: world.here.categoryId, ids: [await freshItem(world)] },
  })),
  'Mutation.reorderMenu: modifier groups': asks(ReorderMenuDocument, async ({ world }) => {
    const { itemId, groupId } = await freshAttachment(world);
    return { input: { noun: 'MODIFIER_GROUP' as const, within: itemId, ids: [groupId] } };
  }),
  'Mutation.setItemAvailable': asks(SetItemAvailableDocument, async ({ world }) => ({
    itemId: await freshItem(world),
    available: false,
  })),
  'Mutation.setItemStock': asks(SetItemStockDocument, async ({ world }) => ({
    input: { itemId: await freshItem(world), remaining: 5 },
  })),
  'Mutation.setVariantAvailable': asks(SetVariantAvailableDocument, async ({ world }) => ({
    variantId: await freshVariant(world),
    available: false,
  })),
  'Mutation.setVariantStock': asks(SetVariantStockDocument, async ({ world }) => ({
    input: { variantId: await freshVariant(world), remaining: 5 },
  })),
  'Mutation.setModifierStock': asks(SetModifierStockDocument, async ({ world }) => ({
    input: { modifierId: await freshModifier(world), remaining: 5 },
  })),
  'Mutation.setModifierAvailable': asks(SetModifierAvailableDocument, async ({ world }) => ({
    modifierId: await freshModifier(world),
    available: false,
  })),
};

const carts = {
  'Mutation.openCart: own': asks(OpenCartDocument, ({ world: { here } }) => ({
    restaurantSlug: here.slug,
    asStaff: false,
  })),
  'Mutation.openCart: as staff, for a table': asks(OpenCartDocument, ({ world: { here } }) => ({
    restaurantSlug: here.slug,
    asStaff: true,
    tableId: here.tableId,
  })),
  "Mutation.openCart: that of the table's guests": asks(OpenCartDocument, ({ world: { here } }) => ({
    restaurantSlug: here.slug,
    shared: true,
  })),
  'Mutation.shareCart: own': asks(ShareCartDocument, ownCart),
  "Mutation.shareCart: a guest's": asks(ShareCartDocument, zoesCart),
  "Mutation.joinCart: own, into a guest's": asks(JoinCartDocument, async ({ world, mine }) => {
    await mine.codeOf(LeaveCartDocument, { cartId: await togethersCart(world, mine) });
    return { code: (await guestsCart(world)).shareCode! };
  }),
  'Mutation.leaveCart: own': asks(LeaveCartDocument, filledTogether),
  "Mutation.leaveCart: a guest's": asks(LeaveCartDocument, zoesCart),
  'Mutation.addToCart: own': asks(AddToCartDocument, ({ world, mine }) => addingTo(world, mine)),
  "Mutation.addToCart: a guest's": asks(AddToCartDocument, ({ world }) => addingTo(world, world.zoe)),
  'Mutation.setCartLineQuantity: own': asks(SetCartLineQuantityDocument, ({ world, mine }) =>
    countingIn(world, mine),
  ),
  "Mutation.setCartLineQuantity: a guest's": asks(SetCartLineQuantityDocument, ({ world }) =>
    countingIn(world, world.zoe),
  ),
  'Mutation.setCartLineNote: own': asks(SetCartLineNoteDocument, ({ world, mine }) => notingIn(world, mine)),
  "Mutation.setCartLineNote: a guest's": asks(SetCartLineNoteDocument, ({ world }) =>
    notingIn(world, world.zoe),
  ),
  'Mutation.acceptPrices: own': asks(AcceptPricesDocument, async ({ world, mine }) => ({
    input: (await freshLine(world, mine)).input,
  })),
  "Mutation.acceptPrices: a guest's": asks(AcceptPricesDocument, async ({ world }) => ({
    input: (await freshLine(world, world.zoe)).input,
  })),
  'Mutation.removeCartLine: own': asks(RemoveCartLineDocument, ({ world, mine }) => freshLine(world, mine)),
  "Mutation.removeCartLine: a guest's": asks(RemoveCartLineDocument, ({ world }) =>
    freshLine(world, world.zoe),
  ),
  'Mutation.clearCart: own': asks(ClearCartDocument, async ({ world, mine }) => ({
    input: (await freshLine(world, mine)).input,
  })),
  "Mutation.clearCart: a guest's": asks(ClearCartDocument, async ({ world }) => ({
    input: (await freshLine(world, world.zoe)).input,
  })),
  'Mutation.setCartTip: own': asks(SetCartTipDocument, ({ world, mine }) => tipping(world, mine)),
  "Mutation.setCartTip: a guest's": asks(SetCartTipDocument, ({ world }) => tipping(world, world.zoe)),
  'Mutation.setCartFulfilment: own': asks(SetCartFulfilmentDocument, ({ world, mine }) =>
    wishing(world, mine),
  ),
  "Mutation.setCartFulfilment: a guest's": asks(SetCartFulfilmentDocument, ({ world }) =>
    wishing(world, world.zoe),
  ),
  'Mutation.parseOrder: own': asks(ParseOrderDocument, async ({ world: { here }, mine }) => ({
    restaurantSlug: here.slug,
    text: 'a coke',
    cartVersion: (await cartOf(mine, here)).version,
    idempotencyKey: key(),
  })),
  "Mutation.parseOrder: into a guest's cart": asks(ParseOrderDocument, async ({ world: { here, zoe } }) => {
    const { id, version } = await cartOf(zoe, here);
    return {
      restaurantSlug: here.slug,
      text: 'a coke',
      cartId: id,
      cartVersion: version,
      idempotencyKey: key(),
    };
  }),
  'Mutation.placeOrder: own': asks(PlaceOrderDocument, async ({ world, mine }) =>
    placing(await filledCart(mine, world.here)),
  ),
  "Mutation.placeOrder: a guest's cart": asks(PlaceOrderDocument, async ({ world }) =>
    placing(await filledCart(world.zoe, world.here)),
  ),
  "Mutation.placeOrder: the staff's, for a table": asks(PlaceOrderDocument, async ({ world }) =>
    placing(await staffsCart(world)),
  ),
};

async function addingTo({ here }: World, owner: As) {
  const { id, version } = await cartOf(owner, here);
  const lines = [{ itemId: here.coke.id, quantity: 1 }];
  return { input: { cartId: id, cartVersion: version, lines }, idempotencyKey: key() };
}

async function tipping(world: World, owner: As) {
  const { input } = await freshLine(world, owner);
  return { input: { ...input, tip: { amount: 1 } } };
}

async function wishing(world: World, owner: As) {
  const { input } = await freshLine(world, owner);
  return { input: { ...input, fulfilment: null, wishedAt: null } };
}

async function ownCart({ world, mine }: Cell) {
  return { cartId: (await cartOf(mine, world.here)).id };
}

async function filledTogether({ world, mine }: Cell) {
  return { cartId: await togethersCart(world, mine) };
}

function zoesCart({ world }: Cell) {
  return ownCart({ world, mine: world.zoe });
}

async function notingIn(world: World, owner: As) {
  const { input, lineId } = await freshLine(world, owner);
  return { input: { ...input, lineId, note: 'warm' } };
}

async function countingIn(world: World, owner: As) {
  const { input, lineId } = await freshLine(world, owner);
  return { input: { ...input, lineId, quantity: 1 } };
}

function placing({ id, version }: { id: string; version: number }) {
  return { cartId: id, cartVersion: version, idempotencyKey: key() };
}

const bills = {
  'Query.splitByLines: own': asks(SplitByLinesDocument, async ({ world, mine }) => ({
    orderId: (await freshOrder(world, mine)).orderId,
    groups: [],
  })),
  "Query.splitByLines: a guest's": asks(SplitByLinesDocument, async ({ world }) => ({
    orderId: (await freshOrder(world, world.zoe)).orderId,
    groups: [],
  })),
  'Mutation.addToOrder: own': asks(AddToOrderDocument, async ({ world, mine }) => ({
    ...(await freshOrder(world, mine)),
    ...placing(await filledCart(mine, world.here)),
  })),
  "Mutation.addToOrder: own cart, to a guest's": asks(AddToOrderDocument, async ({ world, mine }) => ({
    ...(await freshOrder(world, world.zoe)),
    ...placing(await filledCart(mine, world.here)),
  })),
  'Mutation.discountOrder: own': asks(DiscountOrderDocument, ({ world, mine }) => discounting(world, mine)),
  "Mutation.discountOrder: a guest's": asks(DiscountOrderDocument, ({ world }) =>
    discounting(world, world.zoe),
  ),
  'Mutation.removeDiscount: own': asks(RemoveDiscountDocument, async ({ world, mine }) => ({
    input: await freshOrder(world, mine),
  })),
  "Mutation.removeDiscount: a guest's": asks(RemoveDiscountDocument, async ({ world }) => ({
    input: await freshOrder(world, world.zoe),
  })),
  'Mutation.voidLine: own': asks(VoidLineDocument, ({ world, mine }) => voiding(world, mine)),
  "Mutation.voidLine: a guest's": asks(VoidLineDocument, ({ world }) => voiding(world, world.zoe)),
};

async function discounting(world: World, owner: As) {
  return { input: { ...(await freshOrder(world, owner)), discount: { amount: 1 }, reason: 'It was cold' } };
}

async function voiding({ here }: World, owner: As) {
  const { id, version, lines } = await placedOrder(owner, here);
  return { input: { orderId: id, expectedVersion: version, lineId: lines[0]!.id, reason: 'It fell' } };
}

const cancelling = { to: 'CANCELLED', reason: 'NOT_WANTED' } as const;

const bumping = { to: 'READY', course: 1 } as const;

const moves = {
  'Mutation.orderAgain: own': asks(OrderAgainDocument, ({ world, mine }) => again(world, mine, mine)),
  "Mutation.orderAgain: own cart, a guest's order": asks(OrderAgainDocument, ({ world, mine }) =>
    again(world, world.zoe, mine),
  ),
  'Mutation.moveOrder: own, cancel': asks(MoveOrderDocument, async ({ world, mine }) => ({
    ...(await freshOrder(world, mine)),
    ...cancelling,
  })),
  'Mutation.moveOrder: own, accept': asks(MoveOrderDocument, async ({ world, mine }) => ({
    ...(await freshOrder(world, mine)),
    to: 'ACCEPTED' as const,
  })),
  'Mutation.moveOrder: own, cancel once accepted': asks(MoveOrderDocument, async ({ world, mine }) => ({
    ...(await freshOrder(world, mine, 'ACCEPTED')),
    ...cancelling,
  })),
  "Mutation.moveOrder: a guest's, accept": asks(MoveOrderDocument, async ({ world }) => ({
    ...(await freshOrder(world, world.zoe)),
    to: 'ACCEPTED' as const,
  })),
  "Mutation.moveOrder: a guest's, reject": asks(MoveOrderDocument, async ({ world }) => ({
    ...(await freshOrder(world, world.zoe)),
    to: 'REJECTED' as const,
    reason: 'TOO_BUSY' as const,
  })),
  "Mutation.moveOrder: a guest's, cancel": asks(MoveOrderDocument, async ({ world }) => ({
    ...(await freshOrder(world, world.zoe)),
    ...cancelling,
  })),
  "Mutation.moveOrder: a guest's, prepare": asks(MoveOrderDocument, async ({ world }) => ({
    ...(await freshOrder(world, world.zoe, 'ACCEPTED')),
    to: 'PREPARING' as const,
  })),
  "Mutation.moveOrder: a guest's, ready": asks(MoveOrderDocument, async ({ world }) => ({
    ...(await freshOrder(world, world.zoe, 'ACCEPTED', 'PREPARING')),
    to: 'READY' as const,
  })),
  "Mutation.moveOrder: a guest's, complete": asks(MoveOrderDocument, async ({ world }) => ({
    ...(await freshOrder(world, world.zoe, 'ACCEPTED', 'PREPARING', 'READY')),
    to: 'COMPLETED' as const,
  })),
  'Mutation.moveLines: own, bump': asks(MoveLinesDocument, async ({ world, mine }) => ({
    ...(await freshOrder(world, mine, 'ACCEPTED')),
    ...bumping,
  })),
  "Mutation.moveLines: a guest's, bump": asks(MoveLinesDocument, async ({ world }) => ({
    ...(await freshOrder(world, world.zoe, 'ACCEPTED')),
    ...bumping,
  })),
  "Mutation.moveLines: a guest's, hold": asks(MoveLinesDocument, async ({ world }) => ({
    ...(await freshOrder(world, world.zoe, 'ACCEPTED')),
    to: 'WAITING' as const,
    course: 1,
  })),
  'Mutation.promiseOrder: own': asks(PromiseOrderDocument, async ({ world, mine }) => ({
    ...(await freshOrder(world, mine)),
    promisedAt: inAnHour(),
  })),
  "Mutation.promiseOrder: a guest's": asks(PromiseOrderDocument, async ({ world }) => ({
    ...(await freshOrder(world, world.zoe)),
    promisedAt: inAnHour(),
  })),
};

function inAnHour(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
}

const deliveries = {
  "Mutation.moveOrder: the courier's, on its way": asks(MoveOrderDocument, async ({ world }) => ({
    ...(await freshDelivery(world, world.zoe, "the courier's", 'ACCEPTED', 'PREPARING', 'READY')),
    to: 'OUT_FOR_DELIVERY' as const,
  })),
  'Mutation.assignCourier: own': asks(AssignCourierDocument, ({ world, mine }) =>
    freshDelivery(world, mine, "nobody's"),
  ),
  "Mutation.assignCourier: a guest's": asks(AssignCourierDocument, ({ world }) =>
    freshDelivery(world, world.zoe, "nobody's"),
  ),
  "Mutation.failDelivery: nobody's": asks(FailDeliveryDocument, async ({ world }) => ({
    ...(await freshDelivery(world, world.zoe, "nobody's", ...toTheDoor)),
    reason: 'REFUSED' as const,
  })),
  "Mutation.failDelivery: the courier's": asks(FailDeliveryDocument, async ({ world }) => ({
    ...(await freshDelivery(world, world.zoe, "the courier's", ...toTheDoor)),
    reason: 'REFUSED' as const,
  })),
};

const streams = {
  'Subscription.myDeliveries': asks(MyDeliveriesDocument, ofThisPlace),
  'Subscription.trackedOrderUpdates': asks(TrackedOrderUpdatesDocument, codeOfAnOrder),
  'Subscription.kitchenTickets': asks(KitchenTicketsDocument, ofThisPlace),
  'Subscription.restaurantOrders': asks(RestaurantOrdersDocument, ofThisPlace),
  'Subscription.liveFigures': asks(LiveFiguresDocument, ofThisPlace),
  'Subscription.menuUpdates': asks(MenuUpdatesDocument, atThisPlace),
  'Subscription.cartUpdates: own': asks(CartUpdatesDocument, filledTogether),
  "Subscription.cartUpdates: the staff's": asks(CartUpdatesDocument, async ({ world }) => ({
    cartId: (await staffsCart(world)).id,
  })),
  "Subscription.cartUpdates: a guest's": asks(CartUpdatesDocument, zoesCart),
  'Subscription.orderUpdates: own': asks(OrderUpdatesDocument, async ({ world, mine }) => ({
    orderId: (await freshOrder(world, mine)).orderId,
  })),
  "Subscription.orderUpdates: a guest's": asks(OrderUpdatesDocument, async ({ world }) => ({
    orderId: (await freshOrder(world, world.zoe)).orderId,
  })),
};

async function again(world: World, orderer: As, owner: As) {
  const { orderId } = await freshOrder(world, orderer);
  return { orderId, cartId: (await cartOf(owner, world.here)).id, idempotencyKey: key() };
}

/** By the labels of the table. */
export const cases: Readonly<Record<string, Case>> = {
  ...readings,
  ...peopleAndPlaces,
  ...platform,
  ...menus,
  ...carts,
  ...bills,
  ...moves,
  ...deliveries,
  ...streams,
};
