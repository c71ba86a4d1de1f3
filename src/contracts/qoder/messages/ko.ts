import type { Messages } from '../../../problem/contract.ts'
import type { QoderAction, QoderCode } from '../codes.ts'

const messages: Messages<QoderCode> = {
  invalid_request_error: {
    title: '수정이 필요한 내용이 있어요',
    message: '입력한 내용을 확인하고 고친 뒤 다시 보내 주세요.',
    hint: '한 번에 보낼 수 있는 전체 크기는 32 MB까지예요.',
  },
  authentication_error: {
    title: '액세스 토큰을 확인하지 못했어요',
    message: '빠졌거나 일부만 있거나, 만료되었거나 취소되었을 수 있어요. 지금 쓸 수 있는 액세스 토큰을 입력해 주세요.',
    hint: 'x-api-key가 아니라 Bearer 방식으로 보내야 해요.',
  },
  permission_error: {
    title: '이용 권한이 없어요',
    message: '다른 사람의 것이거나, 보관되어 잠겼거나, 액세스 토큰의 범위를 벗어났을 수 있어요.',
    hint: '소유자에게 접근 권한을 요청하거나 다른 액세스 토큰을 사용해 주세요.',
  },
  not_found_error: {
    title: '찾을 수 없어요',
    message: '삭제되었거나 주소의 철자가 다를 수 있어요. 새로고침해서 최신 내용을 확인해 주세요.',
  },
  conflict_error: {
    title: '이미 있는 내용과 겹쳐요',
    message: '전에 다른 내용으로 보냈거나, 세션이 끝났거나, 이미 쓰이는 이름일 수 있어요.',
    hint: '먼저 새로고침해 주세요. 그런 다음 새로 보내거나, 새 세션을 시작하거나, 이름을 바꿔 주세요.',
    when: {
      sameKey: {
        title: '전에 다른 내용으로 보냈어요',
        message: '처음 보낸 내용이 적용돼요. 새로고침해서 확인한 뒤, 바꾼 내용은 새로 보내 주세요.',
      },
      ended: {
        title: '이 세션은 끝났어요',
        message: '더 이상 내용을 추가할 수 없어요. 계속하려면 새 세션을 시작해 주세요.',
      },
      duplicate: {
        title: '이미 쓰이는 이름이에요',
        message: '같은 이름은 한 번만 쓸 수 있어요. 다른 이름으로 바꾼 뒤 다시 저장해 주세요.',
      },
    },
  },
  api_error: {
    title: 'Qoder 쪽에 문제가 생겼어요',
    message: '하신 작업과는 관계가 없어요. 잠시 후 다시 시도해 주세요.',
  },
  feature_not_available: {
    title: '아직 켜지지 않은 기능이에요',
    message: '‘{{feature}}’ 기능을 쓰려면 베타 식별자 {{available_from}} 값이 필요해요.',
    when: {
      missing: {
        title: '아직 켜지지 않은 기능이에요',
        message:
          '‘{{feature}}’ 기능을 쓰려면 베타 식별자 {{available_from}} 값이 필요해요. 이번에는 함께 보내지 않았어요.',
      },
      outdated: {
        title: '새 버전이 나온 기능이에요',
        message:
          '‘{{feature}}’ 기능에는 이제 베타 식별자 {{available_from}} 값이 필요해요. 이번에는 이전 값을 보냈어요.',
      },
      unnamed: {
        title: '아직 켜지지 않은 기능이에요',
        message: '베타 기능이라서 먼저 켜야 쓸 수 있어요.',
      },
    },
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<QoderAction, string>> = {
  updateToken: '액세스 토큰 바꾸기',
  startNewSession: '새 세션 시작',
  enableFeature: '이 기능 켜기',
}

export default messages
