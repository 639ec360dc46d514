/**
 * The controls. Every one is a native element underneath, has a visible label or words, and takes
 * its look from the tokens in ../styles. Import from '$lib/components'. Conventions:
 * - A field: `<Field label name bind:value error={form.errors.name} hint required />`; `name` is where a refusal lands.
 * - Icons come from '@lucide/svelte/icons/…' and always stand beside words: `<Button icon={Plus}>Add an item</Button>`.
 * - Tones: plum = children's voices, teal = action and lead, sun = check and getting there, leaf = kept and done,
 *   coral = not yet, overdue and exempt, neutral = the rest. Colour never says anything that words do not.
 * - Colours and sizes only from tokens (`var(--soft-ink)`, `var(--space-4)`), in rem; helper classes: soft, small, figures, heard-only, no-print.
 * - Words of the domain's choices (roles, purposes, states, ratings…): `options('Purpose')` and `wordsFor('MeetingState', state)`
 *   from '$lib/choices'. Dates, times, counts: '$lib/wording' (longDate, time, plural, waited, list…). Today: `desk.today`.
 * - Links are plain paths ("/promises/{id}"). A page without navigation sets `bare: true` in its `+page.ts` load.
 * - Each screen has a test beside it that renders it over `answerWith({...})` and awaits `expectAccessible(container)` ($lib/testing).
 *
 * Page         the whole screen: h1, window title, subtitle, actions, back link, "saved 2:02pm" (showSaved)
 * Card         a section on card ground with an optional title (tone, level), actions, flush
 * Columns      lays cards side by side: `even` (least, in rem) or `lead` (7 : 3)
 * Rows, Row    a list parted by hairlines; Row: mark (Pill), title (href), detail, end (Button)
 * Button       primary, secondary, quiet, danger; size small, usual, big; icon; href; `about` is heard after the words
 * Menu         a button that opens further steps: items [{ words, icon, href, onselect, disabled }]
 * Field        one line of text · TextArea several lines (rows, onenter)
 * Select       options [{ value, label }]; `none` names the empty choice, which is null
 * DateField    native date, "2026-12-03" or null, with the date in words beside it unless `quiet` · TimeField native time, "17:30" or null
 * NumberField  number or null, min, max, step, unit
 * Checkbox     one yes or no · Checklist several of a list, `chips` for boxed ones · RadioGroup one of a few
 * Form         the <form> of a FormState ($lib/form.svelte): error summary, fields, submit button, `more` buttons
 * ErrorSummary what is wrong with a form, linking to fields (Form shows it already)
 * SideBySide   what somebody else changed beside what was typed, and the choice of each (Form shows it already)
 * Table        rows with an id; columns [{ key, label, value, numeric, heading, unsorted }]; `cell(row, column)` and `ends(row)`
 *              snippets; sorting, filter box, `filters`, `bind:selected`, `onexport(csv)`, paging by 100, stacked when narrow
 * Tabs         links between views of one area; the current one by path
 * Pill         a few words on a wash of colour · Banner a sentence on a wash (lead = bold first words)
 * Rating       what a lens says of a promise (kept, getting there, not yet, can't tell yet, no check); block fills its cell
 * Quote        a child's words with the plum bar; children = who and where from
 * LoopNumbers  the five numbers of the loop, each opening its list
 * Sparkline    a small line with its words for screen readers
 * Loaded       shows a resource: progress when slow, refusal with Try again, then children(data)
 * Progress     what is going on, with a number and Cancel
 * Empty        what goes here and the one next step
 * Dialog       native modal dialog: bind:open, title, actions; focus returns
 * Toasts       messages with Undo (the layout has it; use `notices` and `save`)
 * Icon         a Lucide drawing, hidden from screen readers · SkipLink past the navigation (the layout has it)
 */
export { default as Banner } from './Banner.svelte';
export { default as Button } from './Button.svelte';
export { default as Card } from './Card.svelte';
export { default as Checkbox } from './Checkbox.svelte';
export { default as Checklist } from './Checklist.svelte';
export { default as Columns } from './Columns.svelte';
export { default as DateField } from './DateField.svelte';
export { default as Dialog } from './Dialog.svelte';
export { default as Empty } from './Empty.svelte';
export { default as ErrorSummary } from './ErrorSummary.svelte';
export { default as Field } from './Field.svelte';
export { default as Form } from './Form.svelte';
export { default as Icon, type LucideIcon } from './Icon.svelte';
export { default as Loaded } from './Loaded.svelte';
export { default as LoopNumbers, type LoopNumber } from './LoopNumbers.svelte';
export { default as Menu, type MenuItem } from './Menu.svelte';
export { default as NumberField } from './NumberField.svelte';
export { default as Page } from './Page.svelte';
export { default as Pill, type Tone } from './Pill.svelte';
export { default as Progress } from './Progress.svelte';
export { default as Quote } from './Quote.svelte';
export { default as RadioGroup } from './RadioGroup.svelte';
export { default as Rating, ratingTones, ratingWords, type RatingKey } from './Rating.svelte';
export { default as Row } from './Row.svelte';
export { default as Rows } from './Rows.svelte';
export { default as Select, type Option } from './Select.svelte';
export { default as SideBySide } from './SideBySide.svelte';
export { default as SkipLink } from './SkipLink.svelte';
export { default as Sparkline } from './Sparkline.svelte';
export { default as Table } from './Table.svelte';
export { type Column, type Order } from './table';
export { default as Tabs } from './Tabs.svelte';
export { default as TextArea } from './TextArea.svelte';
export { default as TimeField } from './TimeField.svelte';
export { default as Toasts } from './Toasts.svelte';
