import type { Message, Messages } from '../../../problem/contract.ts'
import type { DivinationAction, DivinationCode } from '../codes.ts'

// Codes that the user cannot have caused share their words.

const ourSide: Message = {
  title: '저희 쪽에 문제가 생겼어요',
  message: '하신 작업과는 관계가 없어요. 잠시 후 다시 시도해 주세요. 문제가 계속되면 고객센터에 문의해 주세요.',
}

const notSent: Message = {
  title: '질문이 전달되지 않았어요',
  message: '적으신 내용과는 관계가 없어요. 여기서 다시 시도해 주세요. 문제가 계속되면 고객센터에 문의해 주세요.',
}

const interrupted: Message = {
  title: '풀이가 중간에 끊겼어요',
  message: '멈춘 곳부터 이어서 보여 드리지 못했어요. 다시 시도하면 전체 풀이를 볼 수 있어요.',
}

const fileNotUsable: Message = {
  title: '이 파일을 사용하지 못했어요',
  message: '하신 작업과는 관계가 없어요. 다시 시도해 주세요. 문제가 계속되면 파일을 다시 첨부해 주세요.',
}

const secured: Message = {
  title: '안전을 위해 진행을 멈췄어요',
  message: '화면의 내용을 새로 불러오고 있어요. 내용을 확인한 뒤 처음부터 다시 해 주세요.',
}

const signedOut: Message = {
  title: '로그아웃되었어요',
  message: '계속하려면 다시 로그인해 주세요.',
}

const pictureNotSaved: Message = {
  title: '새 사진이 저장되지 않았어요',
  message: '당분간 이전 사진이 그대로 보여요. 잠시 후 다시 시도해 주세요.',
}

