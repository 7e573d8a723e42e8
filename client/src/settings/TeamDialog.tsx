import type { SaveTeamInput, TeamMemberInput, TicketCategory } from '../gql/graphql.js';
import { categories, categoryNames } from '../tickets/vocabulary.js';
import { Field, TextInput } from '../ui/controls/Field.js';
import { Dialog } from '../ui/overlays/Dialog.js';
import { CheckLine, DialogForm } from './DialogForm.js';
import type { ListedTeam } from './TeamsPage.js';

interface TeamDialogProps {
  /** Null for one that is being made. */
  team: ListedTeam | null;
  people: readonly { id: string; displayName: string }[];
  onSave: (input: SaveTeamInput, members: TeamMemberInput[]) => Promise<string | null>;
  onClose: () => void;
}

export function TeamDialog({ team, people, onSave, onClose }: TeamDialogProps) {
  const save = (fields: FormData) =>
    onSave(
      {
        ...(team && { id: team.id }),
        name: String(fields.get('name')),
        handle: String(fields.get('handle')).replace(/^@/, ''),
        categories: fields.getAll('category') as TicketCategory[],
      },
      fields.getAll('member').map((member) => {
        const userId = String(member);
        return { userId, lead: team?.members.some(({ user, lead }) => lead && user.id === userId) ?? false };
      }),
    );
  return (
    <Dialog title={team ? `Edit ${team.name}` : 'New team'} open onOpenChange={onClose} className="overflow-y-auto">
      <DialogForm action="Save" onSubmit={save} onCancel={onClose}>
        <Field label="Name">
          {(control) => <TextInput {...control} name="name" defaultValue={team?.name} autoFocus />}
        </Field>
        <Field label="Handle" hint="letters, digits, dots, hyphens">
          {(control) => <TextInput {...control} name="handle" defaultValue={team?.handle} spellCheck={false} />}
        </Field>
        <fieldset>
          <legend className="mb-1 font-medium">Takes new tickets about</legend>
          {categories.map((category) => (
            <CheckLine
              key={category}
              name="category"
              value={category}
              label={categoryNames[category]}
              defaultChecked={team?.categories.includes(category) ?? false}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend className="mb-1 font-medium">Members</legend>
          {people.map(({ id, displayName }) => (
            <CheckLine
              key={id}
              name="member"
              value={id}
              label={displayName}
              defaultChecked={team?.members.some(({ user }) => user.id === id) ?? false}
            />
          ))}
        </fieldset>
      </DialogForm>
    </Dialog>
  );
}
