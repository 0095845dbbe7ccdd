/** The options of an argument `language`. */
export const languageArg = {
  nullable: true,
  description: "Instead of Accept-Language. What is not said in it is said in the restaurant's own.",
};
