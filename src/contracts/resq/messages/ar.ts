import type { Message, Messages } from '../../../problem/contract.ts'
import type { ResqAction, ResqCode } from '../codes.ts'

// Whichever of the two statuses it is, the operator does the same.
const details: Message = {
  title: 'بعض البيانات تحتاج إلى تعديل',
  message: 'راجع ما أدخلته وعدّل ما يلزم، ثم أرسله مرة أخرى.',
}

const messages: Messages<ResqCode> = {
  HTTP_400: details,
  HTTP_401: {
    title: 'سجّل الدخول مرة أخرى للمتابعة',
    message: 'انتهت مدة تسجيل دخولك. بعد تسجيل الدخول نتابع من حيث توقفت.',
  },
  HTTP_403: {
    title: 'لا تملك حق الوصول إلى هذا',
    message: 'تنقص حسابك صلاحية لازمة لهذا. يمكن للمسؤول عن الصلاحيات إضافتها.',
    when: {
      approval: {
        title: 'يتطلب هذا شخصًا مخوّلًا',
        message: 'الموافقة على المهمة من اختصاص مشغّل مخوّل بذلك.',
        hint: 'يجب أن يوافق على المهمة إنسان مخوّل بذلك (قانون الذكاء الاصطناعي للاتحاد الأوروبي، المادة 14).',
      },
    },
  },
  HTTP_404: {
    title: 'لم نعثر على هذا المحتوى',
    message: 'ربما ليس موجودًا، أو لا يظهر لك بصفتك مشغّلًا. حدّث الصفحة لترى المتوفر الآن.',
  },
  HTTP_408: {
    title: 'استغرق الإرسال وقتًا طويلًا',
    message: 'لم يصل إلينا ما أُرسل في الوقت المناسب. تحقق من اتصالك، ثم حاول مرة أخرى.',
  },
  HTTP_409: {
    title: 'تغيّر المحتوى في هذه الأثناء',
    message: 'ربما اتخذ شخص آخر قرارًا بشأنه. يجري الآن تحديث ما تراه، ثم القرار لك.',
  },
  HTTP_422: details,
  HTTP_429: {
    title: 'حان وقت استراحة قصيرة',
    message: 'جرت عمليات كثيرة خلال وقت قصير. انتظر قليلًا، ثم حاول مرة أخرى.',
  },
  HTTP_500: {
    title: 'حدثت مشكلة من جانبنا',
    message: 'لا علاقة لذلك بما فعلته. حاول مرة أخرى بعد قليل، وإذا تكرر الأمر فأبلغ عنه.',
  },
  HTTP_503: {
    title: 'بعض الخدمات محدودة حاليًا',
    message: 'يمكنك مواصلة العمل. تُحفظ بيانات القياس عن بُعد وتُرسل لاحقًا، وقد تتأخر بعض الردود.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<ResqAction, string>> = {
  fileReport: 'الإبلاغ عن هذه المشكلة',
}

export default messages
