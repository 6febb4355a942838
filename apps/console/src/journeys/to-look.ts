import type { PreviewLook } from '@visavis/shared/capture-preview'
import { compileMessage } from '@visavis/shared/compile-message'
import type { Draft } from './draft-rules.ts'

/** How the preview is looked at: nothing of the journey. */
export interface View extends Pick<PreviewLook, 'screen' | 'guidance' | 'scheme' | 'locale'> {
  device: 'phone' | 'desktop'
}

const COLOR = /^#[0-9a-f]{6}$/i

/** A colour that is half typed is none yet. */
const toTheme = ({ colors = {}, ...theme }: Draft['theme']): Draft['theme'] => ({
  ...theme,
  colors: Object.fromEntries(Object.entries(colors).filter(([, color]) => COLOR.test(color ?? ''))),
})

/** What the capture page shows of what was typed so far. A text that cannot be read stands there as it is. */
export const toLook = (draft: Draft, partner: string, { device: _, ...view }: View): PreviewLook => ({
  type: 'preview.show',
  ...view,
  session: {
    purpose: 'authentication',
    partner_name: partner,
    handoff: draft.handoff,
    theme: toTheme(draft.theme),
    copy: Object.fromEntries(
      Object.entries(draft.copy).map(([key, text]) => [key, compileMessage(text) ?? text]),
    ),
    photo_upload: draft.photo_upload ?? 'never',
    alternative_url: draft.alternative_url,
    ...(draft.consent_notice
      ? { notice: { ...draft.consent_notice, picture_days: draft.retention_days } }
      : {}),
  },
})
