/** A line of which every piece is void is VOID, however far it had come: that stands in `voided`, not in the line's status. */
export const lineStatuses = ['WAITING', 'FIRED', 'READY', 'SERVED', 'VOID'] as const;

export type LineStatus = (typeof lineStatuses)[number];

/** How far a line has come. */
export type LineStage = Exclude<LineStatus, 'VOID'>;
