/**
 * Schemas that pages share with the server look, when they are made, whether text may become code here (zod, "jitless"). It
 * may not, and the browser would complain of each try. Imported before all else.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
