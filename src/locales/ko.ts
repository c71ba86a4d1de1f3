import type { KitTexts } from './texts.ts'

/** The kit's own texts in Korean. */
const ko: KitTexts = {
  actions: {
    retry: '다시 시도',
    dismiss: '닫기',
    login: '로그인',
    logout: '로그아웃',
    reload: '페이지 새로고침',
    refetch: '새로고침',
    copyReport: '보고서 복사',
    extend: '로그인 유지',
    send: '지금 보내기',
    discard: '보내지 않기',
    other: '계속',
  },
  statuses: {
    202: {
      title: '승인을 기다리고 있어요',
      message: '승인되면 자동으로 계속돼요.',
    },
    400: {
      title: '보낸 내용을 처리하지 못했어요',
      message: '내용을 읽을 수 없어요. 입력한 내용을 확인한 뒤 다시 시도해 주세요.',
    },
    401: {
      title: '로그인이 필요해요',
      message: '로그인한 뒤에 이용할 수 있어요. 로그인하고 계속해 주세요.',
    },
    402: {
      title: '먼저 결제가 필요해요',
      message: '결제를 마친 뒤 돌아와 다시 시도해 주세요.',
    },
    403: {
      title: '이용 권한이 없어요',
      message: '지금 계정으로는 이용할 수 없어요. 필요하다면 관리자에게 권한을 문의해 주세요.',
    },
    404: {
      title: '찾을 수 없어요',
      message: '옮겨졌거나 삭제되었을 수 있어요. 새로고침해서 최신 내용을 확인해 주세요.',
    },
    405: {
      title: '여기서는 할 수 없는 작업이에요',
      message: '페이지가 최신이 아닐 수 있어요. 새로고침한 뒤 다시 시도해 주세요.',
    },
    408: {
      title: '보내는 데 시간이 너무 오래 걸렸어요',
      message: '내용이 제시간에 도착하지 않았어요. 연결 상태를 확인한 뒤 다시 시도해 주세요.',
    },
    409: {
      title: '그사이 내용이 바뀌었어요',
      message: '새로고침해서 최신 내용을 확인한 뒤 다시 수정해 주세요.',
    },
    410: {
      title: '더 이상 없는 내용이에요',
      message: '완전히 삭제되어 되돌릴 수 없어요. 뒤로 돌아가 다른 항목을 선택해 주세요.',
    },
    413: {
      title: '용량이 너무 커서 보낼 수 없어요',
      message: '용량을 줄이거나 여러 번에 나누어 보내 주세요.',
    },
    415: {
      title: '사용할 수 없는 형식의 파일이에요',
      message: '다른 형식의 파일을 선택해 주세요.',
    },
    422: {
      title: '수정이 필요한 내용이 있어요',
      message: '입력한 내용을 확인하고 고친 뒤 다시 보내 주세요.',
    },
    423: {
      title: '지금은 잠겨 있어요',
      message: '다른 사람이 편집하고 있을 수 있어요. 잠시 후 다시 시도해 주세요.',
    },
    429: {
      title: '잠시 쉬었다가 계속해 주세요',
      message: '짧은 시간에 많은 작업이 이루어졌어요. 잠시 후 다시 시도해 주세요.',
    },
    500: {
      title: '저희 쪽에 문제가 생겼어요',
      message: '하신 작업과는 관계가 없어요. 잠시 후 다시 시도해 주세요. 문제가 계속되면 고객센터에 문의해 주세요.',
    },
    502: {
      title: '서비스가 응답하지 않아요',
      message: '곧 정상으로 돌아올 거예요. 잠시 후 다시 시도해 주세요.',
    },
    503: {
      title: '지금은 서비스를 이용할 수 없어요',
      message: '곧 정상으로 돌아올 거예요. 잠시 후 다시 시도해 주세요.',
    },
    504: {
      title: '서비스 응답이 늦어지고 있어요',
      message: '저장하거나 보내는 중이었다면, 이미 완료되었는지 먼저 확인한 뒤 다시 시도해 주세요.',
    },
  },
  classes: {
    '4xx': {
      title: '지금은 할 수 없는 작업이에요',
      message: '입력한 내용을 확인하거나 페이지를 새로고침한 뒤 다시 시도해 주세요.',
    },
    '5xx': {
      title: '저희 쪽에 문제가 생겼어요',
      message: '하신 작업과는 관계가 없어요. 잠시 후 다시 시도해 주세요.',
    },
  },
  kinds: {
    network: {
      title: '서비스에 연결할 수 없어요',
      message: '인터넷 연결을 확인한 뒤 다시 시도해 주세요.',
    },
    timeout: {
      title: '제때 응답을 받지 못했어요',
      message: '저장하거나 보내는 중이었다면, 이미 완료되었는지 먼저 확인한 뒤 다시 시도해 주세요.',
    },
    unreadable: {
      title: '받은 내용을 읽을 수 없어요',
      message: '페이지를 새로고침한 뒤 다시 시도해 주세요. 문제가 계속되면 고객센터에 문의해 주세요.',
    },
    stream: {
      title: '연결이 끊겼어요',
      message: '내용을 끝까지 받지 못했어요. 다시 시도하면 전체 내용을 받을 수 있어요.',
    },
  },
  default: {
    title: '작업을 완료하지 못했어요',
    message: '예상하지 못한 일이 생겼어요. 다시 시도해 주세요. 문제가 계속되면 고객센터에 문의해 주세요.',
  },
  session: {
    ended: {
      title: '로그아웃되었어요',
      message: '계속하려면 다시 로그인해 주세요.',
    },
    expired: {
      title: '다시 로그인해 주세요',
      message: '로그인 유지 시간이 끝났어요. 입력한 내용은 그대로 남아 있어요.',
    },
    stepUp: {
      title: '본인 확인이 필요해요',
      message: '이 작업을 하려면 다시 로그인해야 해요. 입력한 내용은 그대로 남아 있어요.',
    },
    expiring: {
      title: '곧 로그아웃돼요',
      message: '지금 하던 일을 계속하려면 로그인을 유지해 주세요.',
    },
    sendNow: {
      title: '지금 보낼까요?',
      message: '로그인 유지 시간이 끝난 뒤로 기다리고 있어요. 아직 아무것도 보내지 않았어요.',
    },
  },
  parts: {
    region: '알림({{hotkey}} 키로 이동)',
    regionPlain: '알림',
    banner: '안내',
    close: '닫기',
    fewer: '접기',
    more_other: '{{count, number}}개 더 보기',
    count_other: '{{count, number}}번 발생',
    details: '자세히',
    requestId: '문의 번호',
    code: '코드',
    status: '상태',
    time: '시각',
    copied: '복사했어요.',
    copyFailed: '여기서는 자동으로 복사할 수 없어요. 표시된 보고서를 선택해 직접 복사해 주세요.',
    errorPrefix: '오류:',
    warningPrefix: '주의:',
    infoPrefix: '안내:',
    documentTitle: '오류: {{title}}',
    summaryHeading: '확인이 필요한 항목이 있어요',
    fieldRequired: '입력해 주세요.',
    fieldTooShort: '너무 짧아요. 조금 더 입력해 주세요.',
    fieldTooLong: '너무 길어요. 조금 줄여 주세요.',
    fieldFormat: '형식을 확인해 주세요.',
    fieldOther: '확인하고 수정해 주세요.',
    wait: '{{duration}} 후에 다시 시도할 수 있어요.',
    waitUnknown: '잠시 후에 다시 시도할 수 있어요.',
    cooldownOver: '이제 다시 시도할 수 있어요.',
    retryAvailable: '다시 시도할 수 있어요.',
    retryAll: '모두 다시 시도',
    offline: '오프라인 상태예요. 다시 연결되면 자동으로 계속할게요.',
    reconnecting: '다시 연결하는 중…',
    backOnline: '다시 온라인 상태가 되었어요.',
    recovered: '다시 정상적으로 작동해요.',
    approved: '승인되었어요.',
    rejected: '승인되지 않았어요.',
    cancel: '취소',
    cancelled: '취소했어요.',
    busy: '처리하는 중…',
    home: '처음 페이지로',
  },
}

export default ko
