/** A cart that was told so much remembers nothing more of it. */
export const mostHeard = 20;
