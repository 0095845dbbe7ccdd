/** What is wrong with a model's answer, in words for the log. A fault anywhere makes all of it worthless: whoever gets one thing wrong may have got all wrong. */
export class Unusable extends Error {}
