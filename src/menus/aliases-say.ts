/** What inputs say of them. */
export const aliasesSay =
  'What guests also call it, instead of what was there before: up to 20, each 1 to 60 characters in one line, none twice whatever the accents and capitals. parseOrder understands them; menuAliases reads them. Several entries may share one: then the guest is asked which.';
