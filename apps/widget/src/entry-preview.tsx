import { mountPreview } from './mount-preview.tsx'

void mountPreview()
