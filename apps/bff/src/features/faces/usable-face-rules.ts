interface FaceLike {
  provider: string
  vendorReference: string | null
}

/**
 * Whether a provider can compare with that face: one that the vendor keeps serves this vendor only, one that has its
 * picture here serves every provider that takes pictures, so that a journey can change over without new enrolments.
 */
export const isUsableFace = (
  face: FaceLike,
  provider: { id: string; references: readonly string[] },
): boolean => {
  if (face.vendorReference === null) return provider.references.includes('upload')
  const takesVendors = provider.references.some((kind) => kind !== 'upload')
  return takesVendors && face.provider === provider.id
}
