import type { Message, Messages } from '../../../problem/contract.ts'
import type { ResqAction, ResqCode } from '../codes.ts'

// Whichever of the two statuses it is, the operator does the same.
const details: Message = {
  title: 'Certaines informations sont à modifier',
  message: 'Vérifiez votre saisie, modifiez ce qui doit l’être, puis renvoyez-la.',
}

const messages: Messages<ResqCode> = {
  HTTP_400: details,
  HTTP_401: {
    title: 'Reconnectez-vous pour continuer',
    message: 'Votre session a expiré. Dès que vous vous reconnectez, tout reprend là où vous en étiez.',
  },
  HTTP_403: {
    title: 'Vous n’y avez pas accès',
    message: 'Il manque pour cela un droit à votre compte. La personne qui gère vos accès peut l’ajouter.',
    when: {
      approval: {
        title: 'Une personne habilitée doit intervenir',
        message: 'L’approbation d’une mission revient à une personne habilitée à la donner.',
        hint: 'Une personne habilitée doit approuver la mission (règlement européen sur l’IA, article 14).',
      },
    },
  },
  HTTP_404: {
    title: 'Cet élément est introuvable',
    message: 'Il n’existe peut-être pas, ou ne vous est pas visible. Actualisez pour voir ce qui est disponible.',
  },
  HTTP_408: {
    title: 'L’envoi a pris trop de temps',
    message: 'Il ne nous est pas parvenu à temps. Vérifiez votre connexion, puis réessayez.',
  },
  HTTP_409: {
    title: 'Le contenu a changé entre-temps',
    message:
      'Quelqu’un a peut-être déjà pris une décision. L’affichage s’actualise ; ensuite, c’est à vous de décider.',
  },
  HTTP_422: details,
  HTTP_429: {
    title: 'Une courte pause s’impose',
    message: 'Il y a eu beaucoup de demandes en peu de temps. Attendez un peu, puis réessayez.',
  },
  HTTP_500: {
    title: 'Il y a un problème de notre côté',
    message: 'Vous n’y êtes pour rien. Réessayez dans un instant ; si cela se reproduit, signalez-le.',
  },
  HTTP_503: {
    title: 'Certains services sont limités',
    message:
      'Vous pouvez continuer à travailler. La télémétrie est conservée et partira plus tard ; certaines réponses tarderont peut-être.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<ResqAction, string>> = {
  fileReport: 'Signaler le problème',
}

export default messages
