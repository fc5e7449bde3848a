import type { Hex } from 'viem'

const DATABASE = 'hotswap'
const STORE = 'demo-devices'

/** Keeps a demonstration device's key pair in this browser's IndexedDB; the private half cannot be read out of it. */
export async function keepDeviceKey(deviceId: Hex, pair: CryptoKeyPair): Promise<void> {
  const database = await open()
  try {
    await settled(database.transaction(STORE, 'readwrite').objectStore(STORE).put(pair, deviceId))
  } finally {
    database.close()
  }
}

/** The key pair of a demonstration device made in this browser; undefined for any other. */
export async function findDeviceKey(deviceId: Hex): Promise<CryptoKeyPair | undefined> {
  const database = await open()
  try {
    return await settled(database.transaction(STORE).objectStore(STORE).get(deviceId))
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE)
  return settled(request)
}

function settled<value>(request: IDBRequest<value>): Promise<value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
