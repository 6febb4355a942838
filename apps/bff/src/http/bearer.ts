/** The token of an `Authorization: Bearer` header (RFC 6750 §2.1; the scheme is case-insensitive). */
export const readBearer = (header: string | undefined): string | undefined =>
  /^Bearer +([A-Za-z0-9\-._~+/*#$=]+) *$/i.exec(header ?? '')?.[1]
