/** Names of cameras that see heat or depth, not what a person looks like. */
const ODD_NAME = /\b(ir|infra-?red|depth|thermal)\b/i

/** Another camera than those that were tried, ordinary ones first; `null` when there is none. */
export const nextCamera = (
  cameras: readonly Pick<MediaDeviceInfo, 'deviceId' | 'label'>[],
  tried: readonly string[],
): string | null => {
  const left = cameras.filter(({ deviceId }) => !tried.includes(deviceId))
  const best = left.find(({ label }) => !ODD_NAME.test(label)) ?? left[0]
  return best?.deviceId ?? null
}
