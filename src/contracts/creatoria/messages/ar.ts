import type { Message, Messages } from '../../../problem/contract.ts'
import type { CreatoriaAction, CreatoriaCode } from '../codes.ts'

// Two bodies for one case.
const limited: Message = {
  title: 'استُهلك الحد المتاح حاليًا',
  message: 'جرت عمليات كثيرة خلال وقت قصير. يمكن المتابعة بمجرد تجدد الحد.',
  when: {
    minute: {
      title: 'استُهلك حد هذه الدقيقة',
      message: 'استُهلك حد الدقيقة لمفتاح API هذا في باقة \u2068{{plan}}\u2069. يمكن المتابعة بمجرد تجدده.',
    },
    hour: {
      title: 'استُهلك حد هذه الساعة',
      message: 'استُهلك حد الساعة لمؤسستك في باقة \u2068{{plan}}\u2069. يمكن المتابعة بمجرد تجدده.',
    },
    day: {
      title: 'استُهلك حد اليوم',
      message: 'استُهلك حد اليوم لمؤسستك في باقة \u2068{{plan}}\u2069. يمكن المتابعة بمجرد تجدده.',
    },
  },
}

const messages: Messages<CreatoriaCode> = {
  HTTP_400: {
    title: 'بعض البيانات تحتاج إلى تعديل',
    message: 'راجع ما أدخلته وعدّل ما يلزم، ثم أرسله مرة أخرى.',
  },
  HTTP_401: {
    title: 'لم يُقبل مفتاح API',
    message: 'قد يكون مفقودًا، أو لم يعد مستخدمًا. أدخل مفتاحًا ساريًا للمتابعة.',
    hint: 'يجب إرساله باسم X-API-Key.',
  },
  HTTP_403: {
    title: 'صلاحية مفتاح API هذا لا تكفي',
    message: 'للمفاتيح ثلاثة مستويات: read وwrite وadmin. استخدم مفتاحًا يكفي مستواه لهذا.',
  },
  HTTP_404: {
    title: 'لم نعثر على هذا المحتوى',
    message: 'ربما حُذف، أو لا يتبع مؤسستك. حدّث الصفحة لترى المتوفر الآن.',
  },
  HTTP_409: {
    title: 'يتعارض هذا مع ما هو موجود',
    message: 'ربما تغيّر في هذه الأثناء. حدّث الصفحة لترى أحدث نسخة، ثم قرّر.',
  },
  HTTP_429: limited,
  HTTP_500: {
    title: 'حدثت مشكلة من جانب Creatoria',
    message: 'لا علاقة لذلك بما فعلته. حاول مرة أخرى بعد قليل، وإذا تكرر الأمر فتواصل مع الدعم.',
  },

  PROJECT_CONTEXT_REQUIRED: {
    title: 'اختر مشروعًا أولًا',
    message: 'لكل وكيل مشروع يتبعه، ولم يُختر مشروع بعد. اختر واحدًا للمتابعة.',
    hint: 'إذا كان مفتاح API مرتبطًا بمشروع، فسيُستخدم ذلك المشروع من الآن فصاعدًا.',
  },
  RATE_LIMIT_EXCEEDED: limited,
  STREAM_ERROR: {
    title: 'انقطع الرد',
    message: 'واجهت Creatoria مشكلة أثناء كتابة الرد. ما وصل منه باقٍ. أعد المحاولة للحصول عليه كاملًا.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<CreatoriaAction, string>> = {
  updateApiKey: 'تحديث مفتاح API',
  chooseProject: 'اختيار مشروع',
}

export default messages
