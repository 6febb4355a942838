import { Trouble } from '../parts/Trouble.tsx'
import type { Editor } from './use-editor.ts'

const REFUSED = 'Nothing was saved: some fields are wrong. Each of them says why.'

export const SaveBar = ({ editor }: { editor: Editor }) => (
  <div className="save">
    <button
      type="submit"
      className="button button-primary"
      aria-disabled={editor.isSaving || !editor.isChanged}
    >
      Save
    </button>
    <button
      type="button"
      className="button button-quiet"
      aria-disabled={!editor.isChanged}
      onClick={editor.reset}
    >
      Undo all
    </button>
    <p role="status">{editor.isSaved ? 'Saved.' : editor.isChanged ? 'Not saved yet.' : ''}</p>
    <Trouble error={editor.isRefused ? new Error(REFUSED) : editor.error} />
  </div>
)
