/**
 * Run by tests in a process of its own, on the data folder of its first argument: finishes one picture, leaves
 * others at each later point of the way, and stays in the middle of an upload. Prints the id of the finished one.
 */
import { join } from 'node:path'
import { newId } from '@visavis/shared/ids'
import { createDatabase } from '../../composition/create-database.ts'
import { createAssetStore } from '../assets/asset-store.ts'
import { createUploadSpool } from '../assets/upload-spool.ts'
import { loadMasterKeys } from '../crypto/master-key.ts'
import { createSealer } from '../crypto/sealer.ts'
import { assetNamed } from './asset-named.ts'
import { fakePicture } from './pictures.ts'
import { insertTenant, newAsset, withoutKey } from './rows.ts'

const [dataDir = ''] = process.argv.slice(2)
const database = await createDatabase({ kind: 'pglite', dataDir: join(dataDir, 'db') })
const sealer = createSealer((await loadMasterKeys({ dataDir }))[0])
const assets = createAssetStore({ dataDir: join(dataDir, 'assets'), sealer })
const spool = await createUploadSpool({ dir: join(dataDir, 'spool'), memoryBytes: 0 })
const { tenantId } = await insertTenant(database)
const picture = fakePicture(200_000)

const finished = newAsset(tenantId)
await database.assets.insert(finished)
await assets.put(withoutKey(finished), picture)
await database.assets.markStored(finished.id)

await database.assets.insert(newAsset(tenantId))
const written = newAsset(tenantId)
await database.assets.insert(written)
await assets.put(withoutKey(written), picture)
await assets.put(assetNamed(newId('asset')), picture)

let isSent = false
await spool.receive(
  new ReadableStream(
    {
      pull: (controller) => {
        if (!isSent) {
          isSent = true
          return controller.enqueue(fakePicture(600_000))
        }
        process.stdout.write(`${finished.id} ${finished.ownerId} ${tenantId}\n`)
        return new Promise((resolve) => setTimeout(resolve, 600_000))
      },
    },
    { highWaterMark: 0 },
  ),
)
