/** Three lines are read in one glance while somebody speaks; a fourth is already a form. */
export const suggestionsAtMost = 3;