const messages: Messages<DivinationCode> = {
  AUTH_SERVICE_UNAVAILABLE: {
    title: '지금은 로그인할 수 없어요',
    message: '곧 정상으로 돌아올 거예요. 잠시 후 다시 시도해 주세요.',
  },
  AUTH_TOO_MANY_REQUESTS: {
    title: '잠시 후에 인증번호를 다시 받아 주세요',
    message: '짧은 시간에 인증번호를 여러 번 보냈어요. 조금만 기다리면 새로 받을 수 있어요.',
    hint: '마지막으로 보낸 인증번호가 아직 오는 중일 수 있어요.',
  },
  AUTH_VERIFICATION_CODE_INVALID: {
    title: '인증번호가 일치하지 않아요',
    message: '가장 최근에 받은 인증번호를 확인하고 다시 입력해 주세요.',
  },
  AUTH_REFRESH_TOKEN_INVALID: signedOut,
  AUTH_REFRESH_TOKEN_MISSING: signedOut,
  AUTH_USER_NOT_FOUND: {
    title: '계정을 찾을 수 없어요',
    message: '입력한 내용을 확인하거나 다른 계정을 사용해 주세요.',
  },
  AUTH_UNAUTHORIZED: signedOut,

  POINTS_INSUFFICIENT_BALANCE: {
    title: '풀이에 필요한 포인트가 부족해요',
    message: '포인트를 충전한 뒤 풀이를 다시 시작해 주세요.',
  },

  AGENT_SESSION_RUN_LIMIT_EXCEEDED: {
    title: '이번 점은 모두 끝났어요',
    message: '점 한 번에 첫 풀이와 추가 질문 하나가 포함돼요. 더 물어보려면 새 점을 시작해 주세요.',
  },
  AGENT_RUNTIME_MODE_INVALID: notSent,
  AGENT_DIVINATION_PAYLOAD_REQUIRED: {
    title: '아직 괘를 뽑지 않았어요',
    message: '풀이를 보려면 먼저 괘가 필요해요. 괘를 다시 뽑으면 질문도 함께 전달돼요.',
  },
  AGENT_SESSION_ID_INVALID: {
    title: '이 점을 열 수 없어요',
    message: '링크가 맞지 않아요. 기록을 새로 불러오고 있으니 거기에서 골라 주세요.',
  },
  AGENT_SESSION_NOT_FOUND: {
    title: '이 점을 찾을 수 없어요',
    message: '삭제되었을 수 있어요. 기록을 새로 불러오고 있으니 거기에서 다른 점을 골라 주세요.',
  },
  AGENT_USER_ID_INVALID: {
    title: '계정과 연결하지 못했어요',
    message:
      '하신 작업과는 관계가 없어요. 로그아웃했다가 다시 로그인해 주세요. 그래도 계속되면 고객센터에 문의해 주세요.',
  },
  AGENT_AUDIO_UNSUPPORTED_FORMAT: {
    title: '사용할 수 없는 형식의 녹음이에요',
    message: '음성 입력에는 WAV 형식을 사용해요. 다시 녹음하거나 WAV 파일을 선택해 주세요.',
  },
  AGENT_AUDIO_TOO_LARGE: {
    title: '녹음이 너무 길어요',
    message: '녹음을 줄이거나 더 짧게 말한 뒤 다시 보내 주세요.',
  },
  AGENT_AUDIO_EMPTY: {
    title: '소리가 들리지 않아요',
    message: '녹음에 소리가 없어요. 마이크를 확인한 뒤 다시 시도해 주세요.',
  },
  AGENT_ASR_UNAVAILABLE: {
    title: '지금은 음성 입력을 사용할 수 없어요',
    message: '잠시 후 다시 시도하거나 글로 질문을 입력해 주세요.',
  },
  AGENT_PAYLOAD_INVALID: notSent,
  AGENT_RUN_INPUT_INVALID: notSent,
  AGENT_RUN_MESSAGES_INVALID: notSent,
  AGENT_INVALID_RUN_ID: interrupted,
  AGENT_INVALID_LAST_EVENT_ID: interrupted,
  AGENT_SSE_CONNECTION_LIMIT: {
    title: '동시에 열린 점이 많아요',
    message: '지금 보는 점을 이어갈 수 있도록 가장 오래 조용했던 점을 닫고 있어요.',
    hint: '그래도 시작되지 않으면 다른 탭이나 기기에 열린 점을 닫아 주세요.',
  },
  AGENT_FORBIDDEN: {
    title: '이 점을 볼 권한이 없어요',
    message: '다른 계정의 점이에요. 내 점만 보이도록 화면을 새로 불러오고 있어요.',
  },
  AGENT_ATTACHMENT_EMPTY: {
    title: '빈 파일이에요',
    message: '파일에 읽을 수 있는 내용이 없어요. 다시 시도하거나 다른 파일을 첨부해 주세요.',
  },
  AGENT_ATTACHMENT_TOO_LARGE: {
    title: '파일이 너무 커요',
    message: '더 작은 파일을 첨부해 주세요.',
  },
  AGENT_ATTACHMENTS_TOO_MANY: {
    title: '한 번에 보낼 파일이 너무 많아요',
    message: '파일을 몇 개 뺀 뒤 다시 보내 주세요.',
  },
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: {
    title: '첨부할 수 없는 형식의 파일이에요',
    message: '다른 형식의 파일을 첨부해 주세요.',
  },
  AGENT_ATTACHMENT_UPLOAD_FAILED: {
    title: '파일이 올라가지 않았어요',
    message: '잠시 후 다시 시도해 주세요. 파일을 다시 고르지 않아도 돼요.',
  },
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: {
    title: '지금은 파일을 첨부할 수 없어요',
    message: '잠시 후 다시 시도하거나 파일 없이 질문을 보내 주세요.',
  },
  AGENT_ATTACHMENT_BUCKET_INVALID: secured,
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: secured,
  AGENT_SIGNED_URL_GENERATION_FAILED: {
    title: '첨부 파일이 아직 준비되지 않았어요',
    message: '지금은 열지 못했어요. 잠시 후 다시 시도해 주세요.',
  },
  AGENT_SIGNED_IMAGE_URL_INVALID: {
    title: '이미지를 더 이상 볼 수 없어요',
    message: '링크의 사용 기간이 끝났어요. 다시 시도하면 새 링크를 받을 수 있어요.',
  },

  INVALID_BINARY_URL_HOST: fileNotUsable,
  INVALID_BINARY_URL_BUCKET: fileNotUsable,
  INVALID_BINARY_URL_PATH_SCOPE: fileNotUsable,

  PROFILE_PAYLOAD_INVALID: {
    title: '프로필이 아직 저장되지 않았어요',
    message: '표시된 항목을 고친 뒤 다시 저장해 주세요.',
  },
  PROFILE_NOT_FOUND: {
    title: '프로필을 찾을 수 없어요',
    message: '다시 시도해 주세요. 아직 프로필이 없다면 지금 만들 수 있어요.',
  },
  PROFILE_DELETE_FAILED: {
    title: '계정이 아직 삭제되지 않았어요',
    message: '삭제를 마치지 못했어요. 잠시 후 다시 시도해 주세요. 문제가 계속되면 고객센터에 문의해 주세요.',
  },
  AVATAR_FILE_INVALID: {
    title: '사용할 수 없는 사진이에요',
    message: '용량이 너무 크거나 표시할 수 없는 형식이에요. 다른 이미지를 선택해 주세요.',
  },
  AVATAR_PATH_SCOPE_INVALID: secured,
  AVATAR_SIGNED_URL_FAILED: pictureNotSaved,
  AVATAR_UPLOAD_FAILED: pictureNotSaved,

  NOTIFICATION_NOT_FOUND: {
    title: '이 알림은 이제 없어요',
    message: '삭제되었을 수 있어요. 알림을 새로 불러오고 있어요.',
  },
  INVITE_CODE_NOT_FOUND: {
    title: '아직 초대 코드가 없어요',
    message: '초대 코드를 만들고 있어요. 곧 보여 드릴게요.',
  },

  REQUEST_VALIDATION_ERROR: {
    title: '수정이 필요한 내용이 있어요',
    message: '입력한 내용을 확인하고 고친 뒤 다시 보내 주세요.',
  },
  INTERNAL_ERROR: ourSide,
  MISSING_RUNTIME_ARGS: ourSide,
  TOOL_REJECTED: {
    title: '이 단계는 승인되지 않았어요',
    message: '이 단계는 실행되지 않았어요. 이 단계 없이 계속하거나 다른 방식으로 질문해 주세요.',
  },
  TOOL_PENDING_APPROVAL: {
    title: '이 단계는 승인을 기다리고 있어요',
    message: '승인되면 자동으로 계속돼요. 따로 하실 일은 없어요.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<DivinationAction, string>> = {
  recharge: '포인트 충전',
  refreshHistory: '기록 새로고침',
  refreshNotifications: '알림 새로고침',
  startNewSession: '새 점 시작',
  restartCasting: '괘 다시 뽑기',
  switchToTextInput: '글로 입력',
  bootstrapProfile: '프로필 만들기',
  bootstrapInviteCode: '초대 코드 받기',
}

export default messages
