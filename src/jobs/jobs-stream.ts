/** What the bell calls the table of jobs. It is no event stream: nothing is numbered in it. */
export const jobsStream = '00000000-0000-0000-0000-000000000001';
