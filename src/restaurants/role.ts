export const roles = ['OWNER', 'MANAGER', 'KITCHEN', 'FLOOR', 'COURIER'] as const;

export type Role = (typeof roles)[number];
