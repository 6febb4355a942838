/** A face in an oval, in a few lines. */
export const FaceArt = () => (
  <svg className="face-art" viewBox="0 0 120 120" aria-hidden="true">
    <path
      className="face-art-corner"
      d="M12 34V20a8 8 0 0 1 8-8h14M86 12h14a8 8 0 0 1 8 8v14M108 86v14a8 8 0 0 1-8 8H86M34 108H20a8 8 0 0 1-8-8V86"
    />
    <ellipse className="face-art-face" cx="60" cy="60" rx="27" ry="36" />
    <path className="face-art-line" d="M49 53v4M71 53v4M60 53v11.5h-4M50 75c5.6 5 14.400 5 20 0" />
  </svg>
)
