import type { MigrationObject } from '@mikro-orm/core';
import { Spine } from './0001-spine.ts';
import { SessionFamilies } from './0002-session-families.ts';
import { Ages } from './0003-ages.ts';
import { Doors } from './0004-doors.ts';
import { Jobs } from './0005-jobs.ts';
import { House } from './0006-house.ts';
import { Accounts } from './0007-accounts.ts';
import { Invites } from './0008-invites.ts';
import { Audit } from './0009-audit.ts';
import { SecondFactor } from './0010-second-factor.ts';
import { Search } from './0011-search.ts';
import { Totals } from './0012-totals.ts';
import { PersonsRows } from './0013-persons-rows.ts';
import { People } from './0014-people.ts';
import { TableCodes } from './0015-doors.ts';
import { MenuModel } from './0016-menu-model.ts';
import { MenuSearch } from './0017-menu-search.ts';
import { Carts } from './0018-carts.ts';
import { Placing } from './0019-placing.ts';
import { BillColumns } from './0020-bill.ts';
import { MenuLanguages } from './0024-menu-languages.ts';

/** In the order they are applied. */
export const migrations: MigrationObject[] = [
  { name: '0001-spine', class: Spine },
  { name: '0002-session-families', class: SessionFamilies },
  { name: '0003-ages', class: Ages },
  { name: '0004-doors', class: Doors },
  { name: '0005-jobs', class: Jobs },
  { name: '0006-house', class: House },
  { name: '0007-accounts', class: Accounts },
  { name: '0008-invites', class: Invites },
  { name: '0009-audit', class: Audit },
  { name: '0010-second-factor', class: SecondFactor },
  { name: '0011-search', class: Search },
  { name: '0012-totals', class: Totals },
  { name: '0013-persons-rows', class: PersonsRows },
  { name: '0014-people', class: People },
  { name: '0015-doors', class: TableCodes },
  { name: '0016-menu-model', class: MenuModel },
  { name: '0017-menu-search', class: MenuSearch },
  { name: '0018-carts', class: Carts },
  { name: '0019-placing', class: Placing },
  { name: '0020-bill', class: BillColumns },
  { name: '0024-menu-languages', class: MenuLanguages },
];
