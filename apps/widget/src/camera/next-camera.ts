/** Names of cameras that see heat or depth, not what a person looks like. */
const ODD_NAME = /\b(ir|infra-?red|depth|thermal)\b/i
/** Those of a phone that look at the person: Android's "camera2 1, facing front", Safari's "Front Camera". */
const FRONT_NAME = /\bfront/i

/** Another camera than those that were tried, ordinary ones that look at the person first; `null` when there is none. */
export const nextCamera = (
  cameras: readonly Pick<MediaDeviceInfo, 'deviceId' | 'label'>[],
  tried: readonly string[],
): string | null => {
  const left = cameras.filter(({ deviceId }) => !tried.includes(deviceId))
  const ordinary = left.filter(({ label }) => !ODD_NAME.test(label))
  const best = ordinary.find(({ label }) => FRONT_NAME.test(label)) ?? ordinary[0] ?? left[0]
  return best?.deviceId ?? null
}
