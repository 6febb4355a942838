/** One sentence for each number form of a language (Unicode CLDR); `other` is the form every language has. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Gives the catalogues' type room for the forms that English does not have. */
export const plural = (forms: Plural): Plural => forms

export const pickPlural = (forms: Plural, locale: string, count: number): string =>
  forms[new Intl.PluralRules(locale).select(count)] ?? forms.other
