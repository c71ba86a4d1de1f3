import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { ProblemFields, ProblemSummary, useApiMutation } from 'react-remedy'
import { useProfile } from '../backend/queries.ts'
import type { Profile } from '../backend/types.ts'
import { AreaField, InputField } from '../parts/field.tsx'
import { Page, Waiting } from '../parts/page.tsx'
import { useServices } from '../services.ts'
import { DeleteAccount } from './delete-account.tsx'
import { Portrait } from './portrait.tsx'

/** Who the user is, to themselves. */
export function ProfilePage() {
  const { t } = useTranslation()
  const profile = useProfile()
  return (
    <Page title={t('profile.title')} lead={t('profile.lead')}>
      <Waiting of={profile} />
      {profile.data ? <Portrait profile={profile.data} /> : null}
      {profile.data ? <ProfileForm profile={profile.data} /> : null}
      {profile.isError && !profile.data ? <p className="empty">{t('profile.missing')}</p> : null}
      <DeleteAccount />
    </Page>
  )
}

function ProfileForm({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation()
  const { api } = useServices()
  const queryClient = useQueryClient()
  const save = useApiMutation({
    mutationFn: api.saveProfile,
    onSuccess: (saved) => queryClient.setQueryData(['profile'], saved),
  })

  function submit(data: FormData) {
    // Text controls only: none of them answers with a file.
    const text = (name: string) => data.get(name) as string
    const year = text('birthYear').trim()
    save.mutate({
      displayName: text('displayName'),
      about: text('about'),
      birthYear: year === '' ? null : Number(year),
    })
  }

  return (
    <ProblemFields of={save}>
      <form
        className="sheet stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) submit(new FormData(event.currentTarget))
        }}
      >
        <ProblemSummary of={save} />
        <InputField
          of={save}
          name="displayName"
          label={t('profile.displayName')}
          hint={t('profile.displayNameHint')}
          autoComplete="nickname"
          dir="auto"
          defaultValue={profile.displayName}
        />
        <AreaField
          of={save}
          name="about"
          label={t('profile.about')}
          hint={t('profile.aboutHint')}
          dir="auto"
          defaultValue={profile.about}
        />
        <InputField
          of={save}
          name="birthYear"
          label={t('profile.birthYear')}
          hint={t('profile.birthYearHint')}
          className="short"
          inputMode="numeric"
          autoComplete="bday-year"
          defaultValue={profile.birthYear ?? ''}
        />
        <div className="save">
          <button type="submit" id="save-profile" className="button" aria-disabled={save.isPending}>
            {t('profile.save')}
          </button>
          <span className="saved" role="status">
            {save.isSuccess ? t('profile.saved') : ''}
          </span>
        </div>
      </form>
    </ProblemFields>
  )
}
