/** The chart as Helm renders it. No cluster has run it here: this holds it to the schemas of Kubernetes, and to the server. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import * as z from 'zod'
import { parseConfig } from '../../apps/bff/src/composition/config.ts'
import { checkManifests, type Manifest, manifestSchema } from './check-manifests.ts'
import { type Helm, hasHelm, NO_HELM, openHelm } from './open-helm.ts'
import { readKnownVariables } from './read-known-variables.ts'

const ROOT = new URL('../../', import.meta.url)
const CHART = fileURLToPath(new URL('deploy/helm/visavis', ROOT))
const read = (file: string) => readFile(new URL(file, ROOT), 'utf8')

const LEAST = { publicUrl: 'https://id.example.com', image: { repository: 'registry.example.com/visavis' } }
const MANY = {
  ...LEAST,
  replicas: 3,
  database: { existingSecret: 'database' },
  masterKey: { existingSecret: 'master-key' },
  s3: { endpoint: 'https://s3.example.com', bucket: 'visavis', region: 'eu-1', existingSecret: 's3' },
}
const namespace = (name: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
})
const ALL = {
  ...MANY,
  imagePullSecrets: [{ name: 'registry' }],
  autoscaling: { enabled: true },
  strategy: 'RollingUpdate',
  mail: { existingSecret: 'mail', from: 'id@example.com' },
  oidc: { issuer: 'https://login.example.com', clientId: 'visavis', existingSecret: 'oidc' },
  env: { FACE_LIFETIME_DAYS: '365' },
  ingress: { enabled: true, className: 'nginx', annotations: { a: 'b' }, tlsSecret: 'tls' },
  consoleUrl: 'https://console.example.com',
  vendorScriptHost: 'https://*.scripts.example.com',
  networkPolicy: {
    enabled: true,
    consoleFrom: [namespace('vpn')],
    from: [namespace('ingress')],
    metricsFrom: [namespace('monitoring')],
    egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }],
  },
  metrics: {
    enabled: true,
    serviceMonitor: { enabled: true, labels: { release: 'prometheus' } },
    prometheusRule: { enabled: true, labels: { release: 'prometheus' } },
  },
  command: ['doctor'],
  podAnnotations: { a: 'b' },
  nodeSelector: { disk: 'fast' },
  tolerations: [{ key: 'dedicated', operator: 'Exists' }],
  affinity: { podAntiAffinity: {} },
}

const podSchema = z.object({
  automountServiceAccountToken: z.literal(false),
  terminationGracePeriodSeconds: z.number().optional(),
  securityContext: z.object({ runAsUser: z.number(), runAsGroup: z.number() }).loose(),
  volumes: z.array(z.object({ name: z.string() }).loose()),
  containers: z.tuple([
    z.object({
      env: z.array(
        z.object({
          name: z.string(),
          value: z.string().optional(),
          valueFrom: z.object({ secretKeyRef: z.object({ name: z.string(), key: z.string() }) }).optional(),
        }),
      ),
      args: z.array(z.string()).optional(),
      securityContext: z.unknown(),
      volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() }).loose()),
      ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).optional(),
      readinessProbe: z.object({ httpGet: z.object({ path: z.string() }).loose() }).optional(),
    }),
  ]),
})
const readPod = (manifest: Manifest) =>
  z.object({ spec: z.object({ template: z.object({ spec: podSchema }) }) }).parse(manifest).spec.template.spec

describe.skipIf(!hasHelm)(`the chart${hasHelm ? '' : `. ${NO_HELM}`}`, () => {
  let helm: Helm
  let folder: string
  beforeAll(async () => {
    helm = await openHelm()
    folder = await mkdtemp(join(tmpdir(), 'visavis-chart-'))
  })
  afterAll(async () => {
    await helm.close()
    await rm(folder, { recursive: true })
  })

  const run = async (command: string[], values: object): Promise<string> => {
    const file = join(folder, 'values.json')
    await writeFile(file, JSON.stringify(values))
    return helm.run(...command, CHART, '--values', file)
  }
  const render = async (values: object): Promise<Manifest[]> => {
    // As Helm and Kubernetes read it: 0440 is octal.
    const documents = parseAllDocuments(await run(['template', 'shop'], values), { version: '1.1' })
    return documents.map((document) => manifestSchema.parse(document.toJS()))
  }
  const find = (manifests: Manifest[], kind: string): Manifest => {
    const found = manifests.find((manifest) => manifest.kind === kind)
    if (!found) throw new Error(`There is no ${kind}`)
    return found
  }
  const listKinds = (manifests: Manifest[]) => manifests.map(({ kind }) => kind).toSorted()

  it('is one that Helm finds nothing in, with few values and with all', async () => {
    for (const values of [LEAST, MANY, ALL]) {
      expect(await run(['lint', '--strict'], values)).toContain('0 chart(s) failed')
    }
  })

  it('renders what Kubernetes takes', async () => {
    const [least, all] = [await render(LEAST), await render(ALL)]
    expect(await checkManifests([...least, ...all])).toEqual([])
    expect(listKinds(least)).toEqual(['Deployment', 'PersistentVolumeClaim', 'Service', 'ServiceAccount'])
    expect(listKinds(all)).toEqual([
      'Deployment',
      'HorizontalPodAutoscaler',
      'Ingress',
      'Job',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'PrometheusRule',
      'Service',
      'Service',
      'Service',
      'ServiceAccount',
      'ServiceMonitor',
    ])
  })

  it('would be found out with a field that Kubernetes does not know, and a value that it does not take', async () => {
    const deployment = find(await render(LEAST), 'Deployment')
    const text = JSON.stringify(deployment)
    const wrong = [text.replace('"fsGroup"', '"fsGrop"'), text.replace('65532', '"65532"')]
    for (const each of wrong) expect(await checkManifests([JSON.parse(each)])).not.toEqual([])
  })

  it('runs the image as it is built, locked in as the strictest pod security standard wants it', async () => {
    const containerfile = await read('deploy/Containerfile')
    for (const kind of ['Deployment', 'Job']) {
      const pod = readPod(find(await render(ALL), kind))
      const { runAsUser, runAsGroup } = pod.securityContext
      expect(containerfile).toContain(`\nUSER ${runAsUser}:${runAsGroup}\n`)
      expect(pod.securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      })
      const [container] = pod.containers
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      })
      expect(containerfile).toContain(`\nVOLUME ${container.volumeMounts[0]?.mountPath}\n`)
    }
    const [{ ports, readinessProbe }] = readPod(find(await render(LEAST), 'Deployment')).containers
    expect(containerfile).toContain(`\nEXPOSE ${ports?.[0]?.containerPort}\n`)
    expect(containerfile).toContain(readinessProbe?.httpGet.path)
    expect(containerfile).toContain(readPod(find(await render(ALL), 'Job')).containers[0].args?.[0])
  })

  it('sets what the server reads, takes, and nothing else', async () => {
    const known = await readKnownVariables()
    const file = join(folder, 'master.key')
    await writeFile(file, Buffer.alloc(32, 7).toString('base64'))
    const secrets = { 'database-url': 'postgres://visavis@db/visavis', 'smtp-url': 'smtps://mail.example' }
    const [{ env }] = readPod(find(await render(ALL), 'Deployment')).containers
    expect(env.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([])
    const given = env.map(({ name, value, valueFrom }) => [
      name,
      value ?? secrets[valueFrom?.secretKeyRef.key as keyof typeof secrets] ?? 'a secret',
    ])
    expect(parseConfig({ ...Object.fromEntries(given), VISAVIS_MASTER_KEY_FILE: file })).toMatchObject({
      host: '0.0.0.0',
      port: 8787,
      publicUrl: 'https://id.example.com',
      dataDir: '/data',
      databaseUrl: secrets['database-url'],
      faceLifetimeDays: 365,
      trustedProxies: 1,
      mail: { url: secrets['smtp-url'], from: 'id@example.com' },
      s3: { bucket: 'visavis', accessKeyId: 'a secret' },
      singleSignOn: { issuer: 'https://login.example.com', clientSecret: 'a secret' },
      consoleAt: { port: 8788, url: 'https://console.example.com' },
      metricsAt: { host: '0.0.0.0', port: 9464 },
      vendorScriptHost: 'https://*.scripts.example.com',
    })
    // `env` is for the others.
    const doubled = env.filter(({ name }) => name !== 'FACE_LIFETIME_DAYS')
    for (const { name } of doubled) {
      await expect(run(['template', 'shop'], { ...LEAST, env: { [name]: '1' } }), name).rejects.toMatchObject(
        { stderr: expect.stringContaining(`invalid propertyName '${name}'`) },
      )
    }
  })

  it('waits longer for a replica to end than that takes', async () => {
    const files = ['apps/bff/src/server.ts', 'apps/bff/src/storage/job-queue.ts']
    const texts = await Promise.all(files.map(read))
    const [requests = Number.NaN, jobs = Number.NaN] = texts.map((text) =>
      Number(/^const STOP_GRACE_MS = ([\d_]+)$/m.exec(text)?.[1]?.replace('_', '')),
    )
    const manifest = find(await render(LEAST), 'Deployment')
    const preStopMs = Number(/setTimeout\(\(\) => \{\}, (\d+)\)/.exec(JSON.stringify(manifest))?.[1])
    const { terminationGracePeriodSeconds = 0 } = readPod(manifest)
    const neededMs = preStopMs + requests + jobs
    expect(terminationGracePeriodSeconds * 1000).toBeGreaterThan(neededMs + 10_000)
    const tooShort = { ...LEAST, terminationGracePeriodSeconds: Math.ceil(neededMs / 1000) }
    await expect(render(tooShort)).rejects.toThrow()
  })

  it('keeps what has no other place on a volume that outlives it, and has none otherwise', async () => {
    const { database, masterKey, s3 } = MANY
    for (const some of [{}, { database, masterKey }, { database, s3 }, { masterKey, s3 }]) {
      const manifests = await render({ ...LEAST, ...some })
      const claim = find(manifests, 'PersistentVolumeClaim')
      expect(claim.metadata).toMatchObject({ annotations: { 'helm.sh/resource-policy': 'keep' } })
      const { volumes } = readPod(find(manifests, 'Deployment'))
      expect(volumes[0]).toMatchObject({ persistentVolumeClaim: { claimName: claim.metadata.name } })
      expect(listKinds(manifests)).not.toContain('PodDisruptionBudget')
    }
    const manifests = await render(MANY)
    expect(listKinds(manifests)).toContain('PodDisruptionBudget')
    expect(listKinds(manifests)).not.toContain('PersistentVolumeClaim')
  })

  it('stops the old version before the new one, and the server while a command has its database', async () => {
    expect(find(await render(MANY), 'Deployment')).toMatchObject({
      spec: { replicas: 3, strategy: { type: 'Recreate' } },
    })
    const spec = async (values: object) => find(await render(values), 'Deployment')
    expect(await spec({ ...LEAST, command: ['doctor'] })).toMatchObject({ spec: { replicas: 0 } })
    expect(await spec({ ...MANY, command: ['doctor'] })).toMatchObject({ spec: { replicas: 3 } })
  })

  it('brings the alerts that are in `deploy/prometheus`, for the job that they ask for', async () => {
    const manifests = await render(ALL)
    expect(find(manifests, 'PrometheusRule')).toMatchObject({
      spec: parse(await read('deploy/prometheus/alerts.yaml')),
    })
    const monitor = find(manifests, 'ServiceMonitor')
    const { spec } = z
      .object({
        spec: z.object({
          jobLabel: z.string(),
          selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
        }),
      })
      .parse(monitor)
    const watched = manifests.filter(({ kind, metadata }) => {
      const labels = z.record(z.string(), z.string()).parse(metadata.labels)
      const { matchLabels } = spec.selector
      return (
        kind === 'Service' && Object.keys(matchLabels).every((name) => labels[name] === matchLabels[name])
      )
    })
    expect(watched).toHaveLength(1)
    expect(watched[0]).toMatchObject({ metadata: { labels: { [spec.jobLabel]: 'visavis' } } })
  })

  it('gives the console a service and a host of its own, where it has an address of its own', async () => {
    const ingress = JSON.stringify(find(await render(ALL), 'Ingress'))
    expect(ingress).toContain('"hosts":["id.example.com","*.scripts.example.com","console.example.com"]')
    expect(ingress).toContain('"host":"console.example.com"')
    const [{ ports }] = readPod(find(await render(ALL), 'Deployment')).containers
    expect(ports).toContainEqual({ name: 'console', containerPort: 8788 })
    const policy = JSON.stringify(find(await render(ALL), 'NetworkPolicy'))
    expect(policy).toContain(
      JSON.stringify({ ports: [{ port: 'console', protocol: 'TCP' }], from: [namespace('vpn')] }),
    )
    expect(JSON.stringify(await render({ ...LEAST, ingress: { enabled: true } }))).not.toContain('console')
  })

  it('is of the version of the server', async () => {
    const { version } = JSON.parse(await read('apps/bff/package.json'))
    expect(parse(await read('deploy/helm/visavis/Chart.yaml'))).toMatchObject({
      version,
      appVersion: version,
    })
  })

  it.each([
    ['no address', { ...LEAST, publicUrl: undefined }, "missing property 'publicUrl'"],
    ['an address with a path', { ...LEAST, publicUrl: 'https://example.com/id' }, "'/publicUrl'"],
    ['a console with a path', { ...LEAST, consoleUrl: 'https://example.com/console' }, "'/consoleUrl'"],
    ['no image', { ...LEAST, image: {} }, "missing property 'repository'"],
    ['a value that there is not', { ...LEAST, replica: 2 }, "'replica' not allowed"],
    ['replicas on the embedded database', { ...LEAST, replicas: 2 }, "'/database/existingSecret'"],
    ['replicas with pictures on a disk', { ...MANY, s3: {} }, "'/s3/bucket'"],
    ['replicas with a key each', { ...MANY, masterKey: {} }, "'/masterKey/existingSecret'"],
    ['scaling the embedded database', { ...LEAST, autoscaling: { enabled: true } }, "'/database/existing"],
    ['two at once on one folder', { ...LEAST, strategy: 'RollingUpdate' }, "'/database/existingSecret'"],
    ['half a bucket', { ...LEAST, s3: { bucket: 'visavis' } }, "'/s3/endpoint'"],
    ['mail without a sender', { ...LEAST, mail: { existingSecret: 'mail' } }, "'/mail/from'"],
    ['half a provider', { ...LEAST, oidc: { issuer: 'https://a.example' } }, "'/oidc/clientId'"],
    [
      'a monitor of no metrics',
      { ...LEAST, metrics: { serviceMonitor: { enabled: true } } },
      "'/metrics/enabled'",
    ],
    ['a setting as a number', { ...LEAST, env: { FACE_LIFETIME_DAYS: 365 } }, "'/env/FACE_LIFETIME_DAYS'"],
  ])('refuses %s', async (_, values, told) => {
    await expect(run(['template', 'shop'], values)).rejects.toMatchObject({
      stderr: expect.stringContaining(told),
    })
  })
})
