/** A second of a soft tone as a WAV file: what the microphone of this demo hears. */
export function sampleRecording(): File {
  const [rate, seconds] = [8000, 1]
  const samples = rate * seconds
  const bytes = new DataView(new ArrayBuffer(44 + samples * 2))
  writeText(bytes, 0, 'RIFF')
  bytes.setUint32(4, 36 + samples * 2, true)
  writeText(bytes, 8, 'WAVEfmt ')
  bytes.setUint32(16, 16, true)
  bytes.setUint16(20, 1, true)
  bytes.setUint16(22, 1, true)
  bytes.setUint32(24, rate, true)
  bytes.setUint32(28, rate * 2, true)
  bytes.setUint16(32, 2, true)
  bytes.setUint16(34, 16, true)
  writeText(bytes, 36, 'data')
  bytes.setUint32(40, samples * 2, true)
  for (let index = 0; index < samples; index += 1)
    bytes.setInt16(44 + index * 2, Math.sin((index / rate) * 2 * Math.PI * 220) * 6000, true)
  return new File([bytes.buffer], 'question.wav', { type: 'audio/wav' })
}

function writeText(bytes: DataView, at: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) bytes.setUint8(at + index, text.charCodeAt(index))
}
