import type { ReadingTexts } from './texts.ts'

export const en: ReadingTexts = {
  images: ['Earth', 'Mountain', 'Water', 'Wind', 'Thunder', 'Fire', 'Lake', 'Heaven'],
  title: (above, below) => (above === below ? `${above} doubled` : `${above} over ${below}`),
  above: [
    'Around you lies open ground. It asks for nothing and carries what is set down on it.',
    'A mountain stands around this question. Some of what you call delay is only shelter.',
    'Deep water surrounds you. It is not hostile; it is simply deeper than it looks.',
    'A soft wind moves around you. What cannot be pushed may still be worn smooth.',
    'Thunder rolls above. Something outside of you has begun, with or without permission.',
    'A bright fire stands above. Things are easier to see now than they will be later.',
    'A calm lake lies above. Others are in better spirits toward you than you assume.',
    'The sky above is clear and without end. There is more room than the question allows for.',
  ],
  below: [
    'Within, you are ready to receive. Let the answer arrive before you arrange it.',
    'Within, you have come to rest. Standing still on purpose is also a way of moving.',
    'Within runs water through a narrow place. Keep to your course; it knows where low ground is.',
    'Within, you bend without breaking. Small, steady steps will outlast one great effort.',
    'Within, something wants to leap. Take the first step and keep the second in your pocket.',
    'Within burns a clear light. It lives on what you feed it, so choose what you feed it.',
    'Within is quiet gladness. Say aloud what pleases you; it is half of the answer.',
    'Within is plain strength. It needs no proof, least of all to yourself.',
  ],
  still: 'No line is moving. The picture is settled, and you may trust what you already see.',
  moving: (count) =>
    count === 1
      ? 'One line is moving: a single thing is about to turn.'
      : `${count} lines are moving: the ground itself is turning.`,
  turned: 'What is open closes a little, what is closed opens a little. Do not hold on to today’s shape.',
  closing: 'Take one thing from this reading and leave the rest. A question answered slowly tends to stay answered.',
  again: (below) => `You ask again, and the same ground answers: ${below}.`,
  patience:
    'The second question is often the honest one. If both of them point the same way, you can begin. If they do not, wait for one night and see which of them you still remember.',
}
