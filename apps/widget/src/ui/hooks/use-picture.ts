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
    let url = ''
    let isGone = false
    // After the screen is drawn, not in one go with it.
    const timer = setTimeout(() => {
      url = URL.createObjectURL(blob)
      const image = new Image()
      image.onload = () => {
        if (!isGone) setPicture({ url, isPortrait: image.naturalHeight > image.naturalWidth })
      }
      image.src = url
    })
    return () => {
      isGone = true
      clearTimeout(timer)
      URL.revokeObjectURL(url)
    }
  }, [blob])
  return picture
}
