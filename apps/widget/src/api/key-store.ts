const STORE = 'keys'
/** No link lives longer. */
const KEPT_MS = 30 * 24 * 3_600_000
/** Some browsers never answer (WebKit bug 226547): nobody waits for them. */
const PATIENCE_MS = 3000

interface KeptKey {
  pair: CryptoKeyPair
  madeOn: number
}

const openDatabase = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('visavis', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
    setTimeout(() => reject(new Error('the database does not open')), PATIENCE_MS)
  })

/** The key that is kept under that name; a new one, kept from now on. Two pages that ask at once get the same. */
const keepIn = (database: IDBDatabase, name: string, fresh: CryptoKeyPair, now: number) =>
  new Promise<CryptoKeyPair>((resolve, reject) => {
    const writing = database.transaction(STORE, 'readwrite')
    const store = writing.objectStore(STORE)
    let pair = fresh
    const reading: IDBRequest<KeptKey | undefined> = store.get(name)
    reading.onsuccess = () => {
      if (reading.result) pair = reading.result.pair
      else store.put({ pair, madeOn: now } satisfies KeptKey, name)
    }
    const looking = store.openCursor()
    looking.onsuccess = () => {
      const cursor = looking.result
      if (!cursor) return
      if ((cursor.value as KeptKey).madeOn < now - KEPT_MS) cursor.delete()
      cursor.continue()
    }
    // Not before it is written: a key that a reload would not find must sign nothing.
    writing.oncomplete = () => resolve(pair)
    writing.onabort = () => reject(writing.error)
  })

/** The private half never leaves the browser, not even to this page. @throws where keys cannot be made or kept */
export const keepKey = async (name: string): Promise<CryptoKeyPair> => {
  const fresh = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  const database = await openDatabase()
  try {
    return await keepIn(database, name, fresh, Date.now())
  } finally {
    // An open one keeps the page out of the back/forward cache.
    database.close()
  }
}
