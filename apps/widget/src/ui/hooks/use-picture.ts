import { useEffect, useState } from 'react'

interface Picture {
  url: string
  isPortrait: boolean
}

/** A picture in memory, ready to show; its address is let go with the component. */
export const usePicture = (blob: Blob | null): Picture | null => {
  const [picture, setPicture] = useState<Picture | null>(null)
  useEffect(() => {
    if (!blob) return
    const url = URL.createObjectURL(blob)
    const image = new Image()
    let isGone = false
    const show = () => {
      if (!isGone) setPicture({ url, isPortrait: image.naturalHeight > image.naturalWidth })
    }
    image.onload = show
    image.src = url
    return () => {
      isGone = true
      URL.revokeObjectURL(url)
    }
  }, [blob])
  return picture
}
