import { useEffect, useRef } from 'react'

/** Puts the camera's own video element into the page, so that there is one decoder and one picture. */
export const LiveVideo = ({ video, label }: { video: HTMLVideoElement; label: string }) => {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    video.setAttribute('aria-label', label)
    host.current?.append(video)
    return () => video.remove()
  }, [video, label])
  return <div ref={host} className="live-video" />
}
