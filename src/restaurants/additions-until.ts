/** How far along an order may be for more to be added to it. */
export const additionsUntil = ['NEVER', 'PLACED', 'ACCEPTED', 'PREPARING'] as const;

export type AdditionsUntil = (typeof additionsUntil)[number];
