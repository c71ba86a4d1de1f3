import type { Message, Messages } from '../../../problem/contract.ts'
import type { CreatoriaAction, CreatoriaCode } from '../codes.ts'

// Two bodies for one case.
const limited: Message = {
  title: '지금은 한도에 도달했어요',
  message: '짧은 시간에 많은 작업이 이루어졌어요. 한도가 다시 열리면 계속할 수 있어요.',
  when: {
    minute: {
      title: '분당 한도를 모두 썼어요',
      message: '{{plan}} 요금제에서 이 API 키에 주어진 분당 한도를 모두 썼어요. 한도가 다시 열리면 계속할 수 있어요.',
    },
    hour: {
      title: '시간당 한도를 모두 썼어요',
      message: '{{plan}} 요금제에서 조직에 주어진 시간당 한도를 모두 썼어요. 한도가 다시 열리면 계속할 수 있어요.',
    },
    day: {
      title: '오늘 한도를 모두 썼어요',
      message: '{{plan}} 요금제에서 조직에 주어진 하루 한도를 모두 썼어요. 한도가 다시 열리면 계속할 수 있어요.',
    },
  },
}

const messages: Messages<CreatoriaCode> = {
  HTTP_400: {
    title: '수정이 필요한 내용이 있어요',
    message: '입력한 내용을 확인하고 고친 뒤 다시 보내 주세요.',
  },
  HTTP_401: {
    title: 'API 키를 확인하지 못했어요',
    message: 'API 키가 빠졌거나 더 이상 쓰이지 않을 수 있어요. 지금 쓸 수 있는 키를 입력해 주세요.',
    hint: 'X-API-Key로 보내야 해요.',
  },
  HTTP_403: {
    title: '이 API 키의 권한으로는 부족해요',
    message: '권한은 read, write, admin으로 나뉘어요. 이 작업에 충분한 권한이 있는 API 키를 사용해 주세요.',
  },
  HTTP_404: {
    title: '찾을 수 없어요',
    message: '삭제되었거나 소속된 조직의 것이 아닐 수 있어요. 새로고침해서 최신 내용을 확인해 주세요.',
  },
  HTTP_409: {
    title: '이미 있는 내용과 겹쳐요',
    message: '그사이 내용이 바뀌었을 수 있어요. 새로고침해서 최신 내용을 확인한 뒤 결정해 주세요.',
  },
  HTTP_429: limited,
  HTTP_500: {
    title: 'Creatoria 쪽에 문제가 생겼어요',
    message: '하신 작업과는 관계가 없어요. 잠시 후 다시 시도해 주세요. 문제가 계속되면 고객센터에 문의해 주세요.',
  },

  PROJECT_CONTEXT_REQUIRED: {
    title: '먼저 프로젝트를 선택해 주세요',
    message: '에이전트는 프로젝트에 속해야 하는데 아직 선택되지 않았어요. 프로젝트를 선택하면 계속할 수 있어요.',
    hint: 'API 키에 연결된 프로젝트가 있으면 그때부터 그 프로젝트를 사용해요.',
  },
  RATE_LIMIT_EXCEEDED: limited,
  STREAM_ERROR: {
    title: '답변이 중간에 끊겼어요',
    message:
      '답변을 쓰는 동안 Creatoria 쪽에 문제가 생겼어요. 받은 내용은 그대로 남아요. 다시 시도하면 전체를 받을 수 있어요.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<CreatoriaAction, string>> = {
  updateApiKey: 'API 키 바꾸기',
  chooseProject: '프로젝트 선택',
}

export default messages
