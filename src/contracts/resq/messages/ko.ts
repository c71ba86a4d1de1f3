import type { Message, Messages } from '../../../problem/contract.ts'
import type { ResqAction, ResqCode } from '../codes.ts'

// Whichever of the two statuses it is, the operator does the same.
const details: Message = {
  title: '수정이 필요한 내용이 있어요',
  message: '입력한 내용을 확인하고 고친 뒤 다시 보내 주세요.',
}

const messages: Messages<ResqCode> = {
  HTTP_400: details,
  HTTP_401: {
    title: '다시 로그인해 주세요',
    message: '로그인 유지 시간이 끝났어요. 로그인하면 하던 곳부터 이어서 할 수 있어요.',
  },
  HTTP_403: {
    title: '이용 권한이 없어요',
    message: '지금 계정에는 필요한 권한이 없어요. 권한 담당자가 추가해 줄 수 있어요.',
    when: {
      approval: {
        title: '권한이 있는 담당자가 처리해야 해요',
        message: '임무 승인은 권한을 받은 운영자가 할 수 있어요.',
        hint: '임무는 권한을 받은 사람이 승인해야 해요(EU 인공지능법 제14조).',
      },
    },
  },
  HTTP_404: {
    title: '찾을 수 없어요',
    message: '없는 항목이거나 운영자에게 보이지 않는 항목일 수 있어요. 새로고침해서 최신 내용을 확인해 주세요.',
  },
  HTTP_408: {
    title: '보내는 데 시간이 너무 오래 걸렸어요',
    message: '내용이 제시간에 도착하지 않았어요. 연결 상태를 확인한 뒤 다시 시도해 주세요.',
  },
  HTTP_409: {
    title: '그사이 내용이 바뀌었어요',
    message: '다른 사람이 이미 결정했을 수 있어요. 화면을 새로 불러오고 있으니 확인한 뒤 결정해 주세요.',
  },
  HTTP_422: details,
  HTTP_429: {
    title: '잠시 쉬었다가 계속해 주세요',
    message: '짧은 시간에 많은 작업이 이루어졌어요. 잠시 후 다시 시도해 주세요.',
  },
  HTTP_500: {
    title: '저희 쪽에 문제가 생겼어요',
    message: '하신 작업과는 관계가 없어요. 잠시 후 다시 시도해 주세요. 문제가 계속되면 신고해 주세요.',
  },
  HTTP_503: {
    title: '지금은 일부 서비스가 제한돼요',
    message:
      '작업은 계속할 수 있어요. 원격 측정 데이터는 보관했다가 나중에 보내요. 일부 응답은 더 오래 걸릴 수 있어요.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<ResqAction, string>> = {
  fileReport: '이 문제 신고하기',
}

export default messages
