/** What a repeated judgement of a suggestion is answered with. */
export const parsingAgains = {
  approveAlias: (): boolean => true,
  dismissAlias: (): boolean => true,
};
