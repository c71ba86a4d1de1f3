import type { Message, Messages } from '../../../problem/contract.ts'
import type { CreatoriaAction, CreatoriaCode } from '../codes.ts'

// Two bodies for one case.
const limited: Message = {
  title: 'La limite est atteinte pour le moment',
  message:
    'Il y a eu beaucoup de demandes en peu de temps. Vous pourrez continuer dès que la limite sera réinitialisée.',
  when: {
    minute: {
      title: 'La limite est atteinte pour cette minute',
      message:
        'La limite par minute du forfait {{plan}} est atteinte pour cette clé API. Vous pourrez continuer dès qu’elle sera réinitialisée.',
    },
    hour: {
      title: 'La limite est atteinte pour cette heure',
      message:
        'La limite par heure du forfait {{plan}} est atteinte pour votre organisation. Vous pourrez continuer dès qu’elle sera réinitialisée.',
    },
    day: {
      title: 'La limite est atteinte pour aujourd’hui',
      message:
        'La limite par jour du forfait {{plan}} est atteinte pour votre organisation. Vous pourrez continuer dès qu’elle sera réinitialisée.',
    },
  },
}

const messages: Messages<CreatoriaCode> = {
  HTTP_400: {
    title: 'Certaines informations sont à modifier',
    message: 'Vérifiez votre saisie, modifiez ce qui doit l’être, puis renvoyez-la.',
  },
  HTTP_401: {
    title: 'Votre clé API n’a pas été acceptée',
    message: 'Elle est peut-être absente, ou n’est plus en service. Indiquez une clé API à jour pour continuer.',
    hint: 'Elle doit être envoyée en tant que X-API-Key.',
  },
  HTTP_403: {
    title: 'Votre clé API ne va pas jusque-là',
    message: 'Une clé a l’un des niveaux read, write et admin. Utilisez-en une dont le niveau suffit ici.',
  },
  HTTP_404: {
    title: 'Cet élément est introuvable',
    message:
      'Il a peut-être été supprimé, ou ne fait pas partie de votre organisation. Actualisez pour voir ce qui existe.',
  },
  HTTP_409: {
    title: 'Cela entre en conflit avec l’existant',
    message: 'Le contenu a peut-être changé entre-temps. Actualisez pour voir la dernière version, puis décidez.',
  },
  HTTP_429: limited,
  HTTP_500: {
    title: 'Creatoria rencontre un problème',
    message: 'Vous n’y êtes pour rien. Réessayez dans un instant ; si cela se reproduit, contactez l’assistance.',
  },

  PROJECT_CONTEXT_REQUIRED: {
    title: 'Choisissez d’abord un projet',
    message: 'Un agent fait partie d’un projet, et aucun n’est choisi. Choisissez-en un pour continuer.',
    hint: 'Si votre clé API est liée à un projet, c’est lui qui servira ensuite.',
  },
  RATE_LIMIT_EXCEEDED: limited,
  STREAM_ERROR: {
    title: 'La réponse s’est interrompue',
    message:
      'Creatoria a rencontré un problème en l’écrivant. Ce qui est arrivé reste affiché. Réessayez pour recevoir le tout.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<CreatoriaAction, string>> = {
  updateApiKey: 'Changer la clé API',
  chooseProject: 'Choisir un projet',
}

export default messages
