import type { KitTexts } from './texts.ts'

/** The kit's own texts in Portuguese as it is written in Brazil. */
const ptBR: KitTexts = {
  actions: {
    retry: 'Tentar novamente',
    dismiss: 'Fechar',
    login: 'Entrar',
    logout: 'Sair',
    reload: 'Recarregar a página',
    refetch: 'Atualizar',
    copyReport: 'Copiar o relatório',
    extend: 'Continuar conectado',
    send: 'Enviar agora',
    discard: 'Não enviar',
    other: 'Continuar',
  },
  statuses: {
    202: {
      title: 'Aguardando aprovação',
      message: 'Tudo continua automaticamente depois da aprovação.',
    },
    400: {
      title: 'Não foi possível processar o envio',
      message: 'Ele não chegou em um formato que possamos usar. Confira o que você preencheu e tente novamente.',
    },
    401: {
      title: 'Entre na sua conta para continuar',
      message: 'Para isso, é preciso entrar na sua conta. Depois, continue de onde parou.',
    },
    402: {
      title: 'Antes, é preciso fazer um pagamento',
      message: 'Conclua o pagamento, volte aqui e tente novamente.',
    },
    403: {
      title: 'Você não tem acesso a isto',
      message: 'Isto não está liberado para a sua conta. Se precisar, fale com quem cuida dos seus acessos.',
    },
    404: {
      title: 'Não encontramos o que você procura',
      message: 'Pode ter sido movido ou excluído. Atualize para ver o que há agora.',
    },
    405: {
      title: 'Não é possível fazer isso aqui',
      message: 'Esta página pode estar desatualizada. Recarregue-a e tente novamente.',
    },
    408: {
      title: 'O envio demorou demais',
      message: 'Ele não chegou a tempo. Verifique sua conexão e tente novamente.',
    },
    409: {
      title: 'O conteúdo mudou nesse meio-tempo',
      message: 'Atualize para ver a versão mais recente e refaça a sua alteração.',
    },
    410: {
      title: 'Isto não existe mais',
      message: 'Foi removido em definitivo. Volte e escolha outra opção.',
    },
    413: {
      title: 'O envio é grande demais',
      message: 'Reduza o tamanho ou divida em mais de um envio.',
    },
    415: {
      title: 'Este tipo de arquivo não é aceito',
      message: 'Escolha um arquivo de outro tipo.',
    },
    422: {
      title: 'Alguns dados precisam de ajuste',
      message: 'Confira o que você preencheu, ajuste o que for preciso e envie novamente.',
    },
    423: {
      title: 'Isto está bloqueado no momento',
      message: 'Talvez alguém esteja trabalhando nisto. Espere um pouco e tente novamente.',
    },
    429: {
      title: 'Hora de uma pequena pausa',
      message: 'Houve muitas solicitações em pouco tempo. Espere um pouco e tente novamente.',
    },
    500: {
      title: 'Há um problema do nosso lado',
      message:
        'Não é nada que você tenha feito. Tente de novo em instantes; se acontecer outra vez, fale com o suporte.',
    },
    502: {
      title: 'O serviço não está respondendo',
      message: 'Ele deve voltar em breve. Espere um momento e tente novamente.',
    },
    503: {
      title: 'O serviço está indisponível agora',
      message: 'Ele deve voltar em breve. Espere um momento e tente novamente.',
    },
    504: {
      title: 'O serviço está demorando demais',
      message: 'Se você estava salvando ou enviando algo, veja se já foi concluído antes de tentar novamente.',
    },
  },
  classes: {
    '4xx': {
      title: 'Não é possível fazer isso agora',
      message: 'Confira o que você preencheu ou recarregue a página e tente novamente.',
    },
    '5xx': {
      title: 'Há um problema do nosso lado',
      message: 'Não é nada que você tenha feito. Espere um momento e tente novamente.',
    },
  },
  kinds: {
    network: {
      title: 'Não há conexão com o serviço',
      message: 'Verifique sua conexão com a internet e tente novamente.',
    },
    timeout: {
      title: 'A resposta não chegou a tempo',
      message: 'Se você estava salvando ou enviando algo, veja se já foi concluído antes de tentar novamente.',
    },
    unreadable: {
      title: 'Não foi possível ler a resposta',
      message: 'Recarregue a página e tente novamente. Se acontecer outra vez, fale com o suporte.',
    },
    stream: {
      title: 'A conexão foi interrompida',
      message: 'A resposta parou antes do fim. Tente novamente para recebê-la por inteiro.',
    },
  },
  default: {
    title: 'Não deu certo desta vez',
    message: 'Surgiu um imprevisto. Tente novamente; se acontecer outra vez, fale com o suporte.',
  },
  session: {
    ended: {
      title: 'Sua sessão foi encerrada',
      message: 'Entre novamente para continuar.',
    },
    expired: {
      title: 'Entre novamente para continuar',
      message: 'Sua sessão expirou. O que você preencheu continua aqui.',
    },
    stepUp: {
      title: 'Confirme que é você',
      message: 'Para isso é preciso entrar novamente. O que você preencheu continua aqui.',
    },
    expiring: {
      title: 'Sua sessão vai terminar em breve',
      message: 'Mantenha a sessão aberta para continuar de onde está.',
    },
    sendNow: {
      title: 'Enviar agora?',
      message: 'Isto está aguardando desde que sua sessão expirou. Nada foi enviado ainda.',
    },
  },
  parts: {
    region: 'Notificações ({{hotkey}})',
    regionPlain: 'Notificações',
    banner: 'Aviso',
    close: 'Fechar',
    fewer: 'Mostrar menos',
    more_one: 'Mais {{count, number}}',
    more_many: 'Mais {{count, number}}',
    more_other: 'Mais {{count, number}}',
    count_one: 'Aconteceu uma vez',
    count_many: 'Aconteceu {{count, number}} de vezes',
    count_other: 'Aconteceu {{count, number}} vezes',
    details: 'Detalhes',
    requestId: 'ID da solicitação',
    code: 'Código',
    status: 'Status',
    time: 'Data e hora',
    copied: 'Copiado.',
    copyFailed: 'Não é possível copiar aqui. O relatório é exibido no lugar; copie-o de lá.',
    errorPrefix: 'Erro:',
    warningPrefix: 'Atenção:',
    infoPrefix: 'Observação:',
    documentTitle: 'Erro: {{title}}',
    summaryHeading: 'Há um problema',
    fieldRequired: 'Preencha este campo.',
    fieldTooShort: 'Está curto demais. Escreva um pouco mais.',
    fieldTooLong: 'Está longo demais. Encurte um pouco.',
    fieldFormat: 'Confira como está escrito.',
    fieldOther: 'Confira e altere este dado.',
    wait: 'Você poderá tentar novamente em {{duration}}.',
    waitUnknown: 'Você poderá tentar novamente daqui a pouco.',
    cooldownOver: 'Você já pode tentar novamente.',
    retryAvailable: 'Você pode tentar novamente.',
    retryAll: 'Tentar tudo novamente',
    offline: 'Você está sem conexão. Continuaremos assim que ela voltar.',
    reconnecting: 'Restabelecendo a conexão…',
    backOnline: 'Sua conexão voltou.',
    recovered: 'Voltou a funcionar.',
    approved: 'Aprovado.',
    rejected: 'Não aprovado.',
    cancel: 'Cancelar',
    cancelled: 'Cancelado.',
    busy: 'Um momento…',
    home: 'Ir para a página inicial',
  },
}

export default ptBR
