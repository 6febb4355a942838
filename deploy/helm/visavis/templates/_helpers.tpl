{{/* Kept short for the names made of it; a release called like the chart needs no second half. */}}
{{- define "visavis.fullname" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "visavis.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "visavis.labels" -}}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{ include "visavis.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Something of it is kept nowhere but in the data folder. */}}
{{- define "visavis.needsVolume" -}}
{{- with .Values }}{{ if not (and .database.existingSecret .masterKey.existingSecret .s3.bucket) }}yes{{ end }}{{ end }}
{{- end }}

{{- define "visavis.canHaveMany" -}}
{{- if and (not (include "visavis.needsVolume" .)) (or .Values.autoscaling.enabled (gt (int .Values.replicas) 1)) }}yes{{ end }}
{{- end }}

{{- define "visavis.fromSecret" -}}
valueFrom: { secretKeyRef: { name: {{ .name | quote }}, key: {{ .key | quote }} } }
{{- end }}

{{- define "visavis.env" -}}
- { name: PUBLIC_URL, value: {{ .Values.publicUrl | quote }} }
- { name: HOST, value: "0.0.0.0" }
- { name: PORT, value: "8787" }
- { name: DATA_DIR, value: /data }
- { name: ENGINE_WORKERS, value: {{ .Values.engineWorkers | quote }} }
- { name: TRUSTED_PROXIES, value: {{ kindIs "invalid" .Values.trustedProxies | ternary (.Values.ingress.enabled | ternary 1 0) .Values.trustedProxies | toString | quote }} }
{{- if .Values.metrics.enabled }}
- { name: METRICS_PORT, value: "9464" }
- { name: METRICS_HOST, value: "0.0.0.0" }
{{- end }}
{{- with .Values.consoleUrl }}
- { name: CONSOLE_PORT, value: "8788" }
- { name: CONSOLE_URL, value: {{ . | quote }} }
{{- end }}
{{- with .Values.vendorScriptHost }}
- { name: VENDOR_SCRIPT_HOST, value: {{ . | quote }} }
{{- end }}
{{- with .Values.database }}{{ if .existingSecret }}
- name: DATABASE_URL
  {{- include "visavis.fromSecret" (dict "name" .existingSecret "key" .key) | nindent 2 }}
{{- end }}{{ end }}
{{- if .Values.masterKey.existingSecret }}
- { name: VISAVIS_MASTER_KEY_FILE, value: /run/secrets/visavis/master.key }
{{- end }}
{{- with .Values.s3 }}{{ if .bucket }}
- { name: S3_ENDPOINT, value: {{ .endpoint | quote }} }
- { name: S3_BUCKET, value: {{ .bucket | quote }} }
- { name: S3_REGION, value: {{ .region | quote }} }
- name: S3_ACCESS_KEY_ID
  {{- include "visavis.fromSecret" (dict "name" .existingSecret "key" .accessKeyIdKey) | nindent 2 }}
- name: S3_SECRET_ACCESS_KEY
  {{- include "visavis.fromSecret" (dict "name" .existingSecret "key" .secretAccessKeyKey) | nindent 2 }}
{{- end }}{{ end }}
{{- with .Values.mail }}{{ if .existingSecret }}
- name: SMTP_URL
  {{- include "visavis.fromSecret" (dict "name" .existingSecret "key" .key) | nindent 2 }}
- { name: MAIL_FROM, value: {{ .from | quote }} }
{{- end }}{{ end }}
{{- with .Values.oidc }}{{ if .issuer }}
- { name: CONSOLE_OIDC_ISSUER, value: {{ .issuer | quote }} }
- { name: CONSOLE_OIDC_CLIENT_ID, value: {{ .clientId | quote }} }
- name: CONSOLE_OIDC_CLIENT_SECRET
  {{- include "visavis.fromSecret" (dict "name" .existingSecret "key" .clientSecretKey) | nindent 2 }}
{{- end }}{{ end }}
{{- range $name, $value := .Values.env }}
- { name: {{ $name }}, value: {{ $value | quote }} }
{{- end }}
{{- end }}

{{/* Of the server, and of a command in its place. */}}
{{- define "visavis.pod" -}}
automountServiceAccountToken: false
serviceAccountName: {{ include "visavis.fullname" . }}
enableServiceLinks: false
{{- with .Values.imagePullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 65532
  runAsGroup: 65532
  fsGroup: 65532
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: { type: RuntimeDefault }
volumes:
  - name: data
    {{- if include "visavis.needsVolume" . }}
    persistentVolumeClaim: { claimName: {{ .Values.persistence.existingClaim | default (printf "%s-data" (include "visavis.fullname" .)) | quote }} }
    {{- else }}
    emptyDir: { sizeLimit: {{ .Values.scratchSize }} }
    {{- end }}
  {{- with .Values.masterKey }}{{ if .existingSecret }}
  - name: master-key
    secret:
      secretName: {{ .existingSecret | quote }}
      items: [{ key: {{ .key | quote }}, path: master.key }]
      # Belongs to root; the server reads it by its group.
      defaultMode: 0440
  {{- end }}{{ end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "visavis.container" -}}
image: {{ printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
env:
  {{- include "visavis.env" . | nindent 2 }}
resources: {{- toYaml .Values.resources | nindent 2 }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
volumeMounts:
  - { name: data, mountPath: /data }
  {{- if .Values.masterKey.existingSecret }}
  - { name: master-key, mountPath: /run/secrets/visavis, readOnly: true }
  {{- end }}
{{- end }}
