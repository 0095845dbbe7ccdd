/** Before it is normalised, in UTF-16 units: far more than the 128 characters that one may have then. */
export const longestPassword = 1_024;
