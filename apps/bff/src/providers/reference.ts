/** What makes templates and features: only those of one model and one pipeline before it are ever compared. */
export interface Recognition {
  readonly modelId: string
  /** How a picture is made ready for the model. */
  readonly pipelineId: string
}

/** Those a provider can compare with, the present one first; empty: it compares no templates. */
export const recognitionsOf = (provider: {
  recognition?: Recognition
  earlier?: { recognition?: Recognition }
}): Recognition[] =>
  [provider.recognition, provider.earlier?.recognition].filter((each) => each !== undefined)

export const isSameRecognition = (a: Recognition, b: Recognition): boolean =>
  a.modelId === b.modelId && a.pipelineId === b.pipelineId

/** Opaque to everyone but the provider that made it; kept encrypted. */
export interface ReferenceTemplate extends Recognition {
  data: Uint8Array
}

/** A JPEG or PNG of at most 5 MB, kept encrypted wherever it lies. */
export interface Picture {
  readonly mediaType: 'image/jpeg' | 'image/png'
  /** Size in bytes. */
  readonly bytes: number
  read(): Promise<Uint8Array>
  /** The same, a piece at a time; never more than one in memory. */
  stream(): AsyncIterable<Uint8Array>
}

/** An enrolled face of the applicant, as far as the provider can use it. */
export interface Reference {
  faceId: string
  /** Of this provider's model, or of the one before it where there is none. */
  template?: ReferenceTemplate
  /** What the vendor calls it. */
  vendorReference?: string
  /** The picture itself, kept until the face is deleted. */
  picture?: Picture
}
