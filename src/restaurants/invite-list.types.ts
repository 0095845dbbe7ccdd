import { ArrayUnique, Length, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { connectionOf, OrderBy, type Ordering, orderInputOf, PageArgsType } from '../page.types.ts';
import { UUID } from '../scalars.ts';
import type { Invite } from './invite.entity.ts';
import { InviteType } from './invite.types.ts';
import { type InviteStatus, inviteStatuses } from './invite-status.ts';
import type { InviteFilter, InviteQuery, InviteSort } from './list-invites.ts';
import { RoleEnum } from './restaurant.types.ts';
import type { Role } from './role.ts';

export const InviteConnection = connectionOf<Invite>(InviteType, 'Invite');

const InviteStatusEnum = Object.fromEntries(inviteStatuses.map((one) => [one, one])) as {
  [S in InviteStatus]: S;
};

registerEnumType(InviteStatusEnum, {
  name: 'InviteStatus',
  description: 'What has become of an invite.',
  valuesConfig: {
    OPEN: { description: 'Its token is good.' },
    EXPIRED: { description: 'It can be sent again.' },
    REVOKED: { description: 'Taken back, replaced by a newer one, or gone with whoever sent it.' },
  },
});

@InputType({ description: 'What is said holds all together; what is left out does not matter.' })
export class InviteFilterInput implements InviteFilter {
  @Field(() => [InviteStatusEnum], { nullable: true, description: 'One of these.' })
  @ArrayUnique()
  status?: InviteStatus[] | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'To one of these.' })
  @ArrayUnique()
  role?: Role[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'A part of the address, whatever the capitals. 1 to 100 characters.',
  })
  @Length(1, 100)
  text?: string | null;
}

const InviteSortEnum = {
  EMAIL: 'EMAIL',
  SENT_AT: 'SENT_AT',
  EXPIRES_AT: 'EXPIRES_AT',
} as const satisfies { [S in InviteSort]: S };

registerEnumType(InviteSortEnum, { name: 'InviteSort' });

const InviteOrderInput = orderInputOf(InviteSortEnum, 'InviteOrderInput');

@ArgsType()
export class InvitesArgs extends PageArgsType {
  @Field(() => UUID)
  restaurantId!: string;

  @Field(() => InviteFilterInput, { nullable: true })
  @ValidateNested()
  filter?: InviteFilterInput | null;

  @OrderBy(InviteOrderInput, 3, 'Newest first')
  orderBy?: Ordering<InviteSort>[] | null;

  query(): InviteQuery {
    return { filter: this.filter ?? {}, orderBy: this.orderBy ?? [], page: this };
  }
}
