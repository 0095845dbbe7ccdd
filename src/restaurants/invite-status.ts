/** What has become of an invite. One that has expired can be sent again. */
export const inviteStatuses = ['OPEN', 'EXPIRED', 'ACCEPTED', 'REVOKED'] as const;

export type InviteStatus = (typeof inviteStatuses)[number];
